package io.github.mockelasticache.samples.provisioner;

import static io.github.mockelasticache.samples.provisioner.Store.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.BeforeFirst;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;

@MockElastiCache
class FailoverDrillTest {

    private ElastiCacheMock mock;
    private ElastiCacheClient client;
    private Provisioner provisioner;

    @BeforeEach
    void a_provisioner(ElastiCacheMock mock, ElastiCacheClient client) {
        this.mock = mock;
        this.client = client;
        provisioner = Store.provisioner(mock);
    }

    @Test
    void roles_change_and_the_primary_endpoint_stays() {
        provisioner.provision(STORE);
        NodeGroup before = nodeGroup();

        Report report = provisioner.failOver(STORE);

        assertThat(report.of(Part.PRIMARY).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(report.of(Part.PRIMARY).detail()).isEqualTo("store-001 > store-002");
        assertThat(nodeGroup().nodeGroupMembers())
                .extracting(member -> member.cacheClusterId() + " " + member.currentRole())
                .containsExactlyInAnyOrder("store-001 replica", "store-002 primary");
        assertThat(nodeGroup().primaryEndpoint()).isEqualTo(before.primaryEndpoint());
    }

    @Test
    void a_second_drill_leads_back() {
        provisioner.provision(STORE);
        provisioner.failOver(STORE);

        assertThat(provisioner.failOver(STORE).of(Part.PRIMARY).detail()).isEqualTo("store-002 > store-001");
    }

    @Test
    void a_drill_is_late_if_the_old_primary_still_is_when_time_is_up() {
        provisioner.provision(STORE);
        Provisioner hasty = Store.provisioner(mock, Store.PATIENCE.withDeadline(Duration.ofSeconds(20)));

        Report report = hasty.failOver(STORE);

        assertThat(report.of(Part.PRIMARY).outcome()).isEqualTo(Outcome.LATE);
        assertThat(report.of(Part.PRIMARY).detail()).isEqualTo("store-001 is still primary after 20 s");
        assertThat(report.took()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void a_sixteenth_drill_in_a_day_is_refused() {
        provisioner.provision(STORE);
        IntStream.range(0, 15).forEach(drill -> provisioner.failOver(STORE));

        Report report = provisioner.failOver(STORE);

        assertThat(report.of(Part.PRIMARY).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(Part.PRIMARY).detail()).startsWith("APICallRateForCustomerExceeded: ");
    }

    @Test
    void a_group_without_a_replica_has_nobody_to_take_over() {
        client.createReplicationGroup(group -> group.replicationGroupId("store")
                .replicationGroupDescription("A primary by itself")
                .cacheNodeType("cache.r6g.large"));

        Report report = provisioner.failOver(STORE);

        assertThat(report.of(Part.PRIMARY).detail()).isEqualTo("has no replica that could take over");
    }

    @Test
    void a_group_without_automatic_failover_is_told_at_once() {
        client.createReplicationGroup(group -> group.replicationGroupId("store")
                .replicationGroupDescription("A pair without failover")
                .cacheNodeType("cache.r6g.large")
                .numCacheClusters(2));

        Report report = provisioner.failOver(STORE);

        assertThat(report.of(Part.PRIMARY).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(Part.PRIMARY).detail()).isEqualTo("has automatic failover disabled");
    }

    @Test
    void a_drill_of_somebody_else_comes_first() {
        provisioner.provision(STORE);
        ElastiCacheClient overtaken = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(new BeforeFirst(
                                "TestFailover",
                                () -> client.testFailover(
                                        test -> test.replicationGroupId("store").nodeGroupId("0001"))))))
                .build();

        Report report = new Provisioner(overtaken, mock.clock(), mock.clock()::advance, Store.PATIENCE).failOver(STORE);

        assertThat(report.of(Part.PRIMARY).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(report.of(Part.PRIMARY).detail()).isEqualTo("store-002 > store-001");
        assertThat(report.took()).isBetween(Duration.ofSeconds(540), Duration.ofSeconds(555));
    }

    @Test
    void a_group_that_does_not_exist_is_the_reason_in_the_report() {
        Report report = provisioner.failOver(STORE);

        assertThat(report.of(Part.PRIMARY).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(Part.PRIMARY).detail()).startsWith("ReplicationGroupNotFoundFault: ");
    }

    private NodeGroup nodeGroup() {
        return client.describeReplicationGroups(named -> named.replicationGroupId("store"))
                .replicationGroups()
                .get(0)
                .nodeGroups()
                .get(0);
    }
}
