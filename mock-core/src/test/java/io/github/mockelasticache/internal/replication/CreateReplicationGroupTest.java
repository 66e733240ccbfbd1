package io.github.mockelasticache.internal.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** The life of a replication group from creation on: what it shows, and when. */
class CreateReplicationGroupTest {

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @Test
    void the_answer_lists_all_future_members_and_neither_node_groups_nor_endpoints() {
        ReplicationGroup created = groups.create("MyGroup", group -> group.numCacheClusters(3));

        assertThat(created.replicationGroupId()).isEqualTo("mygroup");
        assertThat(created.status()).isEqualTo("creating");
        assertThat(created.memberClusters()).containsExactly("mygroup-001", "mygroup-002", "mygroup-003");
        assertThat(created.hasNodeGroups()).isFalse();
        assertThat(created.configurationEndpoint()).isNull();
        assertThat(created.automaticFailover()).isEqualTo(AutomaticFailoverStatus.DISABLED);
        assertThat(created.multiAZ()).isEqualTo(MultiAZStatus.DISABLED);
        assertThat(created.clusterEnabled()).isFalse();
        assertThat(created.clusterMode()).isEqualTo(ClusterMode.DISABLED);
        assertThat(created.engine()).isEqualTo("redis");
        assertThat(created.arn()).isEqualTo("arn:aws:elasticache:us-east-1:123456789012:replicationgroup:mygroup");
    }

    @Test
    void replicas_are_built_after_their_primary_and_the_group_is_available_when_all_are() {
        groups.create("mygroup", group -> group.numCacheClusters(2));

        mock.clock().advance(Duration.ofMinutes(6));
        assertThat(groups.cluster("mygroup-001").cacheClusterStatus()).isEqualTo("available");
        assertThat(groups.cluster("mygroup-002").cacheClusterStatus()).isEqualTo("creating");
        assertThat(groups.named("mygroup").status()).isEqualTo("creating");

        mock.clock().advance(Duration.ofSeconds(260));
        assertThat(groups.cluster("mygroup-002").cacheClusterStatus()).isEqualTo("available");
        assertThat(groups.named("mygroup").status()).isEqualTo("available");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void with_cluster_mode_disabled_a_node_group_has_endpoints_and_its_members_have_roles() {
        ReplicationGroup group = groups.created("mygroup", asked -> asked.numCacheClusters(2));

        assertThat(group.configurationEndpoint()).isNull();
        assertThat(group.nodeGroups()).hasSize(1);
        NodeGroup shard = group.nodeGroups().get(0);
        assertThat(shard.nodeGroupId()).isEqualTo("0001");
        assertThat(shard.slots()).isNull();
        assertThat(shard.primaryEndpoint().address())
                .matches("mygroup\\.[0-9a-z]{6}\\.ng\\.0001\\.use1\\.cache\\.amazonaws\\.com");
        assertThat(shard.readerEndpoint().address())
                .matches("mygroup-ro\\.[0-9a-z]{6}\\.ng\\.0001\\.use1\\.cache\\.amazonaws\\.com");
        assertThat(ReplicationGroupsSeen.roles(group)).containsExactly("mygroup-001 primary", "mygroup-002 replica");
        assertThat(shard.nodeGroupMembers().get(0).readEndpoint().address())
                .matches("mygroup-001\\.[0-9a-z]{6}\\.0001\\.use1\\.cache\\.amazonaws\\.com");
    }

    @Test
    void with_cluster_mode_enabled_the_group_has_a_configuration_endpoint_and_node_groups_have_slots() {
        ReplicationGroup group =
                groups.created("mygroup", asked -> asked.numNodeGroups(3).replicasPerNodeGroup(1));

        assertThat(group.clusterEnabled()).isTrue();
        assertThat(group.clusterMode()).isEqualTo(ClusterMode.ENABLED);
        assertThat(group.automaticFailover()).isEqualTo(AutomaticFailoverStatus.ENABLED);
        assertThat(group.configurationEndpoint().address())
                .matches("mygroup\\.[0-9a-z]{6}\\.clustercfg\\.use1\\.cache\\.amazonaws\\.com");
        assertThat(ReplicationGroupsSeen.shards(group))
                .containsExactly("0001 0-5461 available", "0002 5462-10922 available", "0003 10923-16383 available");
        NodeGroupMember member = group.nodeGroups().get(1).nodeGroupMembers().get(1);
        assertThat(member.cacheClusterId()).isEqualTo("mygroup-0002-002");
        assertThat(member.cacheNodeId()).isEqualTo("0001");
        assertThat(member.preferredAvailabilityZone()).startsWith("us-east-1");
        assertThat(member.currentRole()).isNull();
        assertThat(member.readEndpoint()).isNull();
        assertThat(group.nodeGroups())
                .allSatisfy(shard -> assertThat(shard.primaryEndpoint()).isNull());
        assertThat(groups.cluster("mygroup-0001-001").cacheParameterGroup().cacheParameterGroupName())
                .isEqualTo("default.redis7.cluster.on");
    }

    @Test
    void with_TLS_the_names_of_endpoints_have_another_form() {
        ReplicationGroup disabled =
                groups.created("one", asked -> asked.numCacheClusters(2).transitEncryptionEnabled(true));
        ReplicationGroup enabled =
                groups.created("two", asked -> asked.numNodeGroups(2).transitEncryptionEnabled(true));

        NodeGroup shard = disabled.nodeGroups().get(0);
        assertThat(disabled.transitEncryptionModeAsString()).isEqualTo("required");
        assertThat(shard.primaryEndpoint().address()).matches("master\\.one\\.[0-9a-z]{6}\\.use1\\.cache.*");
        assertThat(shard.readerEndpoint().address()).matches("replica\\.one\\.[0-9a-z]{6}\\.use1\\.cache.*");
        assertThat(shard.nodeGroupMembers().get(1).readEndpoint().address())
                .matches("one-002\\.one\\.[0-9a-z]{6}\\.use1\\.cache.*");
        assertThat(enabled.configurationEndpoint().address())
                .matches("clustercfg\\.two\\.[0-9a-z]{6}\\.use1\\.cache.*");
    }

    @Test
    void a_member_is_a_cache_cluster_of_one_node_that_cannot_be_told_from_its_siblings_settings() {
        groups.created("mygroup", asked -> asked.numCacheClusters(2).snapshotRetentionLimit(5));

        CacheCluster primary = groups.cluster("mygroup-001");
        CacheCluster replica = groups.cluster("mygroup-002");
        assertThat(primary.replicationGroupId()).isEqualTo("mygroup");
        assertThat(primary.numCacheNodes()).isEqualTo(1);
        assertThat(primary.cacheNodes()).extracting(node -> node.cacheNodeId()).containsExactly("0001");
        assertThat(primary.snapshotWindow()).isEqualTo(replica.snapshotWindow());
        assertThat(primary.preferredMaintenanceWindow()).isEqualTo(replica.preferredMaintenanceWindow());
        assertThat(groups.named("mygroup").snapshottingClusterId()).isEqualTo("mygroup-002");
        assertThat(primary.snapshotRetentionLimit()).isZero();
        assertThat(replica.snapshotRetentionLimit()).isEqualTo(5);
    }

    @Test
    void valkey_encrypts_at_rest_by_default_and_redis_does_not() {
        ReplicationGroup valkey =
                groups.create("one", asked -> asked.engine("valkey").transitEncryptionEnabled(false));
        ReplicationGroup redis = groups.create("two", asked -> asked.engine("Redis"));

        assertThat(valkey.atRestEncryptionEnabled()).isTrue();
        assertThat(redis.atRestEncryptionEnabled()).isFalse();
        assertThat(valkey.engine()).isEqualTo("valkey");
        assertThat(redis.engine()).isEqualTo("redis");
    }

    @Test
    void a_cluster_that_exists_becomes_the_primary_under_its_own_name() {
        client.createCacheCluster(cluster -> cluster.cacheClusterId("mycluster")
                .engine("redis")
                .cacheNodeType("cache.m5.large")
                .numCacheNodes(1)
                .snapshotRetentionLimit(3)
                .tags(ReplicationGroupsSeen.tag("of", "primary")));
        mock.clock().settle();

        ReplicationGroup created = groups.create(
                "mygroup",
                asked -> asked.cacheNodeType(null).primaryClusterId("MyCluster").numCacheClusters(3));
        ReplicationGroup group = groups.available("mygroup");

        assertThat(created.memberClusters()).containsExactly("mygroup-001", "mygroup-002", "mycluster");
        assertThat(group.snapshottingClusterId()).isEqualTo("mycluster");
        assertThat(ReplicationGroupsSeen.roles(group))
                .containsExactly("mygroup-001 replica", "mygroup-002 replica", "mycluster primary");
        assertThat(groups.cluster("mycluster").replicationGroupId()).isEqualTo("mygroup");
        assertThat(groups.tags(groups.cluster("mygroup-001").arn()))
                .extracting(tag -> tag.value())
                .containsExactly("primary");
    }

    @Test
    void tags_are_copied_to_the_members_and_follow_when_they_change() {
        ReplicationGroup group =
                groups.created("mygroup", asked -> asked.numCacheClusters(2).tags(ReplicationGroupsSeen.tag("a", "1")));
        String member = groups.cluster("mygroup-002").arn();
        assertThat(groups.tags(member)).isEqualTo(groups.tags(group.arn())).hasSize(1);

        client.addTagsToResource(add -> add.resourceName(group.arn()).tags(ReplicationGroupsSeen.tag("b", "2")));
        client.removeTagsFromResource(remove -> remove.resourceName(group.arn()).tagKeys("a"));

        assertThat(groups.tags(member)).extracting(tag -> tag.key()).containsExactly("b");
    }

    @Test
    void the_events_tell_the_story() {
        groups.created("mygroup", asked -> asked.preferredCacheClusterAZs("us-east-1b"));

        assertThat(groups.events())
                .containsExactly(
                        "mygroup-001: Updated to use a CacheParameterGroup default.redis7",
                        "mygroup-001: Cache cluster created",
                        "mygroup-001: Added cache node 0001 in availability zone us-east-1b",
                        "mygroup: Replication group mygroup created");
    }

    @Test
    void an_instant_clock_completes_the_creation_within_the_call() {
        try (ElastiCacheMock instant =
                ElastiCacheMock.builder().clockMode(ClockMode.INSTANT).build()) {
            ReplicationGroupsSeen seen = ReplicationGroupsSeen.of(instant.client());

            ReplicationGroup created = seen.create("mygroup", asked -> asked.numCacheClusters(2));

            assertThat(created.status()).isEqualTo("creating");
            assertThat(seen.named("mygroup").status()).isEqualTo("available");
            assertThat(instant.timeline().pending()).isEqualTo(List.of());
        }
    }
}
