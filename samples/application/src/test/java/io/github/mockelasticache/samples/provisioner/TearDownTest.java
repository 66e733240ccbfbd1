package io.github.mockelasticache.samples.provisioner;

import static io.github.mockelasticache.samples.provisioner.Store.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

@MockElastiCache
class TearDownTest {

    private ElastiCacheMock mock;
    private ElastiCacheClient client;
    private Store store;
    private Provisioner provisioner;

    @BeforeEach
    void a_provisioner(ElastiCacheMock mock, ElastiCacheClient client) {
        this.mock = mock;
        this.client = client;
        store = new Store(client);
        provisioner = Store.provisioner(mock);
    }

    @Test
    void the_replication_group_goes_before_what_it_stands_on() {
        provisioner.provision(STORE);

        Report report = provisioner.tearDown(STORE);

        assertThat(report.parts())
                .extracting(PartReport::part)
                .containsExactly(Part.REPLICATION_GROUP, Part.PARAMETER_GROUP, Part.SUBNET_GROUP);
        assertThat(report.parts()).extracting(PartReport::outcome).containsOnly(Outcome.DELETED);
        assertThat(report.took()).isEqualTo(Duration.ofMinutes(5));
        assertThat(store.isEmpty()).isTrue();
    }

    @Test
    void a_second_run_finds_nothing_to_do() {
        provisioner.provision(STORE);
        provisioner.tearDown(STORE);

        Report report = provisioner.tearDown(STORE);

        assertThat(report.parts()).extracting(PartReport::outcome).containsOnly(Outcome.ALREADY_GONE);
        assertThat(report.took()).isZero();
    }

    @Test
    void of_a_half_built_environment_goes_what_there_is() {
        createSubnetGroup();

        Report report = provisioner.tearDown(STORE);

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.ALREADY_GONE);
        assertThat(report.of(Part.PARAMETER_GROUP).outcome()).isEqualTo(Outcome.ALREADY_GONE);
        assertThat(report.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(store.isEmpty()).isTrue();
    }

    @Test
    void a_group_that_is_still_being_created_is_deleted_when_it_can_be() {
        createSubnetGroup();
        createReplicationGroup();

        Report report = provisioner.tearDown(STORE);

        assertThat(report.isSuccess()).as(report.toString()).isTrue();
        assertThat(report.took()).isBetween(Duration.ofSeconds(620 + 300), Duration.ofSeconds(620 + 300 + 15));
        assertThat(store.isEmpty()).isTrue();
    }

    @Test
    void a_group_that_cannot_be_deleted_in_time_keeps_what_it_stands_on() {
        createSubnetGroup();
        createReplicationGroup();
        Provisioner hasty = Store.provisioner(mock, Store.PATIENCE.withDeadline(Duration.ofMinutes(1)));

        Report report = hasty.tearDown(STORE);

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(Part.REPLICATION_GROUP).detail())
                .isEqualTo(
                        "InvalidReplicationGroupState: Replication group store has status creating which is not valid"
                                + " for deletion.");
        assertThat(report.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.UNTOUCHED);
        assertThat(report.took()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_deletion_that_is_under_way_is_waited_for() {
        provisioner.provision(STORE);
        client.deleteReplicationGroup(group -> group.replicationGroupId("store"));

        Report report = provisioner.tearDown(STORE);

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.ALREADY_GONE);
        assertThat(report.of(Part.REPLICATION_GROUP).took()).isEqualTo(Duration.ofMinutes(5));
        assertThat(report.isSuccess()).isTrue();
    }

    @Test
    void a_subnet_group_that_others_use_stays_and_the_rest_goes() {
        provisioner.provision(STORE);
        client.createCacheCluster(cluster -> cluster.cacheClusterId("neighbour")
                .engine("redis")
                .cacheNodeType("cache.t3.micro")
                .numCacheNodes(1)
                .cacheSubnetGroupName("store"));

        Report report = provisioner.tearDown(STORE);

        assertThat(report.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(Part.SUBNET_GROUP).detail())
                .isEqualTo("CacheSubnetGroupInUse: Cache subnet group store is currently in use by a cache cluster.");
        assertThat(store.hasReplicationGroup()).isFalse();
        assertThat(store.hasParameterGroup()).isFalse();
    }

    @Test
    void snapshots_stay() {
        provisioner.provision(STORE);
        provisioner.snapshot(STORE, "kept");

        provisioner.tearDown(STORE);

        assertThat(client.describeSnapshots(all -> {}).snapshots())
                .extracting(Snapshot::snapshotName)
                .containsExactly("kept");
    }

    private void createSubnetGroup() {
        client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("store")
                .cacheSubnetGroupDescription("Half of a store")
                .subnetIds("subnet-1", "subnet-2"));
    }

    private void createReplicationGroup() {
        client.createReplicationGroup(group -> group.replicationGroupId("store")
                .replicationGroupDescription("Half of a store")
                .cacheNodeType("cache.r6g.large")
                .numCacheClusters(2)
                .cacheSubnetGroupName("store"));
    }
}
