package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.interop.CleanRoom.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of a serverless cache and of its snapshots in both tools. */
class ServerlessLifeCycleTest {

    private static final String DESCRIBE = "aws elasticache describe-serverless-caches --serverless-cache-name ";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_CLI_creates_modifies_snapshots_and_deletes_a_cache() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode created = aws.json("aws elasticache create-serverless-cache --serverless-cache-name MyCache"
                + " --engine redis --cache-usage-limits 'DataStorage={Maximum=10,Unit=GB},ECPUPerSecond={Maximum=50000}'"
                + " --security-group-ids sg-0c9af --subnet-ids subnet-1 subnet-2 --snapshot-retention-limit 10"
                + " --daily-snapshot-time 09:00 --tags Key=stage,Value=test");
        mock.clock().settle();
        JsonNode available = aws.json(DESCRIBE + "mycache");
        JsonNode modifying = aws.json("aws elasticache modify-serverless-cache --serverless-cache-name mycache"
                + " --engine valkey --major-engine-version 8");
        Ended refused = aws.run("aws elasticache modify-serverless-cache --serverless-cache-name mycache"
                + " --description new --snapshot-retention-limit 1");
        mock.clock().settle();
        JsonNode snapshot = aws.json("aws elasticache create-serverless-cache-snapshot"
                + " --serverless-cache-snapshot-name mysnapshot --serverless-cache-name mycache");
        mock.clock().settle();
        JsonNode tags = aws.json("aws elasticache list-tags-for-resource --resource-name "
                + created.at("/ServerlessCache/ARN").stringValue());
        JsonNode deleting = aws.json("aws elasticache delete-serverless-cache --serverless-cache-name mycache"
                + " --final-snapshot-name final");
        mock.clock().settle();
        JsonNode left = aws.json("aws elasticache describe-serverless-cache-snapshots --page-size 20");
        JsonNode events = aws.json("aws elasticache describe-events --source-type serverless-cache --duration 1440");
        Ended gone = aws.run(DESCRIBE + "mycache");

        // The members of the example of CreateServerlessCache, API reference, and the time.
        assertThat(Json.keysOf(created.get("ServerlessCache"))).isEqualTo(Json.parse("""
                {"ServerlessCacheName": "", "Description": "", "CreateTime": "", "Status": "", "Engine": "",
                 "MajorEngineVersion": "", "FullEngineVersion": "",
                 "CacheUsageLimits": {"DataStorage": {"Maximum": "", "Unit": ""}, "ECPUPerSecond": {"Maximum": ""}},
                 "SecurityGroupIds": [""], "ARN": "", "SubnetIds": ["", ""],
                 "SnapshotRetentionLimit": "", "DailySnapshotTime": ""}"""));
        assertThat(available.at("/ServerlessCaches/0/Status").stringValue()).isEqualTo("available");
        assertThat(available.at("/ServerlessCaches/0/ReaderEndpoint/Port").intValue())
                .isEqualTo(6380);
        assertThat(modifying.at("/ServerlessCache/Status").stringValue()).isEqualTo("modifying");
        assertThat(refused.errors())
                .contains(
                        "(InvalidParameterCombination)",
                        "Serverless Cache modifications only support modifying one field per request.");
        assertThat(snapshot.at("/ServerlessCacheSnapshot/ServerlessCacheConfiguration"))
                .isEqualTo(Json.parse("""
                        {"ServerlessCacheName": "mycache", "Engine": "valkey", "MajorEngineVersion": "8"}"""));
        assertThat(tags.get("TagList")).isEqualTo(Json.parse("[{\"Key\": \"stage\", \"Value\": \"test\"}]"));
        assertThat(deleting.at("/ServerlessCache/Status").stringValue()).isEqualTo("deleting");
        assertThat(Json.elements(left.get("ServerlessCacheSnapshots")).map(ServerlessLifeCycleTest::name))
                .containsExactly("final", "mysnapshot");
        assertThat(events.at("/Events/0/Message").stringValue()).isEqualTo("Cache mycache was deleted.");
        assertThat(gone.errors()).contains("(ServerlessCacheNotFoundFault)", "ServerlessCache mycache not found.");
    }

    @Test
    void boto3_copies_exports_and_restores_a_snapshot() {
        Boto3 boto3 = Boto3.of(mock, folder);
        boto3.answers("client.create_serverless_cache(ServerlessCacheName='mycache', Engine='valkey')");
        mock.clock().settle();
        boto3.answers("client.create_serverless_cache_snapshot("
                + "ServerlessCacheSnapshotName='mysnapshot', ServerlessCacheName='mycache')");
        mock.clock().settle();
        JsonNode copied = boto3.answers("""
                answers['copy'] = client.copy_serverless_cache_snapshot(
                    SourceServerlessCacheSnapshotName='mysnapshot',
                    TargetServerlessCacheSnapshotName='mycopy')['ServerlessCacheSnapshot']
                try:
                    client.delete_serverless_cache_snapshot(ServerlessCacheSnapshotName='mysnapshot')
                except client.exceptions.InvalidServerlessCacheSnapshotStateFault as refused:
                    answers['busy'] = refused.response
                """);
        mock.clock().settle();
        JsonNode restored = boto3.answers("""
                answers['export'] = client.export_serverless_cache_snapshot(
                    ServerlessCacheSnapshotName='mysnapshot', S3BucketName='mybucket')['ServerlessCacheSnapshot']
                answers['cache'] = client.create_serverless_cache(
                    ServerlessCacheName='restored', Engine='valkey',
                    SnapshotArnsToRestore=[
                        'arn:aws:elasticache:us-east-1:123456789012:serverlesscachesnapshot:mycopy'])['ServerlessCache']
                paginator = client.get_paginator('describe_serverless_cache_snapshots')
                answers['snapshots'] = [
                    snapshot for page in paginator.paginate() for snapshot in page['ServerlessCacheSnapshots']]
                """);
        mock.clock().settle();
        JsonNode deleted = boto3.answers("""
                answers['snapshot'] = client.delete_serverless_cache_snapshot(
                    ServerlessCacheSnapshotName='mycopy')['ServerlessCacheSnapshot']
                try:
                    client.describe_serverless_caches(MaxResults=1)
                except client.exceptions.InvalidParameterValueException as refused:
                    answers['too few'] = refused.response
                """);

        assertThat(copied.at("/copy/Status").stringValue()).isEqualTo("creating");
        assertThat(copied.at("/busy/Error/Code").stringValue()).isEqualTo("InvalidServerlessCacheSnapshotStateFault");
        assertThat(restored.at("/export/Status").stringValue()).isEqualTo("exporting");
        assertThat(restored.at("/cache/Status").stringValue()).isEqualTo("creating");
        assertThat(Json.elements(restored.get("snapshots"))
                        .map(each -> name(each) + " " + each.get("Status").stringValue()))
                .containsExactly("mycopy restoring", "mysnapshot exporting");
        assertThat(deleted.at("/snapshot/Status").stringValue()).isEqualTo("deleting");
        assertThat(deleted.at("/too few/Error/Message").stringValue())
                .isEqualTo("Invalid value for max records. Must be between 20 and 100");
    }

    private static String name(JsonNode snapshot) {
        return snapshot.get("ServerlessCacheSnapshotName").stringValue();
    }
}
