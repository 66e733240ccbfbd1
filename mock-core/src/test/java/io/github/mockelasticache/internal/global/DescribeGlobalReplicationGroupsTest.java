package io.github.mockelasticache.internal.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.time.ClockMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.DescribeGlobalReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeGlobalReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;

/** {@code DescribeGlobalReplicationGroups}, and what else can be seen of groups that belong to no region. */
class DescribeGlobalReplicationGroupsTest {

    private final ElastiCacheMock mock = ElastiCacheMock.create();
    private final Datastore datastore = new Datastore(mock);

    @AfterEach
    void close() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_what_it_says() {
        int groups = 21;
        for (int number = 0; number < groups; number++) {
            String id = String.format("g%02d", number);
            datastore.groups(Datastore.HOME).create(id, group -> group.cacheSubnetGroupName("default"));
            datastore.settle();
            datastore
                    .home()
                    .createGlobalReplicationGroup(
                            global -> global.globalReplicationGroupIdSuffix(id).primaryReplicationGroupId(id));
        }
        datastore.settle();
        return RequestMembers.of(
                        DescribeGlobalReplicationGroupsRequest.builder().build())
                .member("GlobalReplicationGroupId", "names one in any case", () -> {
                    assertThat(ids(datastore
                                    .home()
                                    .describeGlobalReplicationGroups(
                                            group -> group.globalReplicationGroupId("LDGNF-G07"))))
                            .containsExactly("ldgnf-g07");
                    Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND
                            .isTheAnswerTo(datastore::named, mock)
                            .hasMessageContaining("GlobalReplicationGroup ldgnf-my not found.");
                })
                .member("MaxRecords", "limits a page", () -> {
                    assertThat(ids(datastore.home().describeGlobalReplicationGroups(page -> page.maxRecords(20))))
                            .hasSize(20);
                    Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> datastore.home().describeGlobalReplicationGroups(page -> page.maxRecords(19)), mock);
                })
                .member("Marker", "goes on where the page before ended", () -> {
                    List<String> all = new ArrayList<>();
                    datastore
                            .home()
                            .describeGlobalReplicationGroupsPaginator(page -> page.maxRecords(20))
                            .forEach(page -> all.addAll(ids(page)));
                    assertThat(all).hasSize(groups).isSorted().doesNotHaveDuplicates();
                    Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> datastore.home().describeGlobalReplicationGroups(page -> page.marker("made-up")),
                            mock);
                })
                .member("ShowMemberInfo", "shows the members", () -> {
                    assertThat(datastore
                                    .home()
                                    .describeGlobalReplicationGroups(all -> {})
                                    .globalReplicationGroups())
                            .noneMatch(GlobalReplicationGroup::hasMembers);
                    assertThat(datastore
                                    .home()
                                    .describeGlobalReplicationGroups(all -> all.showMemberInfo(true))
                                    .globalReplicationGroups())
                            .allMatch(GlobalReplicationGroup::hasMembers);
                })
                .tests();
    }

    @Test
    void every_region_of_the_partition_shows_the_same_group() {
        GlobalReplicationGroup group = datastore.ofTwo(primary -> {});

        assertThat(datastore.seenFrom(Datastore.WEST)).isEqualTo(group);
        assertThat(datastore.seenFrom(Datastore.EUROPE)).isEqualTo(group);
        Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(() -> datastore.seenFrom(Region.CN_NORTH_1));
    }

    @Test
    void a_loop_that_polls_a_group_ends() {
        datastore.standAlone(Datastore.HOME, "first", primary -> {});
        mock.clockMode(ClockMode.POLLED);
        datastore
                .home()
                .createGlobalReplicationGroup(
                        global -> global.globalReplicationGroupIdSuffix("my").primaryReplicationGroupId("first"));
        assertThat(polled("primary-only")).isEqualTo("primary-only");

        datastore.secondary(Datastore.WEST, "second", group -> {});
        assertThat(polled("available")).isEqualTo("available");
    }

    @Test
    void where_everything_happens_at_once_a_group_is_complete_at_once() {
        mock.clockMode(ClockMode.INSTANT);

        GlobalReplicationGroup group = datastore.ofTwo(primary -> primary.numNodeGroups(2));
        assertThat(group.status()).isEqualTo("available");
        datastore.modify(all -> all.cacheNodeType("cache.m5.xlarge"));
        datastore.failover(Datastore.WEST, "second");

        assertThat(datastore.named().status()).isEqualTo("available");
        assertThat(datastore.second().cacheNodeType()).isEqualTo("cache.m5.xlarge");
        assertThat(datastore.second().globalReplicationGroupInfo().globalReplicationGroupMemberRole())
                .isEqualTo("PRIMARY");
    }

    @Test
    void a_group_is_found_from_any_region_without_a_call() {
        GlobalReplicationGroup group = datastore.ofTwo(primary -> {});

        assertThat(mock.find(Datastore.EUROPE, GlobalReplicationGroup.class, "LDGNF-MY"))
                .hasValue(group);
        assertThat(mock.find(Region.CN_NORTH_1, GlobalReplicationGroup.class, "ldgnf-my"))
                .isEmpty();
    }

    @Test
    void the_state_lists_a_group_once_beside_the_regions() {
        datastore.ofTwo(primary -> {});

        assertThat(mock.state())
                .containsOnlyOnce("GlobalReplicationGroups")
                .contains("aws-global  GlobalReplicationGroups");
    }

    @Test
    void a_snapshot_brings_a_group_back_with_its_members_and_what_is_under_way() {
        datastore.ofTwo(primary -> {});
        datastore.modify(group -> group.cacheNodeType("cache.m5.xlarge"));
        String snapshot = mock.snapshot();

        try (ElastiCacheMock other = ElastiCacheMock.create()) {
            other.loadJson(snapshot);

            assertThat(other.snapshot()).isEqualTo(snapshot);
            other.clock().settle();
            Datastore loaded = new Datastore(other);
            assertThat(loaded.named().status()).isEqualTo("available");
            assertThat(loaded.second().cacheNodeType()).isEqualTo("cache.m5.xlarge");
        }
    }

    @Test
    void a_reset_leaves_no_group() {
        datastore.ofTwo(primary -> {});

        mock.reset();

        assertThat(datastore.home().describeGlobalReplicationGroups(all -> {}).globalReplicationGroups())
                .isEmpty();
    }

    @Test
    void a_group_cannot_be_tagged() {
        String arn = datastore.ofPrimary(primary -> {}).arn();

        for (String each : List.of(arn, arn.replace("::", ":us-east-1:"))) {
            Refusal.INVALID_ARN.isTheAnswerTo(
                    () -> datastore.home().listTagsForResource(resource -> resource.resourceName(each)), mock);
        }
    }

    private String polled(String wanted) {
        String status = "";
        for (int poll = 0; poll < 20 && !status.equals(wanted); poll++) {
            status = datastore
                    .home()
                    .describeGlobalReplicationGroups(group -> group.globalReplicationGroupId(Datastore.ID))
                    .globalReplicationGroups()
                    .get(0)
                    .status();
        }
        return status;
    }

    private static List<String> ids(DescribeGlobalReplicationGroupsResponse page) {
        return page.globalReplicationGroups().stream()
                .map(GlobalReplicationGroup::globalReplicationGroupId)
                .toList();
    }
}
