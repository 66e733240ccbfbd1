package io.github.mockelasticache.internal.wire;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** Genuine SDK clients, and any call of theirs by its request. */
final class SdkCalls {

    private SdkCalls() {}

    static ElastiCacheClient client(SdkHttpClient httpClient, URI endpoint, Region region) {
        return ElastiCacheClient.builder()
                .httpClient(httpClient)
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    static ElastiCacheResponse call(ElastiCacheClient client, ActionTable.Action action, ElastiCacheRequest request) {
        String method =
                Character.toLowerCase(action.name().charAt(0)) + action.name().substring(1);
        try {
            return (ElastiCacheResponse) ElastiCacheClient.class
                    .getMethod(method, request.getClass())
                    .invoke(client, request);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The SDK's client has no method for " + request.getClass(), e);
        }
    }
}
