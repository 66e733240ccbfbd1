package io.github.mockelasticache.samples.provisioner;

import static io.github.mockelasticache.samples.provisioner.Store.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.BeforeFirst;
import io.github.mockelasticache.samples.operations.LostAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;

@MockElastiCache
class RollbackTest {

    @Test
    void a_quota_of_nodes_that_is_reached_takes_back_the_groups_that_the_run_created() {
        try (ElastiCacheMock mock = withNodes(1)) {
            Report report = Store.provisioner(mock).provision(STORE);

            assertThat(report.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(report.of(Part.PARAMETER_GROUP).outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.of(Part.REPLICATION_GROUP).detail()).startsWith("NodeQuotaForCustomerExceeded: ");
            assertThat(report.turnedBack()).contains(report.start());
            assertThat(new Store(mock.client()).isEmpty()).isTrue();
        }
    }

    @Test
    void a_quota_that_is_reached_while_scaling_leaves_the_group_as_it_was() {
        try (ElastiCacheMock mock = withNodes(3)) {
            Provisioner provisioner = Store.provisioner(mock);
            provisioner.provision(STORE);

            Report report = provisioner.provision(STORE.withReplicas(3));

            assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.of(Part.REPLICATION_GROUP).detail()).startsWith("NodeQuotaForCustomerExceeded: ");
            assertThat(report.turnedBack()).isEmpty();
            assertThat(provisioner.provision(STORE).parts())
                    .extracting(PartReport::outcome)
                    .containsOnly(Outcome.UNCHANGED);
        }
    }

    @Test
    void a_parameter_that_does_not_exist_leaves_nothing_behind(ElastiCacheMock mock) {
        Report report = Store.provisioner(mock).provision(STORE.withParameter("maxmemory-polity", "allkeys-lru"));

        assertThat(report.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(report.of(Part.PARAMETER_GROUP).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(Part.PARAMETER_GROUP).detail())
                .startsWith("InvalidParameterValue: ")
                .contains("maxmemory-polity");
        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.UNTOUCHED);
        assertThat(new Store(mock.client()).isEmpty()).isTrue();
    }

    @Test
    void what_was_there_before_stays() {
        try (ElastiCacheMock mock = withNodes(1)) {
            mock.client()
                    .createCacheSubnetGroup(group -> group.cacheSubnetGroupName("store")
                            .cacheSubnetGroupDescription("A colleague's")
                            .subnetIds("subnet-1", "subnet-2"));

            Report report = Store.provisioner(mock).provision(STORE);

            assertThat(report.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(report.of(Part.PARAMETER_GROUP).outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(new Store(mock.client()).hasSubnetGroup()).isTrue();
        }
    }

    @Test
    void a_group_whose_creation_got_no_answer_is_looked_for_and_deleted(ElastiCacheMock mock) {
        ElastiCacheClient client = through(
                mock,
                new LostAnswer(
                        CreateReplicationGroupRequest.class, SdkClientException.create("the connection was reset")));

        Report report = provisioner(mock, client).provision(STORE);

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(Part.REPLICATION_GROUP).detail()).isEqualTo("the connection was reset");
        assertThat(new Store(mock.client()).isEmpty()).isTrue();
    }

    @Test
    void a_parameter_group_that_vanishes_on_the_way_is_the_reason_once_time_is_up(ElastiCacheMock mock) {
        ElastiCacheClient client = through(
                mock,
                new BeforeFirst(
                        "CreateReplicationGroup",
                        () -> mock.client()
                                .deleteCacheParameterGroup(group -> group.cacheParameterGroupName("store"))));

        Report report = provisioner(mock, client).provision(STORE);

        assertThat(report.of(Part.REPLICATION_GROUP).detail()).startsWith("CacheParameterGroupNotFound: ");
        assertThat(report.of(Part.REPLICATION_GROUP).took()).isEqualTo(Store.PATIENCE.deadline());
        assertThat(new Store(mock.client()).isEmpty()).isTrue();
    }

    @Test
    void a_group_that_does_not_get_ready_is_late_and_deleted(ElastiCacheMock mock) {
        ElastiCacheClient client = through(mock, new ForeverCreating());
        Provisioner provisioner = new Provisioner(
                client, mock.clock(), mock.clock()::advance, Store.PATIENCE.withDeadline(Duration.ZERO));

        Report report = provisioner.provision(STORE);

        assertThat(report.of(Part.REPLICATION_GROUP).outcome()).isEqualTo(Outcome.LATE);
        assertThat(report.of(Part.REPLICATION_GROUP).detail())
                .isEqualTo("replication group store is still creating after 0 s");
        assertThat(new Store(mock.client()).isEmpty()).isTrue();
    }

    @Test
    void what_cannot_be_taken_back_is_named_as_left_behind() {
        try (ElastiCacheMock mock = withNodes(1)) {
            ElastiCacheClient client = through(
                    mock,
                    new BeforeFirst(
                            "DeleteCacheSubnetGroup",
                            () -> mock.client()
                                    .createCacheCluster(cluster -> cluster.cacheClusterId("squatter")
                                            .engine("redis")
                                            .cacheNodeType("cache.t3.micro")
                                            .numCacheNodes(1)
                                            .cacheSubnetGroupName("store"))));

            Report report = provisioner(mock, client).provision(STORE);

            assertThat(report.of(Part.SUBNET_GROUP).outcome()).isEqualTo(Outcome.LEFT_BEHIND);
            assertThat(report.of(Part.SUBNET_GROUP).detail()).startsWith("CacheSubnetGroupInUse: ");
            assertThat(report.of(Part.PARAMETER_GROUP).outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(report.took()).isEqualTo(Store.PATIENCE.rollback());
        }
    }

    private static ElastiCacheMock withNodes(int quota) {
        return ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.NODES, quota))
                .build();
    }

    private static ElastiCacheClient through(ElastiCacheMock mock, ExecutionInterceptor interceptor) {
        return mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(interceptor)))
                .build();
    }

    private static Provisioner provisioner(ElastiCacheMock mock, ElastiCacheClient client) {
        return new Provisioner(client, mock.clock(), mock.clock()::advance, Store.PATIENCE);
    }

    /** A group that the service does not get ready, as far as the client sees. */
    private static final class ForeverCreating implements ExecutionInterceptor {

        @Override
        public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
            return context.response() instanceof DescribeReplicationGroupsResponse groups
                    ? groups.toBuilder()
                            .replicationGroups(groups.replicationGroups().stream()
                                    .map(group ->
                                            group.toBuilder().status("creating").build())
                                    .toList())
                            .build()
                    : context.response();
        }
    }
}
