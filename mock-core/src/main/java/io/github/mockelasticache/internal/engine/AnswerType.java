package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * A kind of answer that is no list of resources and can be told from elsewhere all the same, such as the events of a region.
 *
 * @param operation the operation that gives it, for example {@code DescribeCacheParameters}
 * @param model the SDK's class of the answer
 * @param subject the member of the request that says what the answer is about, which the answer itself does not tell; empty if
 *     it is about the region
 * @param <A> the SDK's class of the answer
 */
public record AnswerType<A extends ElastiCacheResponse>(String operation, Class<A> model, String subject) {

    /**
     * Whether the answer does not tell what it is about.
     *
     * @return true unless it is about the region
     */
    public boolean hasSubject() {
        return !subject.isEmpty();
    }
}
