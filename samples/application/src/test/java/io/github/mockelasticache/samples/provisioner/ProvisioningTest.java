package io.github.mockelasticache.samples.provisioner;

import static io.github.mockelasticache.samples.provisioner.Store.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.RecordedCall;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.BeforeFirst;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.Parameter;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

@MockElastiCache
class ProvisioningTest {

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
    void everything_is_there_and_belongs_together() {
        Report report = provisioner.provision(STORE);

        assertThat(report.parts()).extracting(PartReport::outcome).containsOnly(Outcome.CREATED);
        CacheCluster primary = cluster("store-001");
        assertThat(primary.cacheClusterStatus()).isEqualTo("available");
        assertThat(primary.cacheNodeType()).isEqualTo("cache.r6g.large");
        assertThat(primary.cacheSubnetGroupName()).isEqualTo("store");
        assertThat(primary.cacheParameterGroup().cacheParameterGroupName()).isEqualTo("store");
        assertThat(group().memberClusters()).containsExactly("store-001", "store-002");
    }

    @Test
    void a_run_is_over_when_the_last_replica_is_available() {
        Report report = provisioner.provision(STORE);

        assertThat(cluster("store-002").cacheClusterStatus()).isEqualTo("available");
        assertThat(mock.timeline().pending()).noneMatch(change -> change.from().equals("creating"));
        assertThat(report.took()).isGreaterThan(Duration.ofMinutes(6));
    }

    @Test
    void a_second_run_changes_nothing() {
        provisioner.provision(STORE);
        int before = mock.journal().size();

        Report report = provisioner.provision(STORE);

        assertThat(report.parts()).extracting(PartReport::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(report.took()).isZero();
        assertThat(operationsSince(before)).isNotEmpty().allMatch(operation -> operation.startsWith("Describe"));
    }

    @Test
    void replicas_join_and_leave_and_the_primary_stays() {
        provisioner.provision(STORE);

        Report out = provisioner.provision(STORE.withReplicas(3));
        Report in = provisioner.provision(STORE);

        assertThat(out.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(out.of(Part.REPLICATION_GROUP).detail())
                .isEqualTo("primary store-001, replicas store-002, store-003, store-004 (1 > 3)");
        assertThat(in.of(Part.REPLICATION_GROUP).detail()).isEqualTo("primary store-001, replica store-002 (3 > 1)");
        assertThat(client.describeCacheClusters(all -> {}).cacheClusters()).hasSize(2);
    }

    @Test
    void subnets_and_parameters_that_differ_are_changed() {
        provisioner.provision(STORE);

        Report report =
                provisioner.provision(Blueprint.of("store", "cache.r6g.large", "subnet-1", "subnet-2", "subnet-3")
                        .withParameter("maxmemory-policy", "allkeys-lru")
                        .withParameter("timeout", "300"));

        assertThat(report.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(report.of(Part.PARAMETER_GROUP).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(report.of(Part.PARAMETER_GROUP).detail()).isEqualTo("timeout=300");
        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void more_parameters_than_one_request_takes_are_sent_in_several() {
        List<Parameter> parameters = client
                .describeEngineDefaultParameters(family -> family.cacheParameterGroupFamily(Blueprint.PARAMETER_FAMILY))
                .engineDefaults()
                .parameters()
                .stream()
                .filter(each -> each.isModifiable() && each.parameterValue() != null)
                .limit(21)
                .toList();
        Blueprint blueprint = STORE;
        for (Parameter each : parameters) {
            blueprint = blueprint.withParameter(each.parameterName(), each.parameterValue());
        }

        Report report = provisioner.provision(blueprint);

        assertThat(report.isSuccess()).as(report.toString()).isTrue();
        assertThat(mock.journal().requests(ModifyCacheParameterGroupRequest.class))
                .hasSize(2);
    }

    @Test
    void a_group_that_a_colleague_is_just_creating_is_waited_for() {
        provisioner.provision(STORE);
        client.increaseReplicaCount(
                more -> more.replicationGroupId("store").newReplicaCount(2).applyImmediately(true));

        Report report = provisioner.provision(STORE.withReplicas(2));

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(report.took()).isEqualTo(Duration.ofSeconds(260));
    }

    @Test
    void a_group_that_a_colleague_creates_between_the_look_and_the_call_is_used() {
        ElastiCacheClient overtaken = before("CreateReplicationGroup", () -> createGroup("cache.r6g.large"));

        Report report = provisioner(overtaken).provision(STORE);

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(report.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void a_group_that_a_colleague_has_just_begun_to_change_is_waited_for_and_scaled_then() {
        provisioner.provision(STORE);
        ElastiCacheClient overtaken = before(
                "IncreaseReplicaCount",
                () -> client.modifyReplicationGroup(change ->
                        change.replicationGroupId("store").multiAZEnabled(true).applyImmediately(true)));

        Report report = provisioner(overtaken).provision(STORE.withReplicas(2));

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(group().memberClusters()).hasSize(3);
    }

    @Test
    void a_group_that_is_just_being_deleted_is_built_anew() {
        provisioner.provision(STORE);
        client.deleteReplicationGroup(group -> group.replicationGroupId("store"));

        Report report = provisioner.provision(STORE);

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(group().status()).isEqualTo("available");
    }

    @Test
    void a_group_with_nodes_of_another_type_fails_and_stays_as_it_is() {
        provisioner.provision(STORE);

        Report report = provisioner.provision(Blueprint.of("store", "cache.r6g.xlarge", "subnet-1", "subnet-2")
                .withReplicas(3));

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(Part.REPLICATION_GROUP).detail())
                .isEqualTo("has nodes of type cache.r6g.large, not cache.r6g.xlarge");
        assertThat(report.turnedBack()).isEmpty();
        assertThat(group().memberClusters()).hasSize(2);
    }

    @Test
    void a_restored_group_comes_from_its_snapshot() {
        provisioner.provision(STORE);
        provisioner.snapshot(STORE, "kept");
        provisioner.tearDown(STORE);

        Report report = provisioner.provision(STORE.restoredFrom("kept"));

        assertThat(report.isSuccess()).isTrue();
        assertThat(client.describeSnapshots(all -> {}).snapshots())
                .singleElement()
                .satisfies(snapshot -> assertThat(snapshot.snapshotStatus()).isEqualTo("available"));
    }

    private void createGroup(String nodeType) {
        client.createReplicationGroup(group -> group.replicationGroupId("store")
                .replicationGroupDescription("A colleague's")
                .cacheNodeType(nodeType)
                .numCacheClusters(2)
                .automaticFailoverEnabled(true)
                .cacheSubnetGroupName("store")
                .cacheParameterGroupName("store"));
    }

    private Provisioner provisioner(ElastiCacheClient through) {
        return new Provisioner(through, mock.clock(), mock.clock()::advance, Store.PATIENCE);
    }

    private ElastiCacheClient before(String operation, Runnable action) {
        return mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(
                                config -> config.addExecutionInterceptor(new BeforeFirst(operation, action))))
                .build();
    }

    private List<String> operationsSince(int position) {
        return mock.journal().subList(position, mock.journal().size()).stream()
                .map(RecordedCall::operation)
                .toList();
    }

    private ReplicationGroup group() {
        return client.describeReplicationGroups(named -> named.replicationGroupId("store"))
                .replicationGroups()
                .get(0);
    }

    private CacheCluster cluster(String id) {
        return client.describeCacheClusters(named -> named.cacheClusterId(id))
                .cacheClusters()
                .get(0);
    }
}
