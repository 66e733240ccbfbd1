package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_SECURITY_GROUP_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ResourceType;
import io.github.mockelasticache.internal.engine.ResourceTypes;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.testing.EngineSettings;
import io.github.mockelasticache.testing.Groups;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** A cache security group that a cache cluster uses. */
class GroupInUseTest {

    private final Engine engine =
            new Engine(EngineSettings.withSeed(0), List.of(new CacheSecurityGroups(), new ClustersThatUseGroups()));

    @AutoClose
    private final ServedClients clients = new ServedClients(engine);

    private final ElastiCacheClient client = clients.client(Region.US_EAST_1);
    private final Groups groups = Groups.of(client);

    @Test
    void deleting_it_is_InvalidCacheSecurityGroupState_and_changes_nothing() {
        CacheSecurityGroup before = groups.create("mygroup");
        groups.authorize("mygroup", "web", "987654321021");
        createCluster("mycluster", "mygroup");

        INVALID_CACHE_SECURITY_GROUP_STATE
                .isTheAnswerTo(() -> groups.delete("MyGroup"))
                .says("One or more cache clusters are still members of this cache security group MyGroup, so the group"
                        + " cannot be deleted.");

        assertThat(groups.named("mygroup").arn()).isEqualTo(before.arn());
        assertThat(engine.clock().timeline().pending()).hasSize(1);
    }

    @Test
    void it_can_be_deleted_once_the_last_cluster_is_gone() {
        groups.create("mygroup");
        createCluster("one", "mygroup");
        createCluster("other", "mygroup", "default");

        deleteCluster("one");
        INVALID_CACHE_SECURITY_GROUP_STATE.isTheAnswerTo(() -> groups.delete("mygroup"));

        deleteCluster("other");
        groups.delete("mygroup");
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> groups.named("mygroup"));
    }

    @Test
    void its_ingress_can_be_authorized_and_revoked() {
        groups.create("mygroup");
        createCluster("mycluster", "mygroup");

        groups.authorize("mygroup", "web", "987654321021");
        engine.clock().settle();
        assertThat(groups.ingressOf("mygroup")).containsExactly("web/987654321021 authorized");

        groups.revoke("mygroup", "web", "987654321021");
        engine.clock().settle();
        assertThat(groups.ingressOf("mygroup")).isEmpty();
    }

    @Test
    void a_group_of_the_same_name_in_another_region_is_not_in_use() {
        Groups ireland = Groups.of(clients.client(Region.EU_WEST_1));
        groups.create("mygroup");
        ireland.create("mygroup");
        createCluster("mycluster", "mygroup");

        ireland.delete("mygroup");

        assertThat(ireland.names()).containsExactly("default");
        assertThat(groups.names()).containsExactly("default", "mygroup");
    }

    private void createCluster(String id, String... groupNames) {
        client.createCacheCluster(cluster -> cluster.cacheClusterId(id).cacheSecurityGroupNames(groupNames));
    }

    private void deleteCluster(String id) {
        client.deleteCacheCluster(cluster -> cluster.cacheClusterId(id));
    }

    /** As much of the cluster family as matters to a cache security group: that clusters use it. */
    private static final class ClustersThatUseGroups implements Family {

        private static final ResourceType<CacheCluster> CACHE_CLUSTER = new ResourceType<>(
                CacheCluster.class,
                "cluster",
                SourceType.CACHE_CLUSTER,
                (faults, name) -> faults.of(ServiceError.CACHE_CLUSTER_NOT_FOUND, "CacheCluster not found: " + name),
                name -> false);

        @Override
        public void register(Operations operations) {
            operations.handle(CreateCacheClusterRequest.class, this::create);
            operations.handle(DeleteCacheClusterRequest.class, this::delete);
        }

        private CreateCacheClusterResponse.Builder create(CreateCacheClusterRequest request, Call call) {
            RegionState region = call.region();
            String arn = region.arn(CACHE_CLUSTER, request.cacheClusterId());
            for (String group : request.cacheSecurityGroupNames()) {
                region.references().add(arn, region.arn(ResourceTypes.CACHE_SECURITY_GROUP, group));
            }
            return CreateCacheClusterResponse.builder();
        }

        private DeleteCacheClusterResponse.Builder delete(DeleteCacheClusterRequest request, Call call) {
            RegionState region = call.region();
            String arn = region.arn(CACHE_CLUSTER, request.cacheClusterId());
            for (String group : region.table(ResourceTypes.CACHE_SECURITY_GROUP).names()) {
                region.references().remove(arn, region.arn(ResourceTypes.CACHE_SECURITY_GROUP, group));
            }
            return DeleteCacheClusterResponse.builder();
        }
    }
}
