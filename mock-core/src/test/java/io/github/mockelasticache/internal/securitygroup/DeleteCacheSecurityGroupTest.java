package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_SECURITY_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import io.github.mockelasticache.time.Transition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSecurityGroupResponse;
import software.amazon.awssdk.services.elasticache.model.Tag;

class DeleteCacheSecurityGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Groups groups = Groups.of(client);

    @Test
    void a_deleted_group_is_gone_at_once() {
        groups.create("mygroup");

        delete("mygroup");

        assertThat(groups.names()).containsExactly("default");
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> groups.named("mygroup"), mock);
    }

    @Test
    void the_answer_carries_a_request_id_and_http_200() {
        groups.create("mygroup");

        DeleteCacheSecurityGroupResponse answer = delete("mygroup");

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "MYGROUP"})
    void the_group_is_found_by_its_name_in_any_case(String name) {
        groups.create("mygroup");

        delete(name);

        assertThat(groups.names()).containsExactly("default");
    }

    @Test
    void an_unknown_group_is_CacheSecurityGroupNotFound() {
        CACHE_SECURITY_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> delete("nosuchgroup"), mock)
                .says("CacheSecurityGroup not found: nosuchgroup");
    }

    @Test
    void deleting_a_group_twice_is_CacheSecurityGroupNotFound() {
        groups.create("mygroup");
        delete("mygroup");

        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> delete("mygroup"), mock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "Default", "DEFAULT"})
    void the_group_named_default_is_InvalidCacheSecurityGroupState(String name) {
        INVALID_CACHE_SECURITY_GROUP_STATE
                .isTheAnswerTo(() -> delete(name), mock)
                .says("The cache security group " + name + " is the default one, so it cannot be deleted.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, null", "'', blank", "'  ', blank"})
    void the_name_is_required(@Nullable String name, @Nullable String wrong) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> delete(name), mock)
                .says("The parameter CacheSecurityGroupName must be provided and must not be " + wrong + ".");
    }

    @Test
    void a_group_can_be_deleted_while_its_ingress_changes_and_what_was_pending_goes_with_it() {
        groups.create("mygroup");
        groups.authorize("mygroup", "web", "987654321021");
        mock.clock().settle();
        groups.revoke("mygroup", "web", "987654321021");
        groups.authorize("mygroup", "app", "987654321021");
        groups.authorize("default", "app", "987654321021");

        delete("MyGroup");

        assertThat(mock.timeline().pending())
                .extracting(Transition::resource)
                .containsExactly("arn:aws:elasticache:us-east-1:123456789012:securitygroup:default");
        mock.clock().settle();
        assertThat(groups.ingressOf("default")).containsExactly("app/987654321021 authorized");
    }

    @Test
    void a_group_that_is_created_again_has_neither_the_ingress_nor_the_description_of_the_first() {
        groups.create("mygroup");
        groups.authorize("mygroup", "web", "987654321021");
        mock.clock().advance(Duration.ofSeconds(30));
        delete("mygroup");

        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mygroup").description("the second"));

        CacheSecurityGroup second = groups.named("mygroup");
        assertThat(second).hasNoIngress();
        assertThat(second.description()).isEqualTo("the second");
    }

    @Test
    void a_group_that_is_created_again_does_not_get_the_transitions_of_the_first() {
        groups.create("mygroup");
        groups.authorize("mygroup", "web", "987654321021");
        mock.clock().advance(Duration.ofSeconds(30));
        delete("mygroup");
        groups.create("mygroup");
        groups.authorize("mygroup", "web", "987654321021");

        mock.clock().advance(Duration.ofSeconds(59));
        assertThat(groups.ingressOf("mygroup")).containsExactly("web/987654321021 authorizing");

        mock.clock().advance(Duration.ofSeconds(1));
        assertThat(groups.ingressOf("mygroup")).containsExactly("web/987654321021 authorized");
    }

    @Test
    void a_group_that_is_created_again_has_none_of_the_tags_of_the_first() {
        client.createCacheSecurityGroup(group -> group.cacheSecurityGroupName("mygroup")
                .description("the first")
                .tags(Tag.builder().key("stage").value("test").build()));
        delete("mygroup");

        CacheSecurityGroup second = groups.create("mygroup");

        assertThat(client.listTagsForResource(resource -> resource.resourceName(second.arn()))
                        .tagList())
                .isEmpty();
    }

    private DeleteCacheSecurityGroupResponse delete(@Nullable String name) {
        return client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName(name));
    }
}
