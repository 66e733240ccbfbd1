package io.github.mockelasticache.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.Tag;

class QueryDecoderTest {

    @Test
    void a_list_member_may_carry_the_models_name_or_the_word_member() {
        Tag tag = Tag.builder().key("team").value("cache").build();

        assertThat(createCacheCluster("Tags.Tag.1.Key", "team", "Tags.Tag.1.Value", "cache")
                        .tags())
                .containsExactly(tag);
        assertThat(createCacheCluster("Tags.member.1.Key", "team", "Tags.member.1.Value", "cache")
                        .tags())
                .containsExactly(tag);
    }

    @Test
    void list_members_come_in_the_order_of_their_indexes() {
        assertThat(createCacheCluster(
                                "SecurityGroupIds.SecurityGroupId.10", "sg-10",
                                "SecurityGroupIds.SecurityGroupId.2", "sg-2",
                                "SecurityGroupIds.SecurityGroupId.1", "sg-1")
                        .securityGroupIds())
                .containsExactly("sg-1", "sg-2", "sg-10");
    }

    @Test
    void a_list_whose_name_comes_bare_is_empty() {
        ModifyUserGroupRequest request = (ModifyUserGroupRequest) decode("ModifyUserGroup", Map.of("UserIdsToAdd", ""));

        assertThat(request.hasUserIdsToAdd()).isTrue();
        assertThat(request.userIdsToAdd()).isEmpty();
        assertThat(request.hasUserIdsToRemove()).isFalse();
    }

    @Test
    void lists_within_structures_within_lists_are_decoded() {
        DescribeUsersRequest request = (DescribeUsersRequest) decode(
                "DescribeUsers",
                Map.of(
                        "Filters.member.1.Name", "user-id",
                        "Filters.member.1.Values.member.1", "alice",
                        "Filters.member.1.Values.member.2", "bob"));

        assertThat(request.filters()).singleElement().satisfies(filter -> {
            assertThat(filter.name()).isEqualTo("user-id");
            assertThat(filter.values()).containsExactly("alice", "bob");
        });
    }

    @Test
    void an_empty_text_is_a_value() {
        assertThat(createCacheCluster("CacheNodeType", "").cacheNodeType()).isEmpty();
    }

    @Test
    void parameters_that_the_model_does_not_name_are_ignored() {
        assertThat(createCacheCluster(
                        "CacheClusterId", "my-cluster",
                        "SignatureMethod", "HmacSHA256",
                        "Timestamp", "20150202T192317Z",
                        "X-Amz-Credential", "<credential>",
                        "Tags.Tag.1.Key", "team",
                        "Tags.Tag.1.Colour", "blue"))
                .isEqualTo(CreateCacheClusterRequest.builder()
                        .cacheClusterId("my-cluster")
                        .tags(Tag.builder().key("team").build())
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "false, false", "0, false"})
    void booleans_are_written_as_in_XML_Schema(String text, boolean value) {
        assertThat(((DescribeCacheClustersRequest) decode("DescribeCacheClusters", Map.of("ShowCacheNodeInfo", text)))
                        .showCacheNodeInfo())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "TRUE", "True", "yes", " true"})
    void any_other_boolean_is_MalformedInput(String text) {
        assertRefused(
                "DescribeCacheClusters",
                Map.of("ShowCacheNodeInfo", text),
                "MalformedInput",
                "boolean must follow xsd1.1 definition");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, The value 'abc' of the parameter MaxRecords is not of type integer.",
        "'', missing value for integer type",
        "1.5, The value '1.5' of the parameter MaxRecords is not of type integer.",
        "2147483648, The value '2147483648' of the parameter MaxRecords is not of type integer.",
        "٢٠, The value '٢٠' of the parameter MaxRecords is not of type integer.",
        "0x14, The value '0x14' of the parameter MaxRecords is not of type integer."
    })
    void what_is_no_integer_is_MalformedInput(String text, String message) {
        assertRefused("DescribeCacheClusters", Map.of("MaxRecords", text), "MalformedInput", message);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-02-02T19:23:17Z, 2015-02-02T19:23:17Z",
        "2015-02-02T19:23:17.972Z, 2015-02-02T19:23:17.972Z",
        "2015-02-02T19:23:17.972123456Z, 2015-02-02T19:23:17.972123456Z",
        "2015-02-02T21:23:17+02:00, 2015-02-02T19:23:17Z"
    })
    void timestamps_are_ISO_8601_with_or_without_fraction(String text, Instant value) {
        assertThat(((DescribeEventsRequest) decode("DescribeEvents", Map.of("StartTime", text))).startTime())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "20150202T192317Z", "2015-02-30T00:00:00Z", "1422905000"})
    void any_other_timestamp_is_MalformedInput(String text) {
        assertRefused("DescribeEvents", Map.of("StartTime", text), "MalformedInput", "timestamp must follow ISO8601");
    }

    @ParameterizedTest
    @CsvSource({
        "Tags.Tag.0.Key, 0 is not a valid index",
        "Tags.Tag.01.Key, Value found where not expected",
        "Tags.Tag.-1.Key, Start of list found where not expected",
        "Tags.Tag.one.Key, Start of list found where not expected",
        "Tags.Tag..Key, Start of list found where not expected",
        "Tags.Tag, Start of list found where not expected",
        "Tags.Label.1.Key, Start of list found where not expected",
        "Tags.1.Key, Start of list found where not expected",
        "Tags.Tag.12.Key, 'Excessively sparse input would skip 11 list elements'",
        "Tags.Tag.100000001.Key, 'Excessively sparse input would skip 100,000,000 list elements'",
        "Tags.Tag.999999999.Key, Index 999999999 is illegal",
        "Tags.Tag.99999999999999999999.Key, Index 99999999999999999999 is illegal",
        "Tags, Unexpected list element termination",
        "Tags.Tag.1, Unexpected complex element termination",
        "CacheClusterId.Name, Start of structure or map found where not expected.",
        "CacheClusterId.member.1, Start of list found where not expected"
    })
    void a_name_that_does_not_fit_the_model_is_MalformedInput(String name, String message) {
        assertRefused("CreateCacheCluster", Map.of(name, "x"), "MalformedInput", message);
    }

    @Test
    void a_very_long_index_is_not_echoed_in_full() {
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> createCacheCluster("Tags.Tag." + "9".repeat(500_000) + ".Key", "x"))
                .satisfies(refusal -> assertThat(refusal.message()).hasSizeLessThan(150));
    }

    @Test
    void a_very_deep_name_is_no_more_than_a_name() {
        assertThat(createCacheCluster("Tags.Tag.1.Key", "k", "Tags.Tag.1" + ".a".repeat(200_000), "x")
                        .tags())
                .containsExactly(Tag.builder().key("k").build());
    }

    @Test
    void thousands_of_list_members_are_decoded() {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 1; i <= 10_000; i++) {
            parameters.put("SecurityGroupIds.member." + i, "sg-" + i);
        }

        CreateCacheClusterRequest request = (CreateCacheClusterRequest) decode("CreateCacheCluster", parameters);

        assertThat(request.securityGroupIds())
                .hasSize(10_000)
                .startsWith("sg-1", "sg-2")
                .endsWith("sg-10000");
    }

    @Test
    void text_that_no_answer_could_carry_back_is_InvalidParameterValue() {
        assertRefused(
                "CreateCacheCluster",
                Map.of("CacheClusterId", "a\u0001"),
                "InvalidParameterValue",
                "The parameter CacheClusterId contains the character U+0001, which XML 1.0 does not allow.");
    }

    private static CreateCacheClusterRequest createCacheCluster(String... namesAndValues) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return (CreateCacheClusterRequest) decode("CreateCacheCluster", parameters);
    }

    private static ElastiCacheRequest decode(String action, Map<String, String> parameters) {
        return QueryDecoder.decode(ActionTable.find(action), FormParameters.of(parameters));
    }

    private static void assertRefused(String action, Map<String, String> parameters, String code, String message) {
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> decode(action, parameters))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.message()).isEqualTo(message);
                });
    }
}
