package io.github.mockelasticache.samples.ingress;

import io.github.mockelasticache.samples.operations.Patience;
import io.github.mockelasticache.samples.operations.Pause;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/**
 * Opens and closes a cache for the tiers of a deployment, and waits until the change has taken effect.
 *
 * <p>Both may be asked again at any time: what is as it should be stays as it is, a change under way is waited for, and an
 * ingress that is being revoked is waited out before it is authorized again. Opening is all or nothing: if one tier fails
 * or is late, every ingress that this call opened is taken back; what was open before stays open. Closing goes on with the
 * other tiers when one fails.
 *
 * <p>What the service refuses is told by the report, not thrown. An interrupt ends the wait, and a second one the rollback;
 * the thread's interrupt flag is set afterwards. An exception that is not the SDK's is thrown on, after the rollback.
 *
 * <p>Safe for use by several threads.
 */
public final class IngressGate {

    private final ElastiCacheClient client;
    private final Clock clock;
    private final Pause pause;
    private final Patience patience;

    /**
     * A gate for production: it sleeps between its looks, with {@link Patience#standard()}.
     *
     * @param client the client of the region and account of the cache; stays open
     * @param clock what the deadline is measured by
     */
    public IngressGate(ElastiCacheClient client, Clock clock) {
        this(client, clock, Pause.sleeping(), Patience.standard());
    }

    /**
     * A gate.
     *
     * @param client the client of the region and account of the cache; stays open
     * @param clock what the deadline is measured by
     * @param pause how time passes between two looks; the clock must see it pass
     * @param patience how long to wait, and how often to look
     */
    public IngressGate(ElastiCacheClient client, Clock clock, Pause pause, Patience patience) {
        this.client = client;
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * Authorizes ingress for every tier and waits until it has taken effect.
     *
     * @param deployment the deployment
     * @return what became of each tier
     */
    public IngressReport open(Deployment deployment) {
        return run(deployment, Goal.OPEN);
    }

    /**
     * Revokes ingress for every tier and waits until it is gone.
     *
     * @param deployment the deployment
     * @return what became of each tier
     */
    public IngressReport close(Deployment deployment) {
        return run(deployment, Goal.CLOSED);
    }

    private IngressReport run(Deployment deployment, Goal goal) {
        IngressCalls<CacheSecurityGroup> calls = new BlockingIngressCalls(client, deployment.cacheSecurityGroup());
        IngressRun run = new IngressRun(deployment, goal, patience, clock);
        boolean interrupted = false;
        RuntimeException mistake = null;
        for (Optional<Step> step = run.next(); step.isPresent(); step = run.next()) {
            try {
                take(step.get(), run, calls);
            } catch (CancellationException | AbortedException interrupt) {
                // Still set, the flag would end the calls of the rollback, too.
                interrupted |= Thread.interrupted();
                run.abandon("interrupted");
            } catch (RuntimeException unexpected) {
                mistake = unexpected;
                run.abandon(unexpected.toString());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (mistake != null) {
            throw mistake;
        }
        return run.report();
    }

    private void take(Step step, IngressRun run, IngressCalls<CacheSecurityGroup> calls) {
        if (step instanceof Step.Wait wait) {
            pause.pause(wait.duration());
        } else if (step instanceof Step.Call call) {
            ask(call, run, calls);
        }
    }

    private static void ask(Step.Call call, IngressRun run, IngressCalls<CacheSecurityGroup> calls) {
        try {
            run.answered(call, call.through(calls));
        } catch (AbortedException interrupt) {
            run.unanswered(call);
            throw interrupt;
        } catch (SdkException refusal) {
            run.refused(call, refusal);
        } catch (RuntimeException unexpected) {
            run.unanswered(call);
            throw unexpected;
        }
    }
}
