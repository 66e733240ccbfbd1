package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.Paging;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCachesRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCachesResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/**
 * {@code DescribeServerlessCaches}: in pages of 50 by default (API reference), of 20 to 100 where the caller says so
 * (aws/aws-sdk-js-v3#5727).
 */
final class DescribeServerlessCaches {

    private static final int SMALLEST_PAGE = 20;
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 50;

    private DescribeServerlessCaches() {}

    static DescribeServerlessCachesResponse.Builder handle(DescribeServerlessCachesRequest request, Call call) {
        String name = call.parameters().optional("ServerlessCacheName", request.serverlessCacheName());
        Integer size = request.maxResults();
        if (size != null && (size < SMALLEST_PAGE || size > LARGEST_PAGE)) {
            // The wording is the service's own: aws/aws-sdk-js-v3#5727.
            throw call.faults()
                    .invalidParameterValue(
                            "Invalid value for max records. Must be between " + SMALLEST_PAGE + " and " + LARGEST_PAGE);
        }
        Paging paging = call.pagingOfSize(size == null ? USUAL_PAGE : size, request.nextToken());
        Page<ServerlessCache> page = name == null
                ? call.region().table(SERVERLESS_CACHE).page(paging, each -> true)
                : Page.of(call.existing(SERVERLESS_CACHE, name));
        return DescribeServerlessCachesResponse.builder()
                .serverlessCaches(page.items())
                .nextToken(page.marker());
    }
}
