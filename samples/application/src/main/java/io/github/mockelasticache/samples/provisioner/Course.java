package io.github.mockelasticache.samples.provisioner;

import io.github.mockelasticache.samples.operations.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** One run, as it goes: what has become of each part so far. */
final class Course {

    private final Blueprint blueprint;
    private final Clock clock;
    private final Instant start;
    private final List<PartReport> parts = new ArrayList<>();
    private @Nullable Instant turnedBack;

    Course(Blueprint blueprint, Clock clock) {
        this.blueprint = blueprint;
        this.clock = clock;
        this.start = clock.instant();
    }

    boolean isSuccess() {
        return parts.stream().allMatch(part -> part.outcome().isSuccess());
    }

    /** Whether a part has been dealt with as asked. */
    boolean isDone(Part part) {
        return parts.stream()
                .anyMatch(each -> each.part() == part && each.outcome().isSuccess());
    }

    /** Does the work for one part; whatever comes of it, it is reported. */
    Course perform(Part part, String name, Supplier<Result> work) {
        Instant begin = clock.instant();
        Result result = outcomeOf(work);
        parts.add(new PartReport(
                part, name, result.outcome(), result.detail(), begin, Duration.between(begin, clock.instant())));
        return this;
    }

    void leaveUntouched(Part part) {
        perform(part, blueprint.name(), () -> new Result(Outcome.UNTOUCHED, ""));
    }

    /** Takes back what the run has created. */
    void takeBack(List<Resource> created) {
        turnedBack = clock.instant();
        for (Resource resource : created) {
            Result result = outcomeOf(() -> {
                resource.delete();
                return new Result(Outcome.ROLLED_BACK, "");
            });
            parts.replaceAll(part -> part.part() == resource.part() ? takenBack(part, result) : part);
        }
    }

    /** What failed stays the reason in the report, unless there is something to look after. */
    private static PartReport takenBack(PartReport part, Result result) {
        if (result.outcome() != Outcome.ROLLED_BACK) {
            return part.turnedInto(
                    Outcome.LEFT_BEHIND,
                    part.outcome().isSuccess() ? result.detail() : part.detail() + "; " + result.detail());
        }
        return part.outcome().isSuccess() ? part.turnedInto(Outcome.ROLLED_BACK, "") : part;
    }

    Report report() {
        return new Report(blueprint, parts, start, clock.instant(), Optional.ofNullable(turnedBack));
    }

    private static Result outcomeOf(Supplier<Result> work) {
        try {
            return work.get();
        } catch (Shortfall shortfall) {
            return new Result(shortfall.outcome(), shortfall.reason());
        } catch (SdkException refusal) {
            if (Thread.currentThread().isInterrupted()) {
                CancellationException cancellation = new CancellationException("interrupted during a call or a wait");
                cancellation.initCause(refusal);
                throw cancellation;
            }
            return new Result(Outcome.FAILED, new Reason(refusal).toString());
        }
    }
}
