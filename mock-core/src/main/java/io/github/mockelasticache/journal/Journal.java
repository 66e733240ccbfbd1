package io.github.mockelasticache.journal;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/**
 * An immutable list of the calls that a mock has answered until one moment, in the order in which it answered them.
 *
 * <p>Calls that fail because the test is wrong, such as those of an operation that the mock does not know, are not among them.
 */
public final class Journal extends AbstractList<RecordedCall> implements RandomAccess {

    private final List<RecordedCall> calls;

    private Journal(List<RecordedCall> calls) {
        this.calls = calls;
    }

    /**
     * A journal of calls.
     *
     * @param calls the calls in their order
     * @return a journal with a copy of the list
     */
    public static Journal of(Collection<RecordedCall> calls) {
        return new Journal(List.copyOf(calls));
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

    @Override
    public RecordedCall get(int index) {
        return calls.get(index);
    }

    @Override
    public int size() {
        return calls.size();
    }

    /** A line for each call; {@code (none)} for the empty journal. */
    @Override
    public String toString() {
        return calls.isEmpty()
                ? "(none)"
                : calls.stream().map(RecordedCall::toString).collect(Collectors.joining(System.lineSeparator()));
    }
}
