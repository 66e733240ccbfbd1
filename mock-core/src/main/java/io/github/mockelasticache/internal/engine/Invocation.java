package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.journal.Caller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/**
 * One attempt of one call, as a door hands it to the engine.
 *
 * @param request the typed request
 * @param region the region that the caller addressed
 * @param waiterPoll whether the attempt is the poll of an SDK waiter
 * @param caller who made it, for the journal
 * @param patience how long the caller waits for an answer, in virtual time; null for one that does not wait in virtual time
 */
public record Invocation(
        ElastiCacheRequest request,
        Region region,
        boolean waiterPoll,
        Caller caller,
        @Nullable Duration patience) {

    /**
     * An attempt of a caller that does not wait in virtual time.
     *
     * @param request the typed request
     * @param region the region that the caller addressed
     * @param waiterPoll whether the attempt is the poll of an SDK waiter
     * @param caller who made it, for the journal
     */
    public Invocation(ElastiCacheRequest request, Region region, boolean waiterPoll, Caller caller) {
        this(request, region, waiterPoll, caller, null);
    }
}
