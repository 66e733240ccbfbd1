package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Groups;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupResponse;
import software.amazon.awssdk.services.elasticache.model.Tag;

class CreateCacheSecurityGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Groups groups = Groups.of(client);

    @Test
    void the_answer_has_owner_name_description_arn_and_an_empty_list_of_ec2_security_groups() {
        CacheSecurityGroup group = create("mygroup", "My security group").cacheSecurityGroup();

        assertThat(group).hasName("mygroup").hasNoIngress();
        assertThat(group.ownerId()).isEqualTo("123456789012");
        assertThat(group.description()).isEqualTo("My security group");
        assertThat(group.arn()).isEqualTo("arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup");
        assertThat(group).isEqualTo(groups.named("mygroup"));
    }

    @Test
    void the_answer_carries_a_request_id_and_http_200() {
        CreateCacheSecurityGroupResponse answer = create("mygroup", "My security group");

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @Test
    void the_group_exists_at_once_and_nothing_is_pending_for_it() {
        create("mygroup", "My security group");

        assertThat(groups.names()).containsExactly("default", "mygroup");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void the_group_belongs_to_the_account_of_the_mock() {
        try (ElastiCacheMock ofAnotherAccount =
                ElastiCacheMock.builder().accountId("000000000042").build()) {
            CacheSecurityGroup group = Groups.of(ofAnotherAccount.client()).create("mygroup");

            assertThat(group.ownerId()).isEqualTo("000000000042");
            assertThat(group.arn()).isEqualTo("arn:aws:elasticache:us-east-1:000000000042:securitygroup:mygroup");
        }
    }

    @Test
    void the_name_is_stored_and_returned_in_lower_case() {
        CacheSecurityGroup group = create("MySecGrp-ABC", "My security group").cacheSecurityGroup();

        assertThat(group).hasName("mysecgrp-abc");
        assertThat(group.arn()).endsWith(":securitygroup:mysecgrp-abc");
    }

    @Test
    void the_description_keeps_its_case_and_its_spaces() {
        CacheSecurityGroup group =
                create("mygroup", " For the WEB tier \u2013 \u00e9t\u00e9 ").cacheSecurityGroup();

        assertThat(group.description()).isEqualTo(" For the WEB tier \u2013 \u00e9t\u00e9 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "my-sec-grp", "1group", "defaults", "default-2", "mysecuritygroup"})
    void a_name_has_letters_digits_and_hyphens(String name) {
        create(name, "My security group");

        assertThat(groups.names()).contains(name);
    }

    @Test
    void a_name_may_have_255_characters() {
        String name = "a".repeat(255);

        create(name, "My security group");

        assertThat(groups.names()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"my group", "my_group", "my.group", "my/group", "my:group", "gr\u00fcn", "group\n", "\u0661"})
    void a_name_with_any_other_character_is_InvalidParameterValue(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create(name, "My security group"), mock)
                .says("The parameter CacheSecurityGroupName must have 1 to 255 ASCII letters, digits and hyphens.");
    }

    @Test
    void a_name_of_256_characters_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create("a".repeat(256), "My security group"), mock)
                .says("The parameter CacheSecurityGroupName must have 1 to 255 ASCII letters, digits and hyphens.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "Default", "DEFAULT", "dEfAuLt"})
    void the_word_default_in_any_case_is_InvalidParameterValue(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create(name, "My security group"), mock)
                .says("The parameter CacheSecurityGroupName must not be the word \"default\".");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            null,    My security group, CacheSecurityGroupName, null
            '',      My security group, CacheSecurityGroupName, blank
            '  ',    My security group, CacheSecurityGroupName, blank
            mygroup, null,              Description,            null
            mygroup, '',                Description,            blank
            mygroup, ' ',               Description,            blank
            """)
    void name_and_description_are_required(
            @Nullable String name, @Nullable String description, String parameter, @Nullable String wrong) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create(name, description), mock)
                .says("The parameter " + parameter + " must be provided and must not be " + wrong + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "MYGROUP"})
    void a_name_that_exists_in_any_case_is_CacheSecurityGroupAlreadyExists(String name) {
        create("mygroup", "the first");

        CACHE_SECURITY_GROUP_ALREADY_EXISTS
                .isTheAnswerTo(() -> create(name, "the second"), mock)
                .says("Cache security group " + name + " already exists");
    }

    @Test
    void the_51st_group_of_a_region_is_QuotaExceeded_CacheSecurityGroup() {
        IntStream.range(1, 50).forEach(number -> groups.create("group-" + number)); // With default: 50.

        CACHE_SECURITY_GROUP_QUOTA_EXCEEDED
                .isTheAnswerTo(() -> create("group-50", "one too many"), mock)
                .says("You have already reached your quota of 50 cache security groups in this region.");
        assertThat(groups.names()).hasSize(50);
    }

    @Test
    void a_deleted_group_makes_room_in_the_quota() {
        IntStream.range(1, 50).forEach(number -> groups.create("group-" + number));
        groups.delete("group-7");

        create("group-50", "in the room of group-7");

        assertThat(groups.names()).hasSize(50).contains("group-50");
    }

    @Test
    void the_quota_is_a_setting() {
        try (ElastiCacheMock withRoomForTwo = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 2))
                .build()) {
            Groups two = Groups.of(withRoomForTwo.client());
            two.create("mygroup");

            CACHE_SECURITY_GROUP_QUOTA_EXCEEDED.isTheAnswerTo(() -> two.create("one-too-many"), withRoomForTwo);
        }
    }

    @Test
    void tags_are_stored_with_the_group() {
        create("mygroup", "My security group", tag("stage", "test"), tag("owner", "ops"), tag("note", null));

        assertThat(tagsOf("mygroup")).containsExactly(tag("stage", "test"), tag("owner", "ops"), tag("note", null));
    }

    @Test
    void a_group_created_without_tags_has_none() {
        create("mygroup", "My security group");

        assertThat(tagsOf("mygroup")).isEmpty();
    }

    @Test
    void a_group_may_be_created_with_50_tags() {
        Tag[] fifty = numberedTags(50);

        create("mygroup", "My security group", fifty);

        assertThat(tagsOf("mygroup")).containsExactly(fifty);
    }

    @Test
    void the_51st_tag_is_TagQuotaPerResourceExceeded_and_the_group_is_not_created() {
        TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(
                () -> create("mygroup", "My security group", numberedTags(51)), mock);
        assertThat(groups.names()).containsExactly("default");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null", "''", "aws:created-by", "AWS:created-by"})
    void a_tag_that_is_none_is_InvalidParameterValue_and_the_group_is_not_created(@Nullable String key) {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> create("mygroup", "My security group", tag("stage", "test"), tag(key, "x")), mock);
        assertThat(groups.names()).containsExactly("default");
    }

    private CreateCacheSecurityGroupResponse create(@Nullable String name, @Nullable String description, Tag... tags) {
        return client.createCacheSecurityGroup(group ->
                group.cacheSecurityGroupName(name).description(description).tags(tags));
    }

    private List<Tag> tagsOf(String name) {
        return client.listTagsForResource(
                        resource -> resource.resourceName(groups.named(name).arn()))
                .tagList();
    }

    private static Tag tag(@Nullable String key, @Nullable String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Tag[] numberedTags(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> tag("key-" + number, "value-" + number))
                .toArray(Tag[]::new);
    }
}
