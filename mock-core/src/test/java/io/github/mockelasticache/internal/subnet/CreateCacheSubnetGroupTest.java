package io.github.mockelasticache.internal.subnet;

import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.SubnetGroups;
import java.util.List;
import java.util.stream.IntStream;
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
import software.amazon.awssdk.services.elasticache.model.CreateCacheSubnetGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSubnetGroupResponse;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** {@code InvalidSubnet} and {@code SubnetNotAllowedFault} are in {@link ChosenSubnetsTest}. */
class CreateCacheSubnetGroupTest {

    private static final String NO_IDENTIFIER =
            "The parameter CacheSubnetGroupName is not a valid identifier. Identifiers must begin with a letter; must"
                    + " contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two"
                    + " consecutive hyphens.";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final SubnetGroups groups = SubnetGroups.of(client);

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(CreateCacheSubnetGroupRequest.builder().build())
                .member(
                        "CacheSubnetGroupName",
                        "names the group",
                        () -> assertThat(create("one", "x", "subnet-1")
                                        .cacheSubnetGroup()
                                        .cacheSubnetGroupName())
                                .isEqualTo("one"))
                .member(
                        "CacheSubnetGroupDescription",
                        "describes it",
                        () -> assertThat(create("two", "My subnets", "subnet-1")
                                        .cacheSubnetGroup()
                                        .cacheSubnetGroupDescription())
                                .isEqualTo("My subnets"))
                .member(
                        "SubnetIds",
                        "choose its subnets, and by them its VPC",
                        () -> assertThat(SubnetGroups.subnetIds(create("three", "x", "subnet-2", "subnet-1")
                                        .cacheSubnetGroup()))
                                .containsExactly("subnet-2", "subnet-1"))
                .member("Tags", "are put on it", () -> {
                    createTagged("four", tag("stage", "test"));
                    assertThat(tagsOf("four")).containsExactly(tag("stage", "test"));
                })
                .tests();
    }

    /** The members that the service's answer has: floci-io/floci#2401. */
    @Test
    void the_answer_has_name_description_vpc_subnets_network_types_and_arn() {
        mock.registerSubnet(mock.region(), "subnet-0a", "vpc-1", "us-east-1a")
                .registerSubnet(mock.region(), "subnet-0b", "vpc-1", "us-east-1b");

        CacheSubnetGroup group =
                create("mygroup", "My subnets", "subnet-0b", "subnet-0a").cacheSubnetGroup();

        assertThat(group.cacheSubnetGroupName()).isEqualTo("mygroup");
        assertThat(group.cacheSubnetGroupDescription()).isEqualTo("My subnets");
        assertThat(group.vpcId()).isEqualTo("vpc-1");
        assertThat(SubnetGroups.subnets(group)).containsExactly("subnet-0b in us-east-1b", "subnet-0a in us-east-1a");
        assertThat(group.subnets()).allSatisfy(subnet -> {
            assertThat(subnet.supportedNetworkTypes()).containsExactly(NetworkType.IPV4);
            assertThat(subnet.subnetOutpost()).isNull();
        });
        assertThat(group.supportedNetworkTypes()).containsExactly(NetworkType.IPV4);
        assertThat(group.arn()).isEqualTo("arn:aws:elasticache:us-east-1:123456789012:subnetgroup:mygroup");
        assertThat(group).isEqualTo(groups.named("mygroup"));
    }

    @Test
    void the_answer_carries_a_request_id_and_http_200() {
        CreateCacheSubnetGroupResponse answer = create("mygroup", "My subnets", "subnet-1");

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @Test
    void the_group_exists_at_once_and_nothing_is_pending_for_it() {
        create("mygroup", "My subnets", "subnet-1");

        assertThat(groups.names()).containsExactly("default", "mygroup");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void the_creation_is_an_event_of_the_group() {
        create("MyGroup", "My subnets", "subnet-1");

        assertThat(client.describeEvents().events()).singleElement().satisfies(event -> {
            assertThat(event.sourceType()).isEqualTo(SourceType.CACHE_SUBNET_GROUP);
            assertThat(event.sourceIdentifier()).isEqualTo("mygroup");
            assertThat(event.message()).isEqualTo("Cache subnet group created");
            assertThat(event.date()).isEqualTo(mock.clock().instant());
        });
    }

    @Test
    void the_name_is_stored_and_returned_in_lower_case() {
        CacheSubnetGroup group = create("MyGroup-ABC", "My subnets", "subnet-1").cacheSubnetGroup();

        assertThat(group.cacheSubnetGroupName()).isEqualTo("mygroup-abc");
        assertThat(group.arn()).endsWith(":subnetgroup:mygroup-abc");
    }

    @Test
    void the_description_keeps_its_case_and_its_spaces() {
        CacheSubnetGroup group =
                create("mygroup", " For the WEB tier – été ", "subnet-1").cacheSubnetGroup();

        assertThat(group.cacheSubnetGroupDescription()).isEqualTo(" For the WEB tier – été ");
    }

    @Test
    void a_subnet_that_is_named_twice_is_in_the_group_once() {
        assertThat(SubnetGroups.subnetIds(groups.create("mygroup", "subnet-2", "subnet-1", "subnet-2")))
                .containsExactly("subnet-2", "subnet-1");
    }

    @Test
    void several_groups_may_have_the_same_subnet() {
        groups.create("one", "subnet-1");
        groups.create("other", "subnet-1");

        assertThat(groups.names()).containsExactly("default", "one", "other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "my-group", "a1-b2-c3", "defaults", "default-2"})
    void a_name_is_an_identifier(String name) {
        groups.create(name, "subnet-1");

        assertThat(groups.names()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1group", "-group", "group-", "my--group", "my_group", "my.group", "my group", "gr\u00fcn"})
    void any_other_name_is_InvalidParameterValue(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.create(name, "subnet-1"), mock)
                .says(NO_IDENTIFIER);
    }

    @Test
    void a_name_has_at_most_255_characters() {
        groups.create("a".repeat(255), "subnet-1");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.create("a".repeat(256), "subnet-1"), mock)
                .says("The parameter CacheSubnetGroupName must have at most 255 characters.");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            null,    My subnets, CacheSubnetGroupName,        null
            '',      My subnets, CacheSubnetGroupName,        blank
            '  ',    My subnets, CacheSubnetGroupName,        blank
            mygroup, null,       CacheSubnetGroupDescription, null
            mygroup, '',         CacheSubnetGroupDescription, blank
            mygroup, ' ',        CacheSubnetGroupDescription, blank
            """)
    void name_and_description_are_required(
            @Nullable String name, @Nullable String description, String parameter, @Nullable String wrong) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create(name, description, "subnet-1"), mock)
                .says("The parameter " + parameter + " must be provided and must not be " + wrong + ".");
    }

    /** The service's own words: hashicorp/terraform#2534. */
    @Test
    void a_subnet_is_required() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.create("mygroup"), mock)
                .says("The parameter SubnetIds must be provided.");
    }

    /** The service's own words: floci-io/floci#2401. */
    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "default", "DEFAULT"})
    void a_name_that_exists_in_any_case_is_CacheSubnetGroupAlreadyExists(String name) {
        groups.create("mygroup", "subnet-1");

        CACHE_SUBNET_GROUP_ALREADY_EXISTS
                .isTheAnswerTo(() -> groups.create(name, "subnet-2"), mock)
                .says("Cache subnet group " + name + " already exists.");
    }

    @Test
    void the_301st_group_of_a_region_is_CacheSubnetGroupQuotaExceeded() {
        IntStream.range(1, 300).forEach(number -> groups.create("group-" + number, "subnet-1")); // With default: 300.

        CACHE_SUBNET_GROUP_QUOTA_EXCEEDED
                .isTheAnswerTo(() -> groups.create("group-300", "subnet-1"))
                .says("You have already reached your quota of 300 cache subnet groups in this region.");
        assertThat(groups.names()).hasSize(300);
        groups.delete("group-7");
        groups.create("in-the-room-of-group-7", "subnet-1");
    }

    @Test
    void the_21st_subnet_of_a_group_is_CacheSubnetQuotaExceededFault() {
        groups.create("mygroup", numbered(20));

        CACHE_SUBNET_QUOTA_EXCEEDED
                .isTheAnswerTo(() -> groups.create("too-large", numbered(21)), mock)
                .says("Cache subnet quota exceeded. Each cache subnet group can have at most 20 subnets.");
    }

    @Test
    void the_quotas_are_settings() {
        try (ElastiCacheMock small = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.CACHE_SUBNET_GROUPS, 2).with(Quota.SUBNETS_PER_GROUP, 1))
                .build()) {
            SubnetGroups two = SubnetGroups.of(small.client());

            CACHE_SUBNET_QUOTA_EXCEEDED.isTheAnswerTo(() -> two.create("mygroup", "subnet-1", "subnet-2"), small);
            two.create("mygroup", "subnet-1");
            CACHE_SUBNET_GROUP_QUOTA_EXCEEDED.isTheAnswerTo(() -> two.create("one-too-many", "subnet-1"), small);
        }
    }

    @Test
    void the_51st_tag_is_TagQuotaPerResourceExceeded_and_the_group_is_not_created() {
        createTagged("fifty", numberedTags(50));

        TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(() -> createTagged("mygroup", numberedTags(51)), mock);
        assertThat(groups.names()).containsExactly("default", "fifty");
    }

    @Test
    void a_tag_that_is_none_is_InvalidParameterValue_and_the_group_is_not_created() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> createTagged("mygroup", tag("stage", "test"), tag("aws:created-by", "x")), mock);
        assertThat(groups.names()).containsExactly("default");
    }

    @Test
    void a_group_can_be_tagged_later_too() {
        String arn = groups.create("mygroup", "subnet-1").arn();
        client.addTagsToResource(resource -> resource.resourceName(arn).tags(tag("stage", "test")));

        assertThat(tagsOf("mygroup")).containsExactly(tag("stage", "test"));
        assertThat(client.removeTagsFromResource(
                                resource -> resource.resourceName(arn).tagKeys("stage"))
                        .tagList())
                .isEmpty();
    }

    private CreateCacheSubnetGroupResponse create(
            @Nullable String name, @Nullable String description, String... subnetIds) {
        return client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName(name)
                .cacheSubnetGroupDescription(description)
                .subnetIds(subnetIds));
    }

    private void createTagged(String name, Tag... tags) {
        client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName(name)
                .cacheSubnetGroupDescription("tagged")
                .subnetIds("subnet-1")
                .tags(tags));
    }

    private List<Tag> tagsOf(String name) {
        return client.listTagsForResource(
                        resource -> resource.resourceName(groups.named(name).arn()))
                .tagList();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Tag[] numberedTags(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> tag("key-" + number, "value-" + number))
                .toArray(Tag[]::new);
    }

    private static String[] numbered(int count) {
        return IntStream.range(0, count).mapToObj("subnet-%02d"::formatted).toArray(String[]::new);
    }
}
