package io.github.mockelasticache.journal;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/**
 * An immutable list of the calls that a mock has answered until one moment, in the order in which it answered them.
 *
 * <p>Calls that fail because the test is wrong, such as those of an operation that the mock does not know, are not among
 * them; nor are the {@link #forgotten} ones.
 */
public final class Journal extends AbstractList<RecordedCall> implements RandomAccess {

    private final List<RecordedCall> calls;
    private final long forgotten;

    private Journal(List<RecordedCall> calls, long forgotten) {
        this.calls = calls;
        this.forgotten = forgotten;
    }

    /**
     * A journal of calls.
     *
     * @param calls the calls in their order
     * @param forgotten how many calls came before them and are not kept
     * @return a journal with a copy of the list
     */
    public static Journal of(Collection<RecordedCall> calls, long forgotten) {
        return new Journal(List.copyOf(calls), forgotten);
    }

    /**
     * How many of the mock's calls are not here, because there were more than its journal keeps: always the oldest.
     *
     * @return zero or more; the same for every part of a journal
     */
    public long forgotten() {
        return forgotten;
    }

    /**
     * The requests of one type.
     *
     * @param type the SDK's class of the request
     * @param <Q> that class
     * @return the requests in the order of the calls; empty if there was no such call
     */
    public <Q extends ElastiCacheRequest> List<Q> requests(Class<Q> type) {
        return calls.stream()
                .map(RecordedCall::request)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /**
     * The calls with a request of one type.
     *
     * @param type the SDK's class of the request; {@code ElastiCacheRequest} for all
     * @return those calls in their order
     */
    public Journal calls(Class<? extends ElastiCacheRequest> type) {
        return where(call -> type.isInstance(call.request()));
    }

    /**
     * The calls with a request of one type that says something.
     *
     * @param type the SDK's class of the request
     * @param condition what is to be true of the request
     * @param <Q> that class
     * @return those calls in their order
     */
    public <Q extends ElastiCacheRequest> Journal calls(Class<Q> type, Predicate<? super Q> condition) {
        return where(call -> type.isInstance(call.request()) && condition.test(type.cast(call.request())));
    }

    /**
     * The calls of which something is true, for example that they were refused: {@code call -> call.error().isPresent()}.
     *
     * @param condition what is to be true of the call
     * @return those calls in their order
     */
    public Journal where(Predicate<? super RecordedCall> condition) {
        return new Journal(calls.stream().filter(condition).toList(), forgotten);
    }

    /**
     * The last calls.
     *
     * @param count at most how many; zero or more
     * @return those calls in their order
     */
    public Journal last(int count) {
        return new Journal(calls.subList(Math.max(0, calls.size() - count), calls.size()), forgotten);
    }

    @Override
    public RecordedCall get(int index) {
        return calls.get(index);
    }

    @Override
    public int size() {
        return calls.size();
    }

    /** A line for each call, after one that says how many are forgotten, if any; {@code (none)} for the empty journal. */
    @Override
    public String toString() {
        String lines = calls.isEmpty()
                ? "(none)"
                : calls.stream().map(RecordedCall::toString).collect(Collectors.joining(System.lineSeparator()));
        return forgotten == 0
                ? lines
                : "(the first " + forgotten + " calls are forgotten)" + System.lineSeparator() + lines;
    }
}
