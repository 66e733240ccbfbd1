package io.github.mockelasticache.samples.ingress;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/** Takes the steps of one run without holding a thread, one after the other. */
final class AsyncCourse {

    private final IngressRun run;
    private final AsyncIngressCalls calls;
    private final AsyncPause pause;
    private final CompletableFuture<IngressReport> report = new CompletableFuture<>();
    private boolean cancelled;
    private @Nullable Throwable mistake;

    AsyncCourse(IngressRun run, AsyncIngressCalls calls, AsyncPause pause) {
        this.run = run;
        this.calls = calls;
        this.pause = pause;
    }

    CompletableFuture<IngressReport> start() {
        goOn();
        return report;
    }

    private void goOn() {
        try {
            takeSteps();
        } catch (RuntimeException mistake) {
            report.completeExceptionally(mistake);
        }
    }

    /** Steps that are done at once are taken in a loop, so that no number of polls makes the stack grow. */
    private void takeSteps() {
        for (Optional<Step> step = next(); step.isPresent(); step = next()) {
            CompletableFuture<Void> taken = take(step.get());
            if (!taken.isDone()) {
                CompletableFuture<Void> unused = taken.thenRun(this::goOn);
                return;
            }
        }
        if (mistake == null) {
            report.complete(run.report());
        } else {
            report.completeExceptionally(mistake);
        }
    }

    private Optional<Step> next() {
        if (report.isCancelled() && !cancelled) {
            cancelled = true;
            run.abandon("cancelled");
        }
        return run.next();
    }

    /** The future never fails: what goes wrong becomes part of the run. */
    private CompletableFuture<Void> take(Step step) {
        // What is thrown before there is a future is treated as what a future fails with.
        CompletableFuture<Void> now = CompletableFuture.completedFuture(null);
        if (step instanceof Step.Call call) {
            return now.thenCompose(go -> call.through(calls)).handle((group, failure) -> settle(call, group, failure));
        }
        Duration duration = ((Step.Wait) step).duration();
        return now.thenCompose(go -> pause.pause(duration)).handle((nothing, failure) -> settle(failure));
    }

    private @Nullable Void settle(Step.Call call, @Nullable CacheSecurityGroup group, @Nullable Throwable failure) {
        if (group != null) {
            run.answered(call, group);
            return null;
        }
        if (failure != null && causeOf(failure) instanceof SdkException refusal) {
            run.refused(call, refusal);
            return null;
        }
        run.unanswered(call);
        return settle(failure);
    }

    private @Nullable Void settle(@Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = causeOf(failure);
            if (cause instanceof CancellationException) {
                run.abandon("cancelled");
            } else {
                mistake = cause;
                run.abandon(cause.toString());
            }
        }
        return null;
    }

    private static Throwable causeOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
