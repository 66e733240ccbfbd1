package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of a cache cluster, with the commands and calls that the tools' references print. */
class CacheClusterLifeCycleTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_CLI_creates_grows_reboots_and_deletes_a_cluster() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode created = aws.json("""
                aws elasticache create-cache-cluster \\
                    --cache-cluster-id "my-memcached-cluster" \\
                    --engine "memcached" \\
                    --cache-node-type "cache.m5.large" \\
                    --num-cache-nodes 2 \\
                    --preferred-availability-zones "us-east-1a" "us-east-1b"
                """);
        mock.clock().settle();
        JsonNode available = aws.json(
                "aws elasticache describe-cache-clusters --cache-cluster-id my-memcached-cluster --show-cache-node-info");
        JsonNode modified = aws.json("""
                aws elasticache modify-cache-cluster \\
                    --cache-cluster-id "my-memcached-cluster" \\
                    --num-cache-nodes 1 \\
                    --cache-node-ids-to-remove "0001" \\
                    --apply-immediately
                """);
        mock.clock().settle();
        JsonNode rebooting = aws.json("""
                aws elasticache reboot-cache-cluster \\
                    --cache-cluster-id my-memcached-cluster \\
                    --cache-node-ids-to-reboot 0002
                """);
        mock.clock().settle();
        JsonNode allowed = aws.json(
                "aws elasticache list-allowed-node-type-modifications --cache-cluster-id my-memcached-cluster");
        JsonNode deleted = aws.json("aws elasticache delete-cache-cluster --cache-cluster-id my-memcached-cluster");
        mock.clock().settle();
        JsonNode left = aws.json("aws elasticache describe-cache-clusters");

        assertThat(created.at("/CacheCluster/CacheClusterStatus").stringValue()).isEqualTo("creating");
        assertThat(created.at("/CacheCluster/PreferredAvailabilityZone").stringValue())
                .isEqualTo("Multiple");
        assertThat(available.at("/CacheClusters/0/ConfigurationEndpoint/Port").intValue())
                .isEqualTo(11211);
        assertThat(available.at("/CacheClusters/0/CacheNodes")).hasSize(2);
        assertThat(modified.at("/CacheCluster/PendingModifiedValues"))
                .isEqualTo(Json.parse("{\"NumCacheNodes\": 1, \"CacheNodeIdsToRemove\": [\"0001\"]}"));
        assertThat(rebooting.at("/CacheCluster/CacheClusterStatus").stringValue())
                .isEqualTo("rebooting cluster nodes");
        assertThat(Json.texts(allowed.get("ScaleUpModifications"))).contains("cache.m5.xlarge");
        assertThat(deleted.at("/CacheCluster/CacheClusterStatus").stringValue()).isEqualTo("deleting");
        assertThat(left.get("CacheClusters")).isEmpty();
    }

    @Test
    void boto3_creates_waits_for_modifies_and_deletes_a_cluster() {
        Boto3 boto3 = Boto3.of(mock, folder);

        JsonNode creating = boto3.answers("""
                answers['status'] = client.create_cache_cluster(
                    CacheClusterId='my-redis', Engine='redis', CacheNodeType='cache.t3.micro', NumCacheNodes=1,
                    EngineVersion='6.2', PreferredMaintenanceWindow='wed:05:00-wed:06:00',
                )['CacheCluster']['CacheClusterStatus']
                try:
                    client.list_tags_for_resource(
                        ResourceName='arn:aws:elasticache:us-east-1:123456789012:cluster:my-redis')
                except client.exceptions.CacheClusterNotFoundFault as refused:
                    answers['tags'] = refused.response['Error']['Message']
                """);
        mock.clock().settle();
        JsonNode available = boto3.answers("""
                client.get_waiter('cache_cluster_available').wait(CacheClusterId='my-redis')
                cluster = client.describe_cache_clusters(
                    CacheClusterId='my-redis', ShowCacheNodeInfo=True)['CacheClusters'][0]
                answers['version'] = cluster['EngineVersion']
                answers['nodes'] = [node['CacheNodeStatus'] for node in cluster['CacheNodes']]
                answers['pending'] = client.modify_cache_cluster(
                    CacheClusterId='my-redis', CacheNodeType='cache.t3.small',
                )['CacheCluster']['PendingModifiedValues']
                try:
                    client.modify_cache_cluster(CacheClusterId='my-redis', EngineVersion='6.0')
                except client.exceptions.InvalidParameterCombinationException as refused:
                    answers['refused'] = refused.response['Error']['Message']
                answers['deleting'] = client.delete_cache_cluster(
                    CacheClusterId='my-redis', FinalSnapshotIdentifier='last')['CacheCluster']['CacheClusterStatus']
                """);
        mock.clock().settle();
        JsonNode gone = boto3.answers("""
                client.get_waiter('cache_cluster_deleted').wait(CacheClusterId='my-redis')
                answers['left'] = client.describe_cache_clusters()['CacheClusters']
                """);

        assertThat(creating)
                .isEqualTo(Json.parse(
                        "{\"status\": \"creating\", \"tags\": \"my-redis is either not present or not available.\"}"));
        assertThat(available).isEqualTo(Json.parse("""
                {
                    "version": "6.2.6",
                    "nodes": ["available"],
                    "pending": {"CacheNodeType": "cache.t3.small"},
                    "refused": "Cannot modify redis from 6.2.6 to 6.0.5",
                    "deleting": "snapshotting"
                }
                """));
        assertThat(gone.get("left")).isEmpty();
    }
}
