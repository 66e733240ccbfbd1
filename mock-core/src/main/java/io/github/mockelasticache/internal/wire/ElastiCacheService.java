package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.Invocation;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** The service behind the wire door: what the endpoint hands decoded calls to. Called from several threads at once. */
public interface ElastiCacheService {

    /**
     * Answers one call.
     *
     * @param action the operation's name as on the wire, for example {@code DescribeCacheClusters}
     * @param call the decoded request, of the operation's own request class, and where it comes from: the region is the one
     *     that the caller signed for, or the endpoint's default region
     * @return a response of the operation's own response class; the request id in its metadata, if it has one, goes
     *     out on the wire
     * @throws AwsServiceException to answer with a service error: its code, message, status and request id go out
     * @throws UnsupportedOperationException if the mock does not know the operation yet
     */
    ElastiCacheResponse execute(String action, Invocation call);

    /**
     * Gives the id of an answer that brings none of its own, such as a request that could not be decoded.
     *
     * @return an id that was not given before
     */
    String newRequestId();
}
