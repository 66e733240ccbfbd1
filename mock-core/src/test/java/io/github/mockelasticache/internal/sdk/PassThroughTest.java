package io.github.mockelasticache.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.s3.S3Client;

/** With no mock active, clients of ElastiCache and of every other service do what they did without the library. */
class PassThroughTest {

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

    private final List<SdkHttpRequest> sent = new ArrayList<>();

    @Test
    void the_request_of_an_elasticache_client_is_unchanged() {
        List<SdkHttpRequest> seenByTheUser = new ArrayList<>();
        try (ElastiCacheClient client = ElastiCacheClient.builder()
                .region(Region.US_WEST_2)
                .credentialsProvider(CREDENTIALS)
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(recorder(seenByTheUser)))
                .httpClient(answering("<DescribeCacheSecurityGroupsResponse/>"))
                .build()) {
            client.describeCacheSecurityGroups(all -> {});
        }

        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.protocol()).isEqualTo("https");
            assertThat(request.host()).isEqualTo("elasticache.us-west-2.amazonaws.com");
            assertThat(request.port()).isEqualTo(443);
            assertThat(request.headers().keySet()).noneMatch(name -> name.contains("mock"));
        });
        assertThat(seenByTheUser).hasSize(1);
        assertThat(new CapturingInterceptor()
                        .modifyHttpRequest(context(seenByTheUser.get(0)), new ExecutionAttributes()))
                .isSameAs(seenByTheUser.get(0));
    }

    @Test
    void a_client_that_was_built_while_a_mock_was_active_is_free_once_it_is_closed() {
        ElastiCacheMock mock = ElastiCacheMock.create();
        mock.activate();
        ElastiCacheClient client = ElastiCacheClient.builder()
                .region(Region.US_WEST_2)
                .credentialsProvider(CREDENTIALS)
                .httpClient(answering("<DescribeCacheSecurityGroupsResponse/>"))
                .build();
        mock.close();

        client.describeCacheSecurityGroups(all -> {});

        assertThat(sent).extracting(SdkHttpRequest::host).containsExactly("elasticache.us-west-2.amazonaws.com");
    }

    @Test
    void a_client_of_another_service_is_left_alone() {
        try (S3Client client = S3Client.builder()
                .region(Region.US_WEST_2)
                .credentialsProvider(CREDENTIALS)
                .httpClient(answering("<ListAllMyBucketsResult/>"))
                .build()) {
            client.listBuckets();
        }

        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.host()).isEqualTo("s3.us-west-2.amazonaws.com");
            assertThat(request.headers().keySet()).noneMatch(name -> name.contains("mock"));
        });
    }

    private static ExecutionInterceptor recorder(List<SdkHttpRequest> seen) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                seen.add(context.httpRequest());
            }
        };
    }

    private static Context.ModifyHttpRequest context(SdkHttpRequest request) {
        return (Context.ModifyHttpRequest) Proxy.newProxyInstance(
                PassThroughTest.class.getClassLoader(),
                new Class<?>[] {Context.ModifyHttpRequest.class},
                (proxy, method, arguments) -> method.getName().equals("httpRequest") ? request : null);
    }

    private SdkHttpClient answering(String xml) {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                return new ExecutableHttpRequest() {
                    @Override
                    public HttpExecuteResponse call() {
                        sent.add(request.httpRequest());
                        return HttpExecuteResponse.builder()
                                .response(SdkHttpResponse.builder()
                                        .statusCode(200)
                                        .build())
                                .responseBody(AbortableInputStream.create(
                                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                                .build();
                    }

                    @Override
                    public void abort() {}
                };
            }

            @Override
            public void close() {}
        };
    }
}
