package io.github.mockelasticache.samples.ingress;

import io.github.mockelasticache.samples.operations.Patience;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;

/**
 * {@link IngressGate} over the asynchronous client: the same behaviour, without holding a thread while it waits.
 *
 * <p>Cancelling the future that a call answers ends the wait; what the call opened until then is taken back in the
 * background.
 *
 * <p>Safe for use by several threads.
 */
public final class AsyncIngressGate {

    private final ElastiCacheAsyncClient client;
    private final Clock clock;
    private final AsyncPause pause;
    private final Patience patience;

    /**
     * A gate for production, with {@link AsyncPause#scheduled()} and {@link Patience#standard()}.
     *
     * @param client the client of the region and account of the cache; stays open
     * @param clock what the deadline is measured by
     */
    public AsyncIngressGate(ElastiCacheAsyncClient client, Clock clock) {
        this(client, clock, AsyncPause.scheduled(), Patience.standard());
    }

    /**
     * A gate.
     *
     * @param client the client of the region and account of the cache; stays open
     * @param clock what the deadline is measured by
     * @param pause how time passes between two looks; the clock must see it pass
     * @param patience how long to wait, and how often to look
     */
    public AsyncIngressGate(ElastiCacheAsyncClient client, Clock clock, AsyncPause pause, Patience patience) {
        this.client = client;
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * Authorizes ingress for every tier; the future completes when it has taken effect.
     *
     * @param deployment the deployment
     * @return what became of each tier
     */
    public CompletableFuture<IngressReport> open(Deployment deployment) {
        return run(deployment, Goal.OPEN);
    }

    /**
     * Revokes ingress for every tier; the future completes when it is gone.
     *
     * @param deployment the deployment
     * @return what became of each tier
     */
    public CompletableFuture<IngressReport> close(Deployment deployment) {
        return run(deployment, Goal.CLOSED);
    }

    private CompletableFuture<IngressReport> run(Deployment deployment, Goal goal) {
        IngressRun run = new IngressRun(deployment, goal, patience, clock);
        return new AsyncCourse(run, new AsyncIngressCalls(client, deployment.cacheSecurityGroup()), pause).start();
    }
}
