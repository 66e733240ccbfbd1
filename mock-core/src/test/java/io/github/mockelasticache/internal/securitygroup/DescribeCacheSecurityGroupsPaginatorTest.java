package io.github.mockelasticache.internal.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;

/** The SDK's own paginators over 250 groups, while others are created and deleted. */
class DescribeCacheSecurityGroupsPaginatorTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 1000))
            .build();

    private final Groups groups = Groups.of(mock.client());
    private final NavigableSet<String> created = new TreeSet<>();
    private final Set<String> deleted = new TreeSet<>();
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void there_are_250_groups() {
        IntStream.range(0, 249).mapToObj("group-%03d"::formatted).forEach(groups::create); // With default: 250.
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    void the_paginator_shows_all_250_groups_in_order(int maxRecords) {
        assertThat(mock.client().describeCacheSecurityGroupsPaginator(all -> all.maxRecords(maxRecords)).stream()
                        .map(page -> page.cacheSecurityGroups().size()))
                .containsExactlyElementsOf(pageSizes(maxRecords));
        assertThat(mock
                        .client()
                        .describeCacheSecurityGroupsPaginator(all -> all.maxRecords(maxRecords))
                        .cacheSecurityGroups()
                        .stream()
                        .map(CacheSecurityGroup::cacheSecurityGroupName))
                .containsExactlyElementsOf(groups.names())
                .hasSize(250);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    void the_paginator_of_the_asynchronous_client_shows_all_250_groups_in_order(int maxRecords) {
        mock.asyncClient()
                .describeCacheSecurityGroupsPaginator(all -> all.maxRecords(maxRecords))
                .cacheSecurityGroups()
                .subscribe(group -> seen.add(group.cacheSecurityGroupName()))
                .join();

        assertThat(seen).isEqualTo(groups.names()).hasSize(250);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    void the_paginator_loses_and_repeats_nothing_while_groups_come_and_go(int maxRecords) {
        List<String> atTheStart = groups.names();

        for (DescribeCacheSecurityGroupsResponse page :
                mock.client().describeCacheSecurityGroupsPaginator(all -> all.maxRecords(maxRecords))) {
            lookAtAndThenChangeTheGroupsAround(page);
        }

        assertThatSurvivorsWereSeenOnce(atTheStart);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    void the_paginator_of_the_asynchronous_client_loses_and_repeats_nothing_while_groups_come_and_go(int maxRecords) {
        List<String> atTheStart = groups.names();

        mock.asyncClient()
                .describeCacheSecurityGroupsPaginator(all -> all.maxRecords(maxRecords))
                .subscribe(this::lookAtAndThenChangeTheGroupsAround)
                .join();

        assertThatSurvivorsWereSeenOnce(atTheStart);
    }

    /** Creates a group before the end of the page and one after it, and deletes its first, its last and the one after it. */
    private void lookAtAndThenChangeTheGroupsAround(DescribeCacheSecurityGroupsResponse page) {
        List<String> names = page.cacheSecurityGroups().stream()
                .map(CacheSecurityGroup::cacheSecurityGroupName)
                .filter(name -> !name.equals("default"))
                .toList();
        page.cacheSecurityGroups().forEach(group -> seen.add(group.cacheSecurityGroupName()));
        String first = names.get(0);
        String last = names.get(names.size() - 1);
        NavigableSet<String> all = new TreeSet<>(groups.names());
        String next = all.higher(last);

        create(first + "-before");
        create(last + "-after");
        delete(first);
        delete(last);
        if (next != null) {
            delete(next);
        }
    }

    private void create(String name) {
        groups.create(name);
        created.add(name);
    }

    private void delete(String name) {
        groups.delete(name);
        deleted.add(name);
    }

    private void assertThatSurvivorsWereSeenOnce(List<String> atTheStart) {
        assertThat(seen).isSorted().doesNotHaveDuplicates();
        List<String> survivors = new ArrayList<>(atTheStart);
        survivors.removeAll(deleted);
        assertThat(seen).containsAll(survivors);
        assertThat(deleted).hasSizeGreaterThan(6);
        assertThat(created).hasSizeGreaterThan(4).anyMatch(seen::contains).anyMatch(name -> !seen.contains(name));
    }

    private static List<Integer> pageSizes(int maxRecords) {
        return IntStream.iterate(250, rest -> rest > 0, rest -> rest - maxRecords)
                .mapToObj(rest -> Math.min(rest, maxRecords))
                .toList();
    }
}
