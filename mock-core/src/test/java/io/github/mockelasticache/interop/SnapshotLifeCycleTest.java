package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.interop.CleanRoom.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of a snapshot in both tools. */
class SnapshotLifeCycleTest {

    private static final String DESCRIBE = "aws elasticache describe-snapshots --snapshot-name ";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @BeforeEach
    void a_cluster_that_is_available() {
        mock.client()
                .createCacheCluster(cluster -> cluster.cacheClusterId("mycluster")
                        .engine("redis")
                        .cacheNodeType("cache.m5.large")
                        .numCacheNodes(1));
        mock.clock().settle();
    }

    @Test
    void the_CLI_creates_copies_describes_and_deletes_a_snapshot() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode created = aws.json("aws elasticache create-snapshot --snapshot-name MySnapshot"
                + " --cache-cluster-id mycluster --tags Key=stage,Value=test");
        Ended refused = aws.run(
                "aws elasticache copy-snapshot --source-snapshot-name mysnapshot" + " --target-snapshot-name mycopy");
        mock.clock().settle();
        JsonNode described = aws.json(DESCRIBE + "mysnapshot");
        JsonNode copied = aws.json(
                "aws elasticache copy-snapshot --source-snapshot-name mysnapshot" + " --target-snapshot-name mycopy");
        mock.clock().settle();
        JsonNode tags = aws.json("aws elasticache list-tags-for-resource --resource-name "
                + copied.at("/Snapshot/ARN").stringValue());
        JsonNode deleting = aws.json("aws elasticache delete-snapshot --snapshot-name mysnapshot");
        mock.clock().settle();
        JsonNode left = aws.json("aws elasticache describe-snapshots --snapshot-source user --page-size 20");
        Ended gone = aws.run(DESCRIBE + "mysnapshot");

        // The members of the example for create-snapshot in the AWS CLI reference, outside a VPC, and those that came
        // later.
        assertThat(Json.keysOf(created.get("Snapshot"))).isEqualTo(Json.parse("""
                {"SnapshotName": "", "CacheClusterId": "", "SnapshotStatus": "", "SnapshotSource": "", "CacheNodeType": "",
                 "Engine": "", "EngineVersion": "", "NumCacheNodes": "", "PreferredAvailabilityZone": "",
                 "CacheClusterCreateTime": "", "PreferredMaintenanceWindow": "", "Port": "", "CacheParameterGroupName": "",
                 "AutoMinorVersionUpgrade": "", "SnapshotRetentionLimit": "", "SnapshotWindow": "",
                 "NodeSnapshots": [{"CacheNodeId": "", "CacheSize": "", "CacheNodeCreateTime": ""}],
                 "ARN": "", "DataTiering": ""}"""));
        assertThat(created.at("/Snapshot/SnapshotStatus").stringValue()).isEqualTo("creating");
        assertThat(created.at("/Snapshot/NodeSnapshots/0/CacheSize").stringValue())
                .isEmpty();
        assertThat(refused.errors()).contains("(InvalidSnapshotState)", "Snapshot must be in available state to copy.");
        assertThat(described.at("/Snapshots/0/SnapshotStatus").stringValue()).isEqualTo("available");
        assertThat(described.at("/Snapshots/0/NodeSnapshots/0/CacheSize").stringValue())
                .isEqualTo("4 MB");
        assertThat(tags.get("TagList")).isEqualTo(Json.parse("[{\"Key\": \"stage\", \"Value\": \"test\"}]"));
        assertThat(deleting.at("/Snapshot/SnapshotStatus").stringValue()).isEqualTo("deleting");
        assertThat(Json.elements(left.get("Snapshots")).map(SnapshotLifeCycleTest::name))
                .containsExactly("mycopy");
        assertThat(gone.errors()).contains("(SnapshotNotFoundFault)", "Snapshot not found: mysnapshot");
    }

    @Test
    void boto3_restores_a_cluster_from_a_snapshot_and_leaves_a_final_one() {
        Boto3 boto3 = Boto3.of(mock, folder);
        boto3.answers("client.create_snapshot(SnapshotName='mysnapshot', CacheClusterId='mycluster')");
        mock.clock().settle();
        JsonNode restored = boto3.answers("""
                answers['cluster'] = client.create_cache_cluster(
                    CacheClusterId='restored', SnapshotName='mysnapshot')['CacheCluster']
                answers['meanwhile'] = client.describe_snapshots(SnapshotName='mysnapshot')['Snapshots'][0]
                try:
                    client.delete_snapshot(SnapshotName='mysnapshot')
                except client.exceptions.InvalidSnapshotStateFault as refused:
                    answers['busy'] = refused.response
                """);
        mock.clock().settle();
        JsonNode deleted = boto3.answers("""
                answers['cluster'] = client.delete_cache_cluster(
                    CacheClusterId='restored', FinalSnapshotIdentifier='final')['CacheCluster']
                """);
        mock.clock().settle();
        JsonNode left = boto3.answers("""
                paginator = client.get_paginator('describe_snapshots')
                answers['snapshots'] = [snapshot for page in paginator.paginate() for snapshot in page['Snapshots']]
                try:
                    client.describe_snapshots(MaxRecords=51)
                except client.exceptions.InvalidParameterValueException as refused:
                    answers['too many'] = refused.response
                """);

        assertThat(restored.at("/cluster/CacheClusterStatus").stringValue()).isEqualTo("creating");
        assertThat(restored.at("/meanwhile/SnapshotStatus").stringValue()).isEqualTo("restoring");
        assertThat(restored.at("/busy/Error/Code").stringValue()).isEqualTo("InvalidSnapshotState");
        assertThat(deleted.at("/cluster/CacheClusterStatus").stringValue()).isEqualTo("snapshotting");
        assertThat(Json.elements(left.get("snapshots")).map(SnapshotLifeCycleTest::name))
                .containsExactly("final", "mysnapshot");
        assertThat(left.at("/snapshots/0/CacheClusterId").stringValue()).isEqualTo("restored");
        assertThat(left.at("/too many/Error/Message").stringValue())
                .isEqualTo("Cannot return more than 50 records per page.");
    }

    private static String name(JsonNode snapshot) {
        return snapshot.get("SnapshotName").stringValue();
    }
}
