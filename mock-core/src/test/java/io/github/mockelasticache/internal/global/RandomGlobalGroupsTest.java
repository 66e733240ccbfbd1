package io.github.mockelasticache.internal.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.internal.global.GlobalStep.Kind;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupInfo;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupMember;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** What holds whatever is done to a global replication group and its members, and in whatever order. */
class RandomGlobalGroupsTest {

    private static final List<Region> REGIONS = List.of(Datastore.HOME, Datastore.WEST, Datastore.EUROPE);

    @Property(seed = "20250131", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void a_global_group_and_its_members_agree_after_every_step(@ForAll("steps") List<GlobalStep> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            Datastore datastore = new Datastore(mock);
            for (GlobalStep step : steps) {
                step.on(datastore);

                assertAgreed(datastore);
            }
        }
    }

    @Property(seed = "20250132", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void a_refused_step_changes_nothing(@ForAll("steps") List<GlobalStep> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            Datastore datastore = new Datastore(mock);
            for (GlobalStep step : steps) {
                String before = mock.state() + mock.timeline().pending();
                if (step.on(datastore).startsWith(GlobalStep.REFUSED)) {
                    assertThat(mock.state() + mock.timeline().pending())
                            .as(step.toString())
                            .isEqualTo(before);
                }
            }
        }
    }

    @Property(seed = "20250133", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void everything_settles(@ForAll("steps") List<GlobalStep> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            Datastore datastore = new Datastore(mock);
            steps.forEach(step -> step.on(datastore));

            datastore.settle();

            assertSettled(datastore);
        }
    }

    @Property(seed = "20250134", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void an_instant_clock_leaves_nothing_under_way(@ForAll("steps") List<GlobalStep> steps) {
        try (ElastiCacheMock mock =
                ElastiCacheMock.builder().clockMode(ClockMode.INSTANT).build()) {
            Datastore datastore = new Datastore(mock);
            for (GlobalStep step : steps) {
                step.on(datastore);

                assertSettled(datastore);
            }
        }
    }

    @Property(seed = "20250135", tries = 20, edgeCases = EdgeCasesMode.NONE)
    void the_same_steps_get_the_same_answers_and_leave_the_same_state(@ForAll("steps") List<GlobalStep> steps) {
        try (ElastiCacheMock one = ElastiCacheMock.create();
                ElastiCacheMock other = ElastiCacheMock.create()) {
            assertThat(answers(new Datastore(other), steps)).isEqualTo(answers(new Datastore(one), steps));
            assertThat(other.snapshot()).isEqualTo(one.snapshot());
        }
    }

    @Property(seed = "20250136", tries = 10, edgeCases = EdgeCasesMode.NONE)
    void a_snapshot_brings_everything_back(@ForAll("steps") List<GlobalStep> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                ElastiCacheMock other = ElastiCacheMock.create()) {
            answers(new Datastore(mock), steps);
            String snapshot = mock.snapshot();

            other.loadJson(snapshot);

            assertThat(other.snapshot()).isEqualTo(snapshot);
        }
    }

    @Property(seed = "20250137", tries = 150, edgeCases = EdgeCasesMode.NONE)
    void every_kind_of_step_succeeds_now_and_then(@ForAll("steps") List<GlobalStep> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            Datastore datastore = new Datastore(mock);
            for (GlobalStep step : steps) {
                if (!step.on(datastore).startsWith(GlobalStep.REFUSED)) {
                    Statistics.label("succeeded").collect(step.kind());
                }
            }
        }
        Statistics.label("succeeded").coverage(succeeded -> {
            for (Kind kind : Kind.values()) {
                succeeded.check(kind).count(times -> times > 0);
            }
        });
    }

    @Provide
    Arbitrary<List<GlobalStep>> steps() {
        return GlobalStep.any().list().ofMinSize(10).ofMaxSize(60).map(RandomGlobalGroupsTest::afterCreation);
    }

    /** Most steps need a group to succeed. */
    private static List<GlobalStep> afterCreation(List<GlobalStep> steps) {
        Duration longEnough = Duration.ofHours(1);
        List<GlobalStep> all = new ArrayList<>();
        all.add(new GlobalStep(Kind.CREATE_REPLICATION_GROUP, Datastore.HOME, 1, longEnough));
        all.add(new GlobalStep(Kind.ADVANCE, Datastore.HOME, 1, longEnough));
        all.add(new GlobalStep(Kind.CREATE, Datastore.HOME, 1, longEnough));
        all.add(new GlobalStep(Kind.ADVANCE, Datastore.HOME, 1, longEnough));
        all.addAll(steps);
        return all;
    }

    /** There is one primary, every member knows its role, and no other replication group has one. */
    private static void assertAgreed(Datastore datastore) {
        List<String> told = new ArrayList<>();
        for (GlobalReplicationGroup group : all(datastore)) {
            assertThat(group.members())
                    .filteredOn(member -> member.role().equals("PRIMARY"))
                    .hasSize(1);
            for (GlobalReplicationGroupMember member : group.members()) {
                told.add(member.replicationGroupRegion() + " " + member.replicationGroupId() + " "
                        + group.globalReplicationGroupId() + " " + member.role());
            }
        }
        List<String> shown = new ArrayList<>();
        for (Region region : REGIONS) {
            for (ReplicationGroup group : datastore.groups(region).all()) {
                GlobalReplicationGroupInfo membership = group.globalReplicationGroupInfo();
                if (membership.globalReplicationGroupId() != null) {
                    shown.add(region + " " + group.replicationGroupId() + " " + membership.globalReplicationGroupId()
                            + " " + membership.globalReplicationGroupMemberRole());
                }
            }
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(told);
    }

    /** Nothing is under way, and all members have in common what they should. */
    private static void assertSettled(Datastore datastore) {
        assertAgreed(datastore);
        for (GlobalReplicationGroup group : all(datastore)) {
            assertThat(group.status()).isEqualTo(group.members().size() == 1 ? "primary-only" : "available");
            for (GlobalReplicationGroupMember member : group.members()) {
                ReplicationGroup replicationGroup = datastore
                        .groups(Region.of(member.replicationGroupRegion()))
                        .named(member.replicationGroupId());
                assertThat(member.status()).isEqualTo("associated");
                assertThat(replicationGroup.status()).isEqualTo("available");
                assertThat(replicationGroup.cacheNodeType()).isEqualTo(group.cacheNodeType());
                assertThat(replicationGroup.nodeGroups())
                        .extracting((NodeGroup each) -> "ldgnf-my-" + each.nodeGroupId() + " " + each.slots())
                        .isEqualTo(Datastore.nodeGroups(group));
            }
        }
    }

    private static List<GlobalReplicationGroup> all(Datastore datastore) {
        return datastore
                .home()
                .describeGlobalReplicationGroups(groups -> groups.showMemberInfo(true))
                .globalReplicationGroups();
    }

    private static List<String> answers(Datastore datastore, List<GlobalStep> steps) {
        return steps.stream().map(step -> step.on(datastore)).toList();
    }
}
