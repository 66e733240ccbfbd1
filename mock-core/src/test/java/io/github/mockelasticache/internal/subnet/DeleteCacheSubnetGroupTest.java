package io.github.mockelasticache.internal.subnet;

import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.SubnetGroups;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSubnetGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSubnetGroupResponse;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** {@code CacheSubnetGroupInUse} is in {@link GroupInUseTest}. */
class DeleteCacheSubnetGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final SubnetGroups groups = SubnetGroups.of(client);

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(DeleteCacheSubnetGroupRequest.builder().build())
                .member("CacheSubnetGroupName", "picks the group", () -> {
                    groups.create("one", "subnet-1");
                    groups.create("other", "subnet-1");
                    delete("one");
                    assertThat(groups.names()).containsExactly("default", "other");
                })
                .tests();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "MYGROUP"})
    void a_group_is_found_by_its_name_in_any_case_and_gone_at_once(String name) {
        groups.create("mygroup", "subnet-1");

        delete(name);

        assertThat(groups.names()).containsExactly("default");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void the_answer_carries_a_request_id_and_http_200() {
        groups.create("mygroup", "subnet-1");

        DeleteCacheSubnetGroupResponse answer = delete("mygroup");

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @Test
    void the_deletion_is_an_event_of_the_group() {
        groups.create("mygroup", "subnet-1");

        delete("MyGroup");

        assertThat(client.describeEvents().events().get(0)).satisfies(event -> {
            assertThat(event.sourceType()).isEqualTo(SourceType.CACHE_SUBNET_GROUP);
            assertThat(event.sourceIdentifier()).isEqualTo("mygroup");
            assertThat(event.message()).isEqualTo("Cache subnet group deleted");
        });
    }

    /** The service's own words: floci-io/floci#2401. */
    @Test
    void an_unknown_group_is_CacheSubnetGroupNotFoundFault() {
        CACHE_SUBNET_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> delete("nosuchgroup"), mock)
                .says("Cache Subnet Group nosuchgroup does not exist.");
    }

    @Test
    void deleting_a_group_twice_is_CacheSubnetGroupNotFoundFault() {
        groups.create("mygroup", "subnet-1");
        delete("mygroup");

        CACHE_SUBNET_GROUP_NOT_FOUND.isTheAnswerTo(() -> delete("mygroup"), mock);
    }

    /** "You cannot delete a default cache subnet group" (DeleteCacheSubnetGroup, API reference). */
    @ParameterizedTest
    @ValueSource(strings = {"default", "Default", "DEFAULT"})
    void the_group_named_default_is_InvalidParameterValue(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> delete(name), mock)
                .says("default is reserved and cannot be modified.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, null", "'', blank", "'  ', blank"})
    void the_name_is_required(@Nullable String name, @Nullable String wrong) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> delete(name), mock)
                .says("The parameter CacheSubnetGroupName must be provided and must not be " + wrong + ".");
    }

    @Test
    void a_name_that_is_no_identifier_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> delete("my_group"), mock);
    }

    @Test
    void a_group_that_is_created_again_has_nothing_of_the_first() {
        client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("mygroup")
                .cacheSubnetGroupDescription("the first")
                .subnetIds("subnet-1")
                .tags(Tag.builder().key("stage").value("test").build()));
        delete("mygroup");

        CacheSubnetGroup second = groups.create("mygroup", "subnet-2");

        assertThat(SubnetGroups.subnetIds(second)).containsExactly("subnet-2");
        assertThat(second.cacheSubnetGroupDescription()).isEqualTo("the group mygroup");
        assertThat(client.listTagsForResource(resource -> resource.resourceName(second.arn()))
                        .tagList())
                .isEmpty();
    }

    private DeleteCacheSubnetGroupResponse delete(@Nullable String name) {
        return client.deleteCacheSubnetGroup(group -> group.cacheSubnetGroupName(name));
    }
}
