package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Groups;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;

class DescribeCacheSecurityGroupsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 1000))
            .build();

    private final ElastiCacheClient client = mock.client();
    private final Groups groups = Groups.of(client);

    @Test
    void at_the_start_there_is_the_group_named_default_without_ingress() {
        DescribeCacheSecurityGroupsResponse answer = client.describeCacheSecurityGroups(all -> {});

        assertThat(answer.cacheSecurityGroups()).hasSize(1);
        CacheSecurityGroup group = answer.cacheSecurityGroups().get(0);
        assertThat(group).hasName("default").hasNoIngress();
        assertThat(group.description()).isEqualTo("default");
        assertThat(group.ownerId()).isEqualTo(mock.accountId());
        assertThat(group.arn()).isEqualTo("arn:aws:elasticache:us-east-1:123456789012:securitygroup:default");
    }

    @Test
    void the_answer_carries_a_request_id_and_http_200() {
        DescribeCacheSecurityGroupsResponse answer = client.describeCacheSecurityGroups(all -> {});

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @Test
    void all_groups_come_in_the_order_of_their_names() {
        for (String name : new String[] {"web", "Zoo", "app", "b-2", "b-10", "1st"}) {
            groups.create(name);
        }

        assertThat(client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups())
                .extracting(CacheSecurityGroup::cacheSecurityGroupName)
                .containsExactly("1st", "app", "b-10", "b-2", "default", "web", "zoo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "MYGROUP"})
    void one_group_is_found_by_its_name_in_any_case(String name) {
        groups.create("myGroup");
        groups.create("mygroup-2");

        DescribeCacheSecurityGroupsResponse answer =
                client.describeCacheSecurityGroups(group -> group.cacheSecurityGroupName(name));

        assertThat(answer.cacheSecurityGroups())
                .extracting(CacheSecurityGroup::cacheSecurityGroupName)
                .containsExactly("mygroup");
        assertThat(answer.marker()).isNull();
    }

    @Test
    void an_unknown_name_is_CacheSecurityGroupNotFound() {
        CACHE_SECURITY_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> groups.named("nosuchgroup"), mock)
                .says("CacheSecurityGroup not found: nosuchgroup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_blank_name_is_InvalidParameterValue(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.named(name), mock)
                .says("The parameter CacheSecurityGroupName must be provided and must not be blank.");
    }

    @Test
    void a_page_has_100_groups_unless_asked_otherwise() {
        numberedGroups(101);

        DescribeCacheSecurityGroupsResponse first = client.describeCacheSecurityGroups(all -> {});
        DescribeCacheSecurityGroupsResponse second = page(100, marker(first));

        assertThat(first.cacheSecurityGroups()).hasSize(100);
        assertThat(second.cacheSecurityGroups()).hasSize(2);
        assertThat(second.marker()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 99, 100})
    void MaxRecords_is_20_to_100(int maxRecords) {
        numberedGroups(150);

        assertThat(page(maxRecords, null).cacheSecurityGroups()).hasSize(maxRecords);
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 101, 0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void any_other_MaxRecords_is_InvalidParameterValue(int maxRecords) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> page(maxRecords, null), mock)
                .says("Invalid value for max records. Must be between 20 and 100");
    }

    @Test
    void MaxRecords_is_checked_even_where_one_group_is_named() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> client.describeCacheSecurityGroups(
                        group -> group.cacheSecurityGroupName("default").maxRecords(19)),
                mock);
    }

    @Test
    void a_page_that_ends_with_the_last_group_has_no_marker() {
        numberedGroups(39); // With default: two pages of 20.

        DescribeCacheSecurityGroupsResponse first = page(20, null);
        DescribeCacheSecurityGroupsResponse second = page(20, marker(first));

        assertThat(second.cacheSecurityGroups()).hasSize(20);
        assertThat(second.marker()).isNull();
    }

    @Test
    void a_marker_leads_on_after_the_group_it_was_made_for_has_been_deleted() {
        List<String> names = numberedGroups(40);
        DescribeCacheSecurityGroupsResponse first = page(20, null);
        groups.delete(names.get(18)); // The last of the first page, which begins with default.

        DescribeCacheSecurityGroupsResponse second = page(20, marker(first));

        assertThat(second.cacheSecurityGroups())
                .extracting(CacheSecurityGroup::cacheSecurityGroupName)
                .isEqualTo(names.subList(19, 39));
    }

    @Test
    void a_marker_can_be_used_again_and_with_another_MaxRecords() {
        List<String> names = numberedGroups(60);
        String marker = marker(page(20, null));

        assertThat(page(20, marker).equalsBySdkFields(page(20, marker))).isTrue();
        assertThat(page(30, marker).cacheSecurityGroups())
                .extracting(CacheSecurityGroup::cacheSecurityGroupName)
                .isEqualTo(names.subList(19, 49));
    }

    @Test
    void an_empty_marker_is_the_first_page() {
        numberedGroups(30);

        assertThat(page(20, "").equalsBySdkFields(page(20, null))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuchmarker", "group-018", "\u00e9", "AAAAAAAAAAA", " ", "===="})
    void a_marker_that_was_made_up_is_InvalidParameterValue(String marker) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> page(20, marker), mock)
                .says("Invalid marker: " + marker + " was not returned by DescribeCacheSecurityGroups.");
    }

    @Test
    void a_marker_of_another_operation_is_InvalidParameterValue() {
        numberedGroups(30);
        String ofEvents = Objects.requireNonNull(
                client.describeEvents(events -> events.maxRecords(20)).marker());

        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> page(20, ofEvents), mock);
    }

    @Test
    void a_marker_of_another_region_is_InvalidParameterValue() {
        numberedGroups(30);
        String marker = marker(page(20, null));
        ElastiCacheClient elsewhere = mock.client(Region.EU_WEST_1);

        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> elsewhere.describeCacheSecurityGroups(
                        groups -> groups.maxRecords(20).marker(marker)),
                mock);
    }

    private List<String> numberedGroups(int count) {
        List<String> names =
                IntStream.range(0, count).mapToObj("group-%03d"::formatted).toList();
        names.forEach(groups::create);
        return names;
    }

    private DescribeCacheSecurityGroupsResponse page(int maxRecords, String marker) {
        return client.describeCacheSecurityGroups(
                groups -> groups.maxRecords(maxRecords).marker(marker));
    }

    private static String marker(DescribeCacheSecurityGroupsResponse page) {
        return Objects.requireNonNull(page.marker(), "marker");
    }
}
