package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * Takes over what an answer that was given elsewhere tells of a region: when the resources that are loaded with it are there.
 *
 * @param <A> the SDK's class of the answer
 */
@FunctionalInterface
public interface AnswerAdopter<A extends ElastiCacheResponse> {

    /**
     * Makes the region one that gives this answer.
     *
     * @param subject what the answer is about; empty for the region
     * @param answer the answer
     * @param region the region
     * @param unfit makes the error for an answer that the region cannot give
     */
    void adopt(String subject, A answer, RegionState region, Adopter.Unfit unfit);

    /**
     * Checks, when everything has been taken over, that the region would give the answer.
     *
     * @param subject what the answer is about; empty for the region
     * @param answer the answer
     * @param region the region
     * @param unfit makes the error for an answer that the region would not give
     */
    default void requireGiven(String subject, A answer, RegionState region, Adopter.Unfit unfit) {}
}
