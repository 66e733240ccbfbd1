package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.AUTHORIZATION_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_ARN;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_SECURITY_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The family through the asynchronous client: the same answers and errors, in futures. */
class AsynchronousClientTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheAsyncClient client = mock.asyncClient();

    @Test
    void the_life_of_a_cache_security_group() {
        CacheSecurityGroup created = client.createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName("MyGroup").description("My security group"))
                .join()
                .cacheSecurityGroup();
        assertThat(created).hasName("mygroup").hasNoIngress();

        CacheSecurityGroup authorizing = client.authorizeCacheSecurityGroupIngress(
                        ingress -> ingress.cacheSecurityGroupName("mygroup")
                                .ec2SecurityGroupName("web")
                                .ec2SecurityGroupOwnerId("987654321021"))
                .join()
                .cacheSecurityGroup();
        assertThat(authorizing).hasIngress("web", "987654321021", "authorizing");

        mock.clock().settle();
        assertThat(described().cacheSecurityGroups().get(0)).allowsIngressFrom("web", "987654321021");

        CacheSecurityGroup revoking = client.revokeCacheSecurityGroupIngress(
                        ingress -> ingress.cacheSecurityGroupName("mygroup")
                                .ec2SecurityGroupName("web")
                                .ec2SecurityGroupOwnerId("987654321021"))
                .join()
                .cacheSecurityGroup();
        assertThat(revoking).hasIngress("web", "987654321021", "revoking");

        mock.clock().settle();
        assertThat(described().cacheSecurityGroups().get(0)).hasNoIngress();

        client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("mygroup"))
                .join();
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(this::described, mock);
        assertThat(client.describeEvents().join().events())
                .extracting(Event::sourceIdentifier)
                .containsOnly("mygroup")
                .hasSize(4);
    }

    @Test
    void the_tags_of_a_cache_security_group() {
        Tag stage = Tag.builder().key("stage").value("test").build();
        client.createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName("mygroup").description("My security group"))
                .join();

        assertThat(client.addTagsToResource(
                                resource -> resource.resourceName(ARN).tags(stage))
                        .join()
                        .tagList())
                .containsExactly(stage);
        assertThat(client.listTagsForResource(resource -> resource.resourceName(ARN))
                        .join()
                        .tagList())
                .containsExactly(stage);
        assertThat(client.removeTagsFromResource(
                                resource -> resource.resourceName(ARN).tagKeys("stage"))
                        .join()
                        .tagList())
                .isEmpty();
    }

    @Test
    void a_future_is_complete_when_it_is_returned_and_its_answer_carries_a_request_id_and_http_200() {
        CompletableFuture<DescribeCacheSecurityGroupsResponse> answer = client.describeCacheSecurityGroups(all -> {});

        assertThat(answer).isCompleted();
        assertThat(answer.join().responseMetadata().requestId()).isNotBlank();
        assertThat(answer.join().sdkHttpResponse().statusCode()).isEqualTo(200);
        assertThat(answer.join().sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId"))
                .hasValue(answer.join().responseMetadata().requestId());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_refused_call_completes_its_future_with_the_services_error(
            Refusal refusal, Function<ElastiCacheAsyncClient, CompletableFuture<?>> call) {
        client.createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName("mygroup").description("My security group"))
                .join();

        refusal.isTheAnswerTo(() -> call.apply(client).join(), mock);

        CompletableFuture<?> future = call.apply(client);
        assertThat(future).isCompletedExceptionally();
        assertThatThrownBy(future::join)
                .isExactlyInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(AwsServiceException.class);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(
                        CACHE_SECURITY_GROUP_ALREADY_EXISTS,
                        client -> client.createCacheSecurityGroup(
                                group -> group.cacheSecurityGroupName("mygroup").description("again"))),
                refused(
                        CACHE_SECURITY_GROUP_NOT_FOUND,
                        client -> client.authorizeCacheSecurityGroupIngress(
                                ingress -> ingress.cacheSecurityGroupName("nosuchgroup")
                                        .ec2SecurityGroupName("web")
                                        .ec2SecurityGroupOwnerId("987654321021"))),
                refused(
                        AUTHORIZATION_NOT_FOUND,
                        client -> client.revokeCacheSecurityGroupIngress(
                                ingress -> ingress.cacheSecurityGroupName("mygroup")
                                        .ec2SecurityGroupName("web")
                                        .ec2SecurityGroupOwnerId("987654321021"))),
                refused(
                        INVALID_CACHE_SECURITY_GROUP_STATE,
                        client -> client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("default"))),
                refused(
                        CACHE_SECURITY_GROUP_NOT_FOUND,
                        client -> client.describeCacheSecurityGroups(
                                group -> group.cacheSecurityGroupName("nosuchgroup"))),
                refused(
                        INVALID_ARN,
                        client -> client.listTagsForResource(resource -> resource.resourceName("mygroup"))),
                refused(
                        INVALID_PARAMETER_COMBINATION,
                        client -> client.describeEvents(events -> events.sourceIdentifier("mygroup"))));
    }

    private static Arguments refused(Refusal refusal, Function<ElastiCacheAsyncClient, CompletableFuture<?>> call) {
        return Arguments.of(refusal, call);
    }

    private DescribeCacheSecurityGroupsResponse described() {
        return client.describeCacheSecurityGroups(group -> group.cacheSecurityGroupName("mygroup"))
                .join();
    }
}
