package io.github.mockelasticache.assertj;

import io.github.mockelasticache.journal.Journal;
import java.util.Objects;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/**
 * Assertions on how often a mock received one type of request. Each attempt of a call that the SDK retries counts.
 *
 * @param <Q> the SDK's class of the request
 */
public class ReceivedAssert<Q extends ElastiCacheRequest> extends AbstractAssert<ReceivedAssert<Q>, Journal> {

    private @Nullable Class<Q> type;
    private @Nullable SoftAssertionsProvider soft;
    private Predicate<? super Q> condition = all -> true;

    /** Assertions on all calls of a mock or a region; {@link ResourcesAssert#received} is the way to them. */
    ReceivedAssert(@Nullable Journal actual) {
        super(actual, ReceivedAssert.class);
    }

    @SuppressWarnings("unchecked") // A class literal of a generic class has no type arguments.
    static <Q extends ElastiCacheRequest> ReceivedAssert<Q> of(
            Journal calls, Class<Q> type, @Nullable SoftAssertionsProvider soft) {
        ReceivedAssert<Q> assertions =
                soft == null ? new ReceivedAssert<>(calls) : soft.proxy(ReceivedAssert.class, Journal.class, calls);
        assertions.type = type;
        assertions.soft = soft;
        return assertions;
    }

    /**
     * Leads to the assertions on those of the requests of which something is true.
     *
     * @param further what is to be true of the request
     * @return the assertions on their number
     */
    public final ReceivedAssert<Q> matching(Predicate<? super Q> further) {
        ReceivedAssert<Q> narrower = of(actual, type(), soft);
        Predicate<? super Q> before = condition;
        narrower.condition = request -> before.test(request) && further.test(request);
        return EvidenceAssert.described(this, narrower);
    }

    /**
     * Verifies that there was one such call.
     *
     * @return this assertion
     */
    public ReceivedAssert<Q> once() {
        return times(1);
    }

    /**
     * Verifies that there was no such call.
     *
     * @return this assertion
     */
    public ReceivedAssert<Q> never() {
        return times(0);
    }

    /**
     * Verifies how many such calls there were.
     *
     * @param number exactly so many
     * @return this assertion
     */
    public ReceivedAssert<Q> times(int number) {
        int received = received();
        if (received != number) {
            throw failureWithActualExpected(received, number, "%s", unlike("exactly " + number, received));
        }
        return this;
    }

    /**
     * Verifies how many such calls there were at the least.
     *
     * @param number so many or more
     * @return this assertion
     */
    public ReceivedAssert<Q> atLeast(int number) {
        int received = received();
        if (received < number) {
            throw failure("%s", unlike("at least " + number, received));
        }
        return this;
    }

    private int received() {
        if (actual.forgotten() > 0) {
            throw failure(
                    "%s",
                    ("It cannot be told how often %s was received: the journal has forgotten the first %d calls. "
                                    + "Build the mock with a higher journalLimit.")
                            .formatted(type().getSimpleName(), actual.forgotten()));
        }
        return actual.calls(type(), condition).size();
    }

    private String unlike(String expected, int received) {
        Journal ofType = actual.calls(type());
        return "Expected %s calls with a %s%s, but there were %d.%nCalls with such a request:%n  %s%nAll calls:%n  %s"
                .formatted(
                        expected,
                        type().getSimpleName(),
                        received == ofType.size() ? "" : " that matches",
                        received,
                        indented(ofType),
                        indented(actual.last(20)));
    }

    private static String indented(Journal journal) {
        return journal.toString().replace(System.lineSeparator(), System.lineSeparator() + "  ");
    }

    private Class<Q> type() {
        return Objects.requireNonNull(type, "type");
    }
}
