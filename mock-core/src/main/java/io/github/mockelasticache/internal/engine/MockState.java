package io.github.mockelasticache.internal.engine;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import software.amazon.awssdk.services.elasticache.model.Tag;

/**
 * The state of a mock, with what it follows from.
 *
 * @param accountId the account that owns everything
 * @param seed of the identifiers
 * @param start the clock's first instant
 * @param identifiers how many request ids have been given
 * @param inventory what has come to exist since the start
 * @param tags the tags by region and ARN
 * @param deeds what was done, in order
 */
public record MockState(
        String accountId,
        long seed,
        Instant start,
        long identifiers,
        Inventory inventory,
        SortedMap<String, SortedMap<String, List<Tag>>> tags,
        List<Deed> deeds) {}
