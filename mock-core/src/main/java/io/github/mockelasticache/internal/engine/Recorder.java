package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.journal.RecordedCall;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * Writes the journal. Keeps what there is and works nothing out, as recording must not slow a call down; and keeps only so
 * many calls, as a mock may live long.
 */
final class Recorder {

    private final int limit;
    private final ArrayDeque<RecordedCall> calls = new ArrayDeque<>();
    private long recorded;

    /** A recorder that keeps at most so many calls: the last ones. */
    Recorder(int limit) {
        this.limit = limit;
    }

    void answered(Call call, Invocation invocation, ElastiCacheResponse answer) {
        record(call, invocation, Optional.of(answer), Optional.empty());
    }

    /** Notes a failure; with an answer if the service has acted, and the caller never learnt of it. */
    void failed(Call call, Invocation invocation, @Nullable ElastiCacheResponse answer, SdkException error) {
        record(call, invocation, Optional.ofNullable(answer), Optional.of(error));
    }

    Journal journal() {
        return Journal.of(calls, recorded - calls.size());
    }

    long recorded() {
        return recorded;
    }

    void forget() {
        calls.clear();
        recorded = 0;
    }

    private void record(
            Call call, Invocation invocation, Optional<ElastiCacheResponse> answer, Optional<SdkException> error) {
        recorded++;
        if (limit == 0) {
            return;
        }
        if (calls.size() == limit) {
            calls.pollFirst();
        }
        calls.addLast(call.recorded(recorded, invocation, answer, error));
    }
}
