package io.github.mockelasticache.internal.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.time.ClockMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** What holds whatever is done to the replication groups of a mock, and in whatever order. */
class RandomGroupsTest {

    private static final Set<String> SETTLED = Set.of("available", "migrating");

    @Property(seed = "20250101", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void a_group_is_whole_after_every_step(@ForAll("steps") List<GroupStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);
            for (GroupStep step : steps) {
                step.on(mock, client);

                for (ReplicationGroup group : groups.all()) {
                    if (!group.status().equals("deleting")) {
                        assertWhole(group, groups.clusters());
                    }
                }
            }
        }
    }

    @Property(seed = "20250107", tries = 300, edgeCases = EdgeCasesMode.NONE)
    void every_kind_of_step_succeeds_now_and_then(@ForAll("steps") List<GroupStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            for (GroupStep step : steps) {
                if (!step.on(mock, client).startsWith(GroupStep.REFUSED)) {
                    Statistics.label("succeeded").collect(step.kind());
                }
            }
        }
        Statistics.label("succeeded").coverage(succeeded -> {
            for (GroupStep.Kind kind : GroupStep.Kind.values()) {
                succeeded.check(kind).count(times -> times > 0);
            }
        });
    }

    @Property(seed = "20250102", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void a_refused_step_changes_nothing(@ForAll("steps") List<GroupStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            for (GroupStep step : steps) {
                String before = everything(mock, client);
                if (step.on(mock, client).startsWith(GroupStep.REFUSED)) {
                    assertThat(everything(mock, client)).as(step.toString()).isEqualTo(before);
                }
            }
        }
    }

    @Property(seed = "20250103", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void everything_settles(@ForAll("steps") List<GroupStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            steps.forEach(step -> step.on(mock, client));

            mock.clock().settle();

            assertSettled(ReplicationGroupsSeen.of(client));
        }
    }

    @Property(seed = "20250104", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void an_instant_clock_leaves_nothing_under_way(@ForAll("steps") List<GroupStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.INSTANT)) {
            ElastiCacheClient client = mock.client();
            for (GroupStep step : steps) {
                step.on(mock, client);

                assertSettled(ReplicationGroupsSeen.of(client));
            }
        }
    }

    @Property(seed = "20250105", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void no_number_of_a_member_is_used_again(@ForAll("steps") List<GroupStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);
            Map<String, Set<String>> seen = new HashMap<>();
            Map<String, Set<String>> present = new HashMap<>();
            for (GroupStep step : steps) {
                step.on(mock, client);

                Map<String, Set<String>> now = new HashMap<>();
                for (ReplicationGroup group : groups.all()) {
                    Set<String> members = new HashSet<>(group.memberClusters());
                    String life = group.replicationGroupId() + " " + group.replicationGroupCreateTime();
                    Set<String> added = new HashSet<>(members);
                    added.removeAll(present.getOrDefault(life, Set.of()));
                    if (step.kind() != GroupStep.Kind.ADD_REPLICA) {
                        added.retainAll(seen.getOrDefault(life, Set.of()));
                        assertThat(added).as(step.toString()).isEmpty();
                    }
                    seen.computeIfAbsent(life, key -> new HashSet<>()).addAll(members);
                    now.put(life, members);
                }
                present = now;
            }
        }
    }

    @Property(seed = "20250106", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void deleting_leaves_nothing_behind(@ForAll("steps") List<GroupStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);
            steps.forEach(step -> step.on(mock, client));
            mock.clock().settle();
            for (ReplicationGroup group : groups.all()) {
                if (group.status().equals("migrating")) {
                    client.completeMigration(it -> it.replicationGroupId(group.replicationGroupId()));
                    mock.clock().settle();
                }
                client.deleteReplicationGroup(it -> it.replicationGroupId(group.replicationGroupId()));
            }
            mock.clock().settle();
            groups.clusters()
                    .forEach(cluster -> client.deleteCacheCluster(it -> it.cacheClusterId(cluster.cacheClusterId())));
            mock.clock().settle();

            assertThat(groups.all()).isEmpty();
            assertThat(groups.clusters()).isEmpty();
            assertThat(mock.timeline().pending())
                    .allSatisfy(pending -> assertThat(pending.aspect()).isEqualTo("retention"));
            client.deleteCacheSubnetGroup(it -> it.cacheSubnetGroupName(GroupStep.SUBNETS));
        }
    }

    @Provide
    Arbitrary<List<GroupStep>> steps() {
        return GroupStep.any().list().ofSize(30);
    }

    private static ElastiCacheMock mock(ClockMode mode) {
        ElastiCacheMock mock = ElastiCacheMock.builder()
                .clockMode(mode)
                .platform(Platform.VPC_ONLY)
                .build();
        mock.client()
                .createCacheSubnetGroup(group -> group.cacheSubnetGroupName(GroupStep.SUBNETS)
                        .cacheSubnetGroupDescription("of all groups")
                        .subnetIds("subnet-1", "subnet-2", "subnet-3"));
        ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(mock.client());
        groups.create(
                "one",
                group -> group.numCacheClusters(4)
                        .automaticFailoverEnabled(true)
                        .multiAZEnabled(true)
                        .cacheSubnetGroupName(GroupStep.SUBNETS));
        groups.create(
                "two", group -> group.numNodeGroups(2).replicasPerNodeGroup(1).cacheSubnetGroupName(GroupStep.SUBNETS));
        mock.clock().settle();
        return mock;
    }

    private static void assertWhole(ReplicationGroup group, Collection<CacheCluster> clusters) {
        assertThat(group.memberClusters())
                .containsExactlyInAnyOrderElementsOf(clusters.stream()
                        .filter(each -> group.replicationGroupId().equals(each.replicationGroupId()))
                        .map(CacheCluster::cacheClusterId)
                        .toList());
        assertThat(group.nodeGroups().stream()
                        .flatMap(shard -> shard.nodeGroupMembers().stream())
                        .map(member -> member.cacheClusterId())
                        .toList())
                .isEqualTo(group.memberClusters());
        if (group.clusterModeAsString().equals("disabled")) {
            assertThat(group.nodeGroups()).hasSize(1);
            assertThat(group.nodeGroups().get(0).slots()).isNull();
        } else {
            assertThat(Slots.areComplete(group.nodeGroups().stream()
                            .map(NodeGroup::slots)
                            .map(slots -> slots == null ? Slots.none() : Slots.parse(slots))
                            .toList()))
                    .isTrue();
        }
        if (!group.clusterModeAsString().equals("enabled") && SETTLED.contains(group.status())) {
            assertThat(ReplicationGroupsSeen.roles(group))
                    .filteredOn(role -> role.endsWith(" primary"))
                    .hasSize(1);
        }
        long snapshotting = clusters.stream()
                .filter(each -> group.replicationGroupId().equals(each.replicationGroupId()))
                .filter(each -> each.snapshotRetentionLimit() > 0)
                .count();
        assertThat(snapshotting).isEqualTo(group.snapshottingClusterId() == null ? 0 : 1);
    }

    private static void assertSettled(ReplicationGroupsSeen groups) {
        assertThat(groups.all()).allSatisfy(group -> {
            assertThat(group.status()).isIn(SETTLED);
            assertThat(group.nodeGroups()).extracting(NodeGroup::status).containsOnly("available");
            assertThat(group.pendingModifiedValues().resharding()).isNull();
            assertThat(group.automaticFailoverAsString()).isIn("enabled", "disabled");
        });
        assertThat(groups.clusters())
                .extracting(CacheCluster::cacheClusterStatus)
                .allMatch("available"::equals);
    }

    private static String everything(ElastiCacheMock mock, ElastiCacheClient client) {
        ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);
        List<String> all = new ArrayList<>();
        all.add(groups.all().toString());
        all.add(groups.clusters().toString());
        all.add(client.describeSnapshots().snapshots().toString());
        all.add(groups.events().toString());
        all.add(mock.timeline().pending().toString());
        all.add(groups.clusters().stream()
                .filter(each -> each.cacheClusterStatus().equals("available"))
                .map(each -> groups.tags(each.arn()).toString())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString());
        return String.join("\n", all);
    }
}
