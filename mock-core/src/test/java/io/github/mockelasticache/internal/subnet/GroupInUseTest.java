package io.github.mockelasticache.internal.subnet;

import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_IN_USE;
import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SUBNET_IN_USE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.NodePlacement;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ResourceTypes;
import io.github.mockelasticache.internal.event.Events;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.testing.EngineSettings;
import io.github.mockelasticache.testing.SubnetGroups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** A cache subnet group that cache clusters use, and a subnet of it that hosts their nodes. */
class GroupInUseTest {

    private final Engine engine = new Engine(
            EngineSettings.withSeed(0), List.of(new CacheSubnetGroups(), new ClustersInSubnets(), new Events()));

    @AutoClose
    private final ServedClients clients = new ServedClients(engine);

    private final ElastiCacheClient client = clients.client(Region.US_EAST_1);
    private final SubnetGroups groups = SubnetGroups.of(client);

    @BeforeEach
    void a_group_of_two_subnets_in_zone_a_and_one_in_zone_b() {
        register("subnet-a1", "us-east-1a");
        register("subnet-a2", "us-east-1a");
        register("subnet-b1", "us-east-1b");
        register("subnet-c1", "us-east-1c");
        groups.create("mygroup", "subnet-a1", "subnet-a2", "subnet-b1");
    }

    /** The service's own words: aws/aws-cdk#6935. */
    @Test
    void deleting_it_is_CacheSubnetGroupInUse_and_changes_nothing() {
        createCluster("mycluster", "mygroup", "us-east-1a");
        CacheSubnetGroup before = groups.named("mygroup");

        CACHE_SUBNET_GROUP_IN_USE
                .isTheAnswerTo(() -> groups.delete("MyGroup"))
                .says("Cache subnet group MyGroup is currently in use by a cache cluster.");

        assertThat(groups.named("mygroup")).isEqualTo(before);
        assertThat(client.describeEvents().events()).hasSize(1);
    }

    @Test
    void it_can_be_deleted_once_the_last_cluster_is_gone() {
        createCluster("one", "mygroup", "us-east-1a");
        createCluster("other", "mygroup", "us-east-1b");

        deleteCluster("one");
        CACHE_SUBNET_GROUP_IN_USE.isTheAnswerTo(() -> groups.delete("mygroup"));

        deleteCluster("other");
        groups.delete("mygroup");
        CACHE_SUBNET_GROUP_NOT_FOUND.isTheAnswerTo(() -> groups.named("mygroup"));
    }

    @Test
    void the_group_named_default_is_reserved_whether_it_is_used_or_not() {
        createCluster("mycluster", "default", "us-east-1a");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.delete("default"))
                .says("default is reserved and cannot be modified.");
    }

    @Test
    void a_group_of_the_same_name_in_another_region_is_not_in_use() {
        SubnetGroups ireland = SubnetGroups.of(clients.client(Region.EU_WEST_1));
        ireland.create("mygroup", "subnet-1");
        createCluster("mycluster", "mygroup", "us-east-1a");

        ireland.delete("mygroup");

        assertThat(ireland.names()).containsExactly("default");
        assertThat(groups.names()).containsExactly("default", "mygroup");
    }

    @Test
    void removing_the_subnets_of_a_zone_that_has_nodes_is_SubnetInUse_and_changes_nothing() {
        createCluster("mycluster", "mygroup", "us-east-1a");
        CacheSubnetGroup before = groups.named("mygroup");

        SUBNET_IN_USE
                .isTheAnswerTo(() -> groups.modify("mygroup", "subnet-b1"))
                .says("Some of the subnets to be deleted are currently in use: subnet-a1, subnet-a2");

        assertThat(groups.named("mygroup")).isEqualTo(before);
        assertThat(client.describeEvents().events()).hasSize(1);
    }

    @Test
    void the_nodes_of_every_cluster_count() {
        createCluster("one", "mygroup", "us-east-1a");
        createCluster("other", "mygroup", "us-east-1b");

        SUBNET_IN_USE
                .isTheAnswerTo(() -> groups.modify("mygroup", "subnet-a1", "subnet-a2"))
                .says("Some of the subnets to be deleted are currently in use: subnet-b1");
        deleteCluster("other");
        groups.modify("mygroup", "subnet-a1", "subnet-a2");
    }

    @Test
    void a_new_subnet_of_the_zone_does_not_stand_in_for_the_old_one() {
        createCluster("mycluster", "mygroup", "us-east-1b");
        register("subnet-b2", "us-east-1b");

        SUBNET_IN_USE
                .isTheAnswerTo(() -> groups.modify("mygroup", "subnet-a1", "subnet-b2"))
                .says("Some of the subnets to be deleted are currently in use: subnet-b1");
    }

    @Test
    void one_of_two_subnets_of_a_zone_can_be_removed_and_nodes_are_in_the_other() {
        createCluster("mycluster", "mygroup", "us-east-1a");

        groups.modify("mygroup", "subnet-a2");

        SUBNET_IN_USE.isTheAnswerTo(() -> groups.modify("mygroup", "subnet-a1"));
    }

    @Test
    void subnets_of_zones_without_nodes_come_and_go() {
        createCluster("mycluster", "mygroup", "us-east-1a");

        groups.modify("mygroup", "subnet-a1", "subnet-a2", "subnet-c1");
        CacheSubnetGroup after = groups.modify("mygroup", "subnet-a1", "subnet-a2", "subnet-b1");

        assertThat(SubnetGroups.subnetIds(after)).containsExactly("subnet-a1", "subnet-a2", "subnet-b1");
    }

    @Test
    void the_description_can_be_changed() {
        createCluster("mycluster", "mygroup", "us-east-1a");

        client.modifyCacheSubnetGroup(
                group -> group.cacheSubnetGroupName("mygroup").cacheSubnetGroupDescription("changed"));

        assertThat(groups.named("mygroup").cacheSubnetGroupDescription()).isEqualTo("changed");
    }

    private void register(String id, String zone) {
        engine.registerSubnet(
                Region.US_EAST_1,
                "vpc-1",
                Subnet.builder()
                        .subnetIdentifier(id)
                        .subnetAvailabilityZone(in -> in.name(zone))
                        .build());
    }

    private void createCluster(String id, String group, String zone) {
        client.createCacheCluster(cluster ->
                cluster.cacheClusterId(id).cacheSubnetGroupName(group).preferredAvailabilityZone(zone));
    }

    private void deleteCluster(String id) {
        client.deleteCacheCluster(cluster -> cluster.cacheClusterId(id));
    }

    /** As much of the cluster family as matters to a cache subnet group: that clusters use it, and where their nodes are. */
    private static final class ClustersInSubnets implements Family {

        private final Map<String, Set<String>> zones = new HashMap<>();

        @Override
        public void register(Operations operations) {
            operations.handle(CreateCacheClusterRequest.class, this::create);
            operations.handle(DeleteCacheClusterRequest.class, this::delete);
        }

        @Override
        public void open(RegionState region) {
            region.offer(NodePlacement.class, arn -> zones.getOrDefault(arn, Set.of()));
        }

        private CreateCacheClusterResponse.Builder create(CreateCacheClusterRequest request, Call call) {
            RegionState region = call.region();
            String arn = region.arn(ResourceTypes.CACHE_CLUSTER, request.cacheClusterId());
            zones.put(arn, Set.of(request.preferredAvailabilityZone()));
            region.references().add(arn, region.arn(ResourceTypes.CACHE_SUBNET_GROUP, request.cacheSubnetGroupName()));
            return CreateCacheClusterResponse.builder();
        }

        private DeleteCacheClusterResponse.Builder delete(DeleteCacheClusterRequest request, Call call) {
            RegionState region = call.region();
            String arn = region.arn(ResourceTypes.CACHE_CLUSTER, request.cacheClusterId());
            for (String group : region.table(ResourceTypes.CACHE_SUBNET_GROUP).names()) {
                region.references().remove(arn, region.arn(ResourceTypes.CACHE_SUBNET_GROUP, group));
            }
            return DeleteCacheClusterResponse.builder();
        }
    }
}
