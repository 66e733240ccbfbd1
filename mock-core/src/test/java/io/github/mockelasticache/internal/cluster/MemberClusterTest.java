package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.NodePlacement;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.parameter.CacheParameterGroups;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.internal.securitygroup.CacheSecurityGroups;
import io.github.mockelasticache.internal.snapshot.CacheSnapshots;
import io.github.mockelasticache.internal.subnet.CacheSubnetGroups;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.EngineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** A cluster that belongs to a replication group, of which the family of clusters knows only what is in the shared tables. */
class MemberClusterTest {

    private final List<RegionState> regions = new ArrayList<>();
    private final Engine engine = new Engine(
            EngineSettings.withSeed(0),
            List.of(
                    new CacheSecurityGroups(),
                    new CacheSubnetGroups(),
                    new CacheParameterGroups(),
                    new CacheSnapshots(),
                    new CacheClusters(),
                    new Looking()));

    @AutoClose
    private final ServedClients clients = new ServedClients(engine);

    private final ElastiCacheClient client = clients.client(Region.US_EAST_1);
    private final Clusters clusters = Clusters.of(client);

    @BeforeEach
    void a_cluster() {
        clusters.redis(
                "mygroup-001",
                cluster -> cluster.preferredAvailabilityZone("us-east-1b").snapshotWindow("10:00-11:00"));
        engine.clock().settle();
    }

    @Test
    void a_member_of_a_group_with_cluster_mode_disabled_can_be_rebooted() {
        join(false);

        assertThat(clusters.reboot("mygroup-001", "0001").cacheClusterStatus()).isEqualTo("rebooting cluster nodes");
    }

    /** "Rebooting is not supported on Valkey or Redis OSS (cluster mode enabled) clusters" (API reference). */
    @Test
    void a_member_of_a_group_with_cluster_mode_enabled_cannot_be_rebooted() {
        join(true);

        INVALID_CACHE_CLUSTER_STATE.isTheAnswerTo(() -> clusters.reboot("mygroup-001", "0001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CacheNodeType", "EngineVersion", "SnapshotRetentionLimit", "SnapshotWindow", "IpDiscovery"})
    void what_the_members_have_in_common_is_modified_with_the_group(String member) {
        join(false);

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> clusters.modify("mygroup-001", asking(member)))
                .says(member + " of the cache cluster mygroup-001 can only be modified with its replication group"
                        + " mygroup.");
    }

    @Test
    void the_maintenance_window_the_topic_and_minor_upgrades_of_a_member_can_be_modified() {
        join(false);

        assertThat(clusters.modify(
                                "mygroup-001",
                                cluster -> cluster.autoMinorVersionUpgrade(false)
                                        .preferredMaintenanceWindow("sun:05:00-sun:06:00")
                                        .notificationTopicArn("arn:aws:sns:us-east-1:123456789012:mytopic"))
                        .preferredMaintenanceWindow())
                .isEqualTo("sun:05:00-sun:06:00");
    }

    @Test
    void the_node_types_that_a_group_can_get_are_those_of_its_members() {
        join(false);

        assertThat(client.listAllowedNodeTypeModifications(of -> of.replicationGroupId("MyGroup"))
                        .scaleUpModifications())
                .isEqualTo(client.listAllowedNodeTypeModifications(of -> of.cacheClusterId("mygroup-001"))
                        .scaleUpModifications());
    }

    @Test
    void members_are_left_out_where_only_other_clusters_are_asked_for() {
        clusters.redis("other");
        join(false);

        assertThat(client.describeCacheClusters(all -> all.showCacheClustersNotInReplicationGroups(true))
                        .cacheClusters())
                .extracting(cluster -> cluster.cacheClusterId())
                .containsExactly("other");
    }

    @Test
    void a_group_is_where_its_members_are() {
        join(false);
        RegionState region = regions.get(0);

        assertThat(region.ask(NodePlacement.class).availabilityZonesOf(region.arn(REPLICATION_GROUP, "mygroup")))
                .containsExactly("us-east-1b");
        assertThat(region.ask(NodePlacement.class).availabilityZonesOf(region.arn(REPLICATION_GROUP, "nosuchgroup")))
                .isEmpty();
    }

    private void join(boolean clusterMode) {
        RegionState region = regions.get(0);
        region.table(REPLICATION_GROUP)
                .put(
                        "mygroup",
                        ReplicationGroup.builder()
                                .replicationGroupId("mygroup")
                                .memberClusters("mygroup-001")
                                .clusterEnabled(clusterMode)
                                .build());
        region.table(CACHE_CLUSTER)
                .change(
                        "mygroup-001",
                        cluster -> cluster.toBuilder()
                                .replicationGroupId("mygroup")
                                .build());
    }

    private static Consumer<ModifyCacheClusterRequest.Builder> asking(String member) {
        return switch (member) {
            case "CacheNodeType" -> cluster -> cluster.cacheNodeType("cache.m5.xlarge");
            case "EngineVersion" -> cluster -> cluster.engineVersion("7.1");
            case "SnapshotRetentionLimit" -> cluster -> cluster.snapshotRetentionLimit(1);
            case "SnapshotWindow" -> cluster -> cluster.snapshotWindow("12:00-13:00");
            default -> cluster -> cluster.ipDiscovery("ipv4");
        };
    }

    /** Lets a test look into the region, and change it. */
    private final class Looking implements Family {

        @Override
        public void register(Operations operations) {}

        @Override
        public void open(RegionState region) {
            regions.add(region);
        }
    }
}
