package io.github.mockelasticache.internal.subnet;

import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.SubnetGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsResponse;

class DescribeCacheSubnetGroupsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final SubnetGroups groups = SubnetGroups.of(client);

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        List<String> names = numberedGroups(30);
        return RequestMembers.of(DescribeCacheSubnetGroupsRequest.builder().build())
                .member(
                        "CacheSubnetGroupName",
                        "picks one group",
                        () -> assertThat(groups.named(names.get(7)).cacheSubnetGroupName())
                                .isEqualTo(names.get(7)))
                .member(
                        "MaxRecords",
                        "is the size of a page",
                        () -> assertThat(page(25, null).cacheSubnetGroups()).hasSize(25))
                .member(
                        "Marker",
                        "says where the page begins",
                        () -> assertThat(page(20, marker(page(20, null))).cacheSubnetGroups())
                                .hasSize(11))
                .tests();
    }

    @Test
    void the_answer_carries_a_request_id_and_http_200() {
        DescribeCacheSubnetGroupsResponse answer = client.describeCacheSubnetGroups(all -> {});

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @Test
    void all_groups_come_in_the_order_of_their_names() {
        for (String name : new String[] {"web", "Zoo", "app", "b-2", "b-10"}) {
            groups.create(name, "subnet-1");
        }

        assertThat(groups.names()).containsExactly("app", "b-10", "b-2", "default", "web", "zoo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "MYGROUP"})
    void one_group_is_found_by_its_name_in_any_case(String name) {
        groups.create("myGroup", "subnet-1");
        groups.create("mygroup-2", "subnet-1");

        DescribeCacheSubnetGroupsResponse answer =
                client.describeCacheSubnetGroups(group -> group.cacheSubnetGroupName(name));

        assertThat(answer.cacheSubnetGroups())
                .extracting(CacheSubnetGroup::cacheSubnetGroupName)
                .containsExactly("mygroup");
        assertThat(answer.marker()).isNull();
    }

    /** The service's own words: floci-io/floci#2401. */
    @ParameterizedTest
    @ValueSource(strings = {"nosuchgroup", "no_identifier"})
    void an_unknown_name_is_CacheSubnetGroupNotFoundFault(String name) {
        CACHE_SUBNET_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> groups.named(name), mock)
                .says("Cache subnet group " + name + " not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_blank_name_is_InvalidParameterValue(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.named(name), mock)
                .says("The parameter CacheSubnetGroupName must be provided and must not be blank.");
    }

    @Test
    void a_page_has_100_groups_unless_asked_otherwise() {
        numberedGroups(101);

        DescribeCacheSubnetGroupsResponse first = client.describeCacheSubnetGroups(all -> {});
        DescribeCacheSubnetGroupsResponse second = page(100, marker(first));

        assertThat(first.cacheSubnetGroups()).hasSize(100);
        assertThat(second.cacheSubnetGroups()).hasSize(2);
        assertThat(second.marker()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 101, 0, -1})
    void MaxRecords_out_of_its_range_is_InvalidParameterValue(int maxRecords) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> page(maxRecords, null), mock)
                .says("Invalid value for max records. Must be between 20 and 100");
    }

    @Test
    void a_marker_that_was_made_up_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> page(20, "nosuchmarker"), mock)
                .says("Invalid marker: nosuchmarker was not returned by DescribeCacheSubnetGroups.");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    void the_paginators_show_all_groups_in_order(int maxRecords) {
        numberedGroups(249); // With default: 250.
        List<String> seen = new ArrayList<>();

        mock.asyncClient()
                .describeCacheSubnetGroupsPaginator(all -> all.maxRecords(maxRecords))
                .cacheSubnetGroups()
                .subscribe(group -> seen.add(group.cacheSubnetGroupName()))
                .join();

        assertThat(
                        client
                                .describeCacheSubnetGroupsPaginator(all -> all.maxRecords(maxRecords))
                                .cacheSubnetGroups()
                                .stream()
                                .map(CacheSubnetGroup::cacheSubnetGroupName))
                .hasSize(250)
                .isSorted()
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(seen);
    }

    @Test
    void the_paginator_loses_and_repeats_nothing_while_groups_come_and_go() {
        List<String> names = numberedGroups(60);
        List<String> seen = new ArrayList<>();

        for (DescribeCacheSubnetGroupsResponse page :
                client.describeCacheSubnetGroupsPaginator(all -> all.maxRecords(20))) {
            List<String> shown = page.cacheSubnetGroups().stream()
                    .map(CacheSubnetGroup::cacheSubnetGroupName)
                    .toList();
            seen.addAll(shown);
            groups.delete(shown.get(shown.size() - 1)); // The group that the marker was made for.
            groups.create("a-" + shown.get(shown.size() - 1), "subnet-1");
        }

        assertThat(seen).isSorted().containsAll(names).hasSize(61);
    }

    private List<String> numberedGroups(int count) {
        List<String> names =
                IntStream.range(0, count).mapToObj("group-%03d"::formatted).toList();
        names.forEach(name -> groups.create(name, "subnet-1"));
        return names;
    }

    private DescribeCacheSubnetGroupsResponse page(int maxRecords, @Nullable String marker) {
        return client.describeCacheSubnetGroups(
                groups -> groups.maxRecords(maxRecords).marker(marker));
    }

    private static String marker(DescribeCacheSubnetGroupsResponse page) {
        return Objects.requireNonNull(page.marker(), "marker");
    }
}
