package io.github.mockelasticache.internal.subnet;

import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.SubnetGroups;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheSubnetGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheSubnetGroupResponse;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Tag;

/**
 * {@code InvalidSubnet} and {@code SubnetNotAllowedFault} are in {@link ChosenSubnetsTest}, {@code SubnetInUse} is in {@link
 * GroupInUseTest}.
 */
class ModifyCacheSubnetGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final SubnetGroups groups = SubnetGroups.of(client);

    @BeforeEach
    void a_group_of_two_subnets() {
        groups.create("mygroup", "subnet-1", "subnet-2");
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(ModifyCacheSubnetGroupRequest.builder().build())
                .member("CacheSubnetGroupName", "picks the group", () -> {
                    groups.create("other", "subnet-1");
                    groups.modify("other", "subnet-5");
                    assertThat(SubnetGroups.subnetIds(groups.named("other"))).containsExactly("subnet-5");
                    assertThat(SubnetGroups.subnetIds(groups.named("mygroup"))).hasSize(2);
                })
                .member(
                        "CacheSubnetGroupDescription",
                        "is its new description",
                        () -> assertThat(describe("mygroup", "changed")
                                        .cacheSubnetGroup()
                                        .cacheSubnetGroupDescription())
                                .isEqualTo("changed"))
                .member(
                        "SubnetIds",
                        "replace its subnets",
                        () -> assertThat(SubnetGroups.subnetIds(groups.modify("mygroup", "subnet-9")))
                                .containsExactly("subnet-9"))
                .tests();
    }

    @Test
    void subnets_are_replaced_completely_and_the_rest_stays() {
        CacheSubnetGroup before = groups.named("mygroup");

        CacheSubnetGroup after = groups.modify("MyGroup", "subnet-3", "subnet-2");

        assertThat(SubnetGroups.subnetIds(after)).containsExactly("subnet-3", "subnet-2");
        assertThat(after.toBuilder().subnets(before.subnets()).build()).isEqualTo(before);
        assertThat(after).isEqualTo(groups.named("mygroup"));
    }

    @Test
    void the_description_alone_can_be_changed_and_the_subnets_stay() {
        CacheSubnetGroup before = groups.named("mygroup");

        CacheSubnetGroup after = describe("mygroup", "changed").cacheSubnetGroup();

        assertThat(after)
                .isEqualTo(before.toBuilder()
                        .cacheSubnetGroupDescription("changed")
                        .build());
    }

    @Test
    void a_group_moves_to_the_vpc_of_its_new_subnets() {
        mock.registerSubnet(mock.region(), "subnet-0a", "vpc-1", "us-east-1a");

        CacheSubnetGroup after = groups.modify("mygroup", "subnet-0a");

        assertThat(after.vpcId()).isEqualTo("vpc-1");
        assertThat(SubnetGroups.subnets(after)).containsExactly("subnet-0a in us-east-1a");
    }

    @Test
    void a_subnet_that_has_been_registered_otherwise_since_does_not_disturb_a_change_of_the_description() {
        CacheSubnetGroup before = groups.named("mygroup");
        mock.registerSubnet(mock.region(), "subnet-1", "vpc-elsewhere", "us-east-1f");

        CacheSubnetGroup after = describe("mygroup", "changed").cacheSubnetGroup();

        assertThat(after.vpcId()).isEqualTo(before.vpcId());
        assertThat(after.subnets()).isEqualTo(before.subnets());
    }

    @Test
    void the_answer_carries_a_request_id_and_http_200() {
        ModifyCacheSubnetGroupResponse answer = describe("mygroup", "changed");

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @Test
    void the_change_is_immediate_and_an_event_of_the_group() {
        describe("MyGroup", "changed");

        assertThat(mock.timeline().pending()).isEmpty();
        assertThat(client.describeEvents().events().get(0)).satisfies(event -> {
            assertThat(event.sourceType()).isEqualTo(SourceType.CACHE_SUBNET_GROUP);
            assertThat(event.sourceIdentifier()).isEqualTo("mygroup");
            assertThat(event.message()).isEqualTo("Cache subnet group modified");
        });
    }

    @Test
    void the_tags_stay() {
        String arn = groups.named("mygroup").arn();
        Tag tag = Tag.builder().key("stage").value("test").build();
        client.addTagsToResource(resource -> resource.resourceName(arn).tags(tag));

        groups.modify("mygroup", "subnet-3");

        assertThat(client.listTagsForResource(resource -> resource.resourceName(arn))
                        .tagList())
                .containsExactly(tag);
    }

    /** What the service says where description and subnets are those that the group has: aws-controllers-k8s/community#378. */
    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            null,              null
            the group mygroup, null
            null,              subnet-1 subnet-2
            the group mygroup, subnet-2 subnet-1
            null,              subnet-2 subnet-1 subnet-2
            """)
    void a_request_that_changes_nothing_is_InvalidParameterValue(
            @Nullable String description, @Nullable String subnetIds) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> client.modifyCacheSubnetGroup(group -> group.cacheSubnetGroupName("mygroup")
                                .cacheSubnetGroupDescription(description)
                                .subnetIds(subnetIds == null ? new String[0] : subnetIds.split(" "))),
                        mock)
                .says("No modifications were requested.");
    }

    /** The service's own words: floci-io/floci#2401. */
    @Test
    void an_unknown_group_is_CacheSubnetGroupNotFoundFault() {
        CACHE_SUBNET_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> describe("nosuchgroup", "changed"), mock)
                .says("Cache subnet group nosuchgroup not found.");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            null, null
            '',   blank
            ' ',  blank
            """)
    void the_name_is_required(@Nullable String name, @Nullable String wrong) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> describe(name, "changed"), mock)
                .says("The parameter CacheSubnetGroupName must be provided and must not be " + wrong + ".");
    }

    @Test
    void a_name_that_is_no_identifier_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> describe("my_group", "changed"), mock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_blank_description_is_InvalidParameterValue(String description) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> describe("mygroup", description), mock)
                .says("The parameter CacheSubnetGroupDescription must be provided and must not be blank.");
    }

    @Test
    void the_21st_subnet_is_CacheSubnetQuotaExceededFault() {
        String[] subnetIds =
                IntStream.range(0, 21).mapToObj("subnet-%02d"::formatted).toArray(String[]::new);

        CACHE_SUBNET_QUOTA_EXCEEDED
                .isTheAnswerTo(() -> groups.modify("mygroup", subnetIds), mock)
                .says("Cache subnet quota exceeded. Each cache subnet group can have at most 20 subnets.");
    }

    private ModifyCacheSubnetGroupResponse describe(@Nullable String name, String description) {
        return client.modifyCacheSubnetGroup(
                group -> group.cacheSubnetGroupName(name).cacheSubnetGroupDescription(description));
    }
}
