package io.github.mockelasticache.internal.sdk;

import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Invocation;
import io.github.mockelasticache.internal.engine.NoAnswerException;
import io.github.mockelasticache.journal.Caller;
import io.github.mockelasticache.journal.Door;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * Hands each attempt of a served client's call to the engine, and puts the engine's answer in place of the one that came out
 * of the in-process HTTP client.
 *
 * <p>An interceptor cannot end a call, only change what passes by; hence the two halves. It works on the typed request, in
 * {@code beforeTransmission}: that runs once for each attempt, inside the retry loop, so a service error thrown there is
 * retried, counted and measured as one off the wire.
 */
final class EngineInterceptor implements ExecutionInterceptor {

    private static final ExecutionAttribute<Attempts> ATTEMPTS = new ExecutionAttribute<>("MockElastiCacheAttempts");

    private final Engine engine;
    private final InProcessHttp http;
    private final ClientTimeouts timeouts;

    EngineInterceptor(Engine engine, InProcessHttp http, ClientTimeouts timeouts) {
        this.engine = engine;
        this.http = http;
        this.timeouts = timeouts;
    }

    /** Tells mistakes of the test before the retry loop is entered, which would take them for failures of the network. */
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        engine.requireExecutable((ElastiCacheRequest) context.request());
        if (!http.isOpen()) {
            throw new IllegalStateException("This ElastiCache client has been closed.");
        }
        attributes.putAttribute(ATTEMPTS, new Attempts(engine.hasFaultPlans() ? patience(context.request()) : null));
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Region region = Objects.requireNonNull(attributes.getAttribute(AwsExecutionAttribute.AWS_REGION), "region");
        ElastiCacheRequest request = (ElastiCacheRequest) context.request();
        Attempts attempts = attempts(attributes);
        attempts.made++;
        Caller caller = new Caller(Door.SERVED, Thread.currentThread().getName(), attempts.made);
        boolean waiterPoll = WaiterPolls.isOne(request);
        Patience patience = attempts.patience;
        Duration limit = patience == null ? null : patience.forAttempt();
        try {
            attempts.answer = engine.execute(new Invocation(request, region, waiterPoll, caller, limit));
        } catch (NoAnswerException nothing) {
            // Without patience if the fault plan has been added since the call began.
            throw (patience == null ? patience(request) : patience).end(nothing);
        }
    }

    /** The SDK puts the HTTP response into the answer after {@link #modifyResponse}, so this is where its headers come from. */
    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return answer(attributes).sdkHttpResponse();
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        return answer(attributes);
    }

    private Patience patience(SdkRequest request) {
        return new Patience(engine.clock(), timeouts.of(request));
    }

    private static ElastiCacheResponse answer(ExecutionAttributes attributes) {
        return Objects.requireNonNull(attempts(attributes).answer, "answer");
    }

    private static Attempts attempts(ExecutionAttributes attributes) {
        return Objects.requireNonNull(attributes.getAttribute(ATTEMPTS), "attempts");
    }

    /** The attempts of one call, which come one after another. */
    private static final class Attempts {

        /** Null if there were no fault plans when the call began: nothing takes time then. */
        private final @Nullable Patience patience;

        private int made;
        private @Nullable ElastiCacheResponse answer;

        Attempts(@Nullable Patience patience) {
            this.patience = patience;
        }
    }
}
