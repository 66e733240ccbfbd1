package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_PARAMETER_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.ParameterGroupUsers;
import io.github.mockelasticache.internal.engine.ParameterGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ResourceTypes;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.testing.EngineSettings;
import io.github.mockelasticache.testing.ParameterGroupsSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterResponse;

/** A cache parameter group that a cache cluster uses, and what other families learn about groups. */
class ParameterGroupInUseTest {

    private final ClustersThatUseGroups clusters = new ClustersThatUseGroups();
    private final Engine engine = new Engine(EngineSettings.withSeed(0), List.of(new CacheParameterGroups(), clusters));

    @AutoClose
    private final ServedClients clients = new ServedClients(engine);

    private final ElastiCacheClient client = clients.client(Region.US_EAST_1);
    private final ParameterGroupsSeen groups = ParameterGroupsSeen.of(client);

    @BeforeEach
    void a_group_that_a_cluster_uses() {
        groups.create("mygroup", "redis6.x");
        groups.set("mygroup", "databases", "8");
        client.createCacheCluster(cluster -> cluster.cacheClusterId("mycluster").cacheParameterGroupName("mygroup"));
    }

    /** The wording is the service's own: aws-controllers-k8s/community#2004. */
    @Test
    void deleting_it_is_InvalidCacheParameterGroupState_until_the_cluster_is_gone() {
        INVALID_CACHE_PARAMETER_GROUP_STATE
                .isTheAnswerTo(() -> groups.delete("mygroup"))
                .says(
                        "One or more cache clusters are still members of this parameter group mygroup, so the group cannot be"
                                + " deleted.");
        assertThat(groups.ownNames()).containsExactly("mygroup");

        client.deleteCacheCluster(cluster -> cluster.cacheClusterId("mycluster"));
        groups.delete("mygroup");
        assertThat(groups.ownNames()).isEmpty();
    }

    @Test
    void its_clusters_are_told_the_values_that_are_new() {
        groups.set("mygroup", "timeout", "20", "tcp-keepalive", "300", "maxmemory-policy", "noeviction");

        assertThat(clusters.told).containsExactly("mygroup {maxmemory-policy=noeviction, timeout=20} reboot=false");
    }

    @Test
    void its_clusters_are_told_when_a_parameter_is_reset() {
        groups.set("mygroup", "timeout", "20");
        clusters.told.clear();

        groups.reset("mygroup", "timeout", "tcp-keepalive");

        assertThat(clusters.told).containsExactly("mygroup {timeout=0} reboot=false");
    }

    @Test
    void its_clusters_are_told_when_a_value_needs_a_reboot() {
        groups.create("of-memcached", "memcached1.6");
        client.createCacheCluster(cluster -> cluster.cacheClusterId("other").cacheParameterGroupName("of-memcached"));

        groups.set("of-memcached", "chunk_size", "96");

        assertThat(clusters.told).containsExactly("of-memcached {chunk_size=96} reboot=true");
    }

    @Test
    void its_clusters_are_told_nothing_when_no_value_is_new() {
        groups.set("mygroup", "timeout", "0");

        assertThat(clusters.told).isEmpty();
    }

    /** "Modifiable: Yes if the parameter group is not associated with any clusters. Otherwise, no." (user guide, redis 3.2.4). */
    @ParameterizedTest
    @CsvSource({"activerehashing, no", "databases, 4", "cluster-enabled, yes"})
    void some_parameters_cannot_be_modified_as_long_as_it_is_in_use(String parameter, String value) {
        assertThat(groups.parameter("mygroup", parameter).isModifiable()).isFalse();
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.set("mygroup", parameter, value))
                .says("The parameter " + parameter + " cannot be modified while a cluster uses the parameter group"
                        + " mygroup.");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.reset("mygroup", parameter));
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> client.resetCacheParameterGroup(
                group -> group.cacheParameterGroupName("mygroup").resetAllParameters(true)));
        assertThat(groups.own("mygroup")).containsExactly("databases=8");

        client.deleteCacheCluster(cluster -> cluster.cacheClusterId("mycluster"));
        groups.set("mygroup", parameter, value);
        assertThat(groups.parameter("mygroup", parameter).isModifiable()).isTrue();
    }

    @Test
    void other_families_learn_whether_a_group_enables_cluster_mode() {
        groups.create("clustered", "valkey8");
        groups.set("clustered", "cluster-enabled", "yes");

        assertThat(clusters.asked().clusterMode("Clustered")).isTrue();
        assertThat(clusters.asked().clusterMode("default.valkey8.cluster.on")).isTrue();
        assertThat(clusters.asked().clusterMode("default.valkey8")).isFalse();
        assertThat(clusters.asked().clusterMode("default.memcached1.6")).isFalse();
        assertThat(clusters.asked().clusterMode("nothing")).isFalse();
    }

    @Test
    void other_families_learn_the_value_of_a_parameter() {
        assertThat(clusters.asked().value("MyGroup", "databases")).isEqualTo("8");
        assertThat(clusters.asked().value("default.redis6.x", "databases")).isEqualTo("16");
        assertThat(clusters.asked().value("mygroup", "maxmemory")).isNull();
        assertThat(clusters.asked().value("mygroup", "notify-keyspace-events")).isNull();
        assertThat(clusters.asked().value("mygroup", "nothing")).isNull();
        assertThat(clusters.asked().value("nothing", "databases")).isNull();
    }

    /** As much of the cluster family as matters to a cache parameter group: that clusters use it and learn of changes. */
    private static final class ClustersThatUseGroups implements Family, ParameterGroupUsers {

        private final List<String> told = new ArrayList<>();
        private final List<RegionState> regions = new ArrayList<>();

        ParameterGroups asked() {
            return regions.get(0).ask(ParameterGroups.class);
        }

        @Override
        public void open(RegionState region) {
            regions.add(region);
            region.offer(ParameterGroupUsers.class, this);
        }

        @Override
        public void parametersChanged(CacheParameterGroup group, Map<String, String> changed, boolean requiresReboot) {
            told.add(group.cacheParameterGroupName() + " " + changed + " reboot=" + requiresReboot);
        }

        @Override
        public void register(Operations operations) {
            operations.handle(CreateCacheClusterRequest.class, ClustersThatUseGroups::create);
            operations.handle(DeleteCacheClusterRequest.class, ClustersThatUseGroups::delete);
        }

        private static CreateCacheClusterResponse.Builder create(CreateCacheClusterRequest request, Call call) {
            RegionState region = call.region();
            region.references()
                    .add(
                            region.arn(ResourceTypes.CACHE_CLUSTER, request.cacheClusterId()),
                            region.arn(ResourceTypes.CACHE_PARAMETER_GROUP, request.cacheParameterGroupName()));
            return CreateCacheClusterResponse.builder();
        }

        private static DeleteCacheClusterResponse.Builder delete(DeleteCacheClusterRequest request, Call call) {
            RegionState region = call.region();
            for (String group :
                    region.table(ResourceTypes.CACHE_PARAMETER_GROUP).names()) {
                region.references()
                        .remove(
                                region.arn(ResourceTypes.CACHE_CLUSTER, request.cacheClusterId()),
                                region.arn(ResourceTypes.CACHE_PARAMETER_GROUP, group));
            }
            return DeleteCacheClusterResponse.builder();
        }
    }
}
