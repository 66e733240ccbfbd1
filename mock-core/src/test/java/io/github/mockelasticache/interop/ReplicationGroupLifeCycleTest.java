package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of a replication group, with the commands and the shapes of output that the tools' references print. */
class ReplicationGroupLifeCycleTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_CLI_creates_waits_scales_fails_over_and_deletes_a_group() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode created = aws.json("""
                aws elasticache create-replication-group \\
                    --replication-group-id mygroup \\
                    --replication-group-description "my group" \\
                    --engine redis \\
                    --cache-node-type cache.m5.large \\
                    --automatic-failover-enabled \\
                    --num-cache-clusters 2
                """);
        mock.clock().settle();
        JsonNode described = aws.json("aws elasticache describe-replication-groups --replication-group-id mygroup");
        JsonNode increased = aws.json("""
                aws elasticache increase-replica-count \\
                    --replication-group-id mygroup \\
                    --apply-immediately \\
                    --new-replica-count 2
                """);
        mock.clock().settle();
        JsonNode failedOver = aws.json("""
                aws elasticache test-failover \\
                    --replication-group-id mygroup \\
                    --node-group-id 0001
                """);
        mock.clock().settle();
        JsonNode after = aws.json("aws elasticache describe-replication-groups");
        JsonNode deleted = aws.json("aws elasticache delete-replication-group --replication-group-id mygroup");
        mock.clock().settle();
        JsonNode left = aws.json("aws elasticache describe-replication-groups");

        assertThat(created.at("/ReplicationGroup/Status").stringValue()).isEqualTo("creating");
        assertThat(created.at("/ReplicationGroup").has("NodeGroups")).isFalse();
        assertThat(described
                        .at("/ReplicationGroups/0/NodeGroups/0/NodeGroupMembers/0/CurrentRole")
                        .stringValue())
                .isEqualTo("primary");
        assertThat(Json.texts(increased.at("/ReplicationGroup/MemberClusters")))
                .containsExactly("mygroup-001", "mygroup-002", "mygroup-003");
        assertThat(failedOver.at("/ReplicationGroup/Status").stringValue()).isEqualTo("available");
        assertThat(after.at("/ReplicationGroups/0/NodeGroups/0/NodeGroupMembers/0/CurrentRole")
                        .stringValue())
                .isEqualTo("replica");
        assertThat(deleted.at("/ReplicationGroup/Status").stringValue()).isEqualTo("deleting");
        assertThat(left.get("ReplicationGroups")).isEmpty();
    }

    @Test
    void boto3_creates_reshards_and_deletes_a_group_with_cluster_mode_enabled() {
        JsonNode answers = Boto3.of(mock, folder).answers("""
                def named():
                    return client.describe_replication_groups(ReplicationGroupId='sharded')['ReplicationGroups'][0]
                answers['created'] = client.create_replication_group(
                    ReplicationGroupId='sharded',
                    ReplicationGroupDescription='my shards',
                    CacheNodeType='cache.m5.large',
                    NumNodeGroups=2,
                    ReplicasPerNodeGroup=1,
                )['ReplicationGroup']['MemberClusters']
                try:
                    client.modify_replication_group(
                        ReplicationGroupId='sharded', AutomaticFailoverEnabled=False, ApplyImmediately=True)
                except client.exceptions.InvalidReplicationGroupStateFault as refused:
                    answers['refused'] = refused.response['Error']['Message']
                try:
                    client.test_failover(ReplicationGroupId='nobody', NodeGroupId='0001')
                except client.exceptions.ReplicationGroupNotFoundFault as missing:
                    answers['missing'] = missing.response['ResponseMetadata']['HTTPStatusCode']
                answers['status'] = named()['Status']
                answers['pages'] = [
                    len(page['ReplicationGroups'])
                    for page in client.get_paginator('describe_replication_groups').paginate()]
                """);

        assertThat(Json.texts(answers.get("created")))
                .containsExactly("sharded-0001-001", "sharded-0001-002", "sharded-0002-001", "sharded-0002-002");
        assertThat(answers.get("refused").stringValue())
                .isEqualTo("Replication group must be in available state to modify.");
        assertThat(answers.get("missing").intValue()).isEqualTo(404);
        assertThat(answers.get("status").stringValue()).isEqualTo("creating");
        assertThat(answers.get("pages")).isEqualTo(Json.parse("[1]"));
        mock.clock().settle();

        JsonNode later = Boto3.of(mock, folder).answers("""
                answers['resharding'] = client.modify_replication_group_shard_configuration(
                    ReplicationGroupId='sharded', NodeGroupCount=1, ApplyImmediately=True,
                    NodeGroupsToRetain=['0002'],
                )['ReplicationGroup']['PendingModifiedValues']['Resharding']['SlotMigration']['ProgressPercentage']
                """);
        assertThat(later.get("resharding").doubleValue()).isZero();
        mock.clock().settle();

        JsonNode last = Boto3.of(mock, folder).answers("""
                answers['slots'] = [
                    shard['Slots'] for shard in client.describe_replication_groups(
                        ReplicationGroupId='sharded')['ReplicationGroups'][0]['NodeGroups']]
                answers['deleted'] = client.delete_replication_group(
                    ReplicationGroupId='sharded')['ReplicationGroup']['Status']
                """);
        assertThat(Json.texts(last.get("slots"))).containsExactly("0-16383");
        assertThat(last.get("deleted").stringValue()).isEqualTo("deleting");
    }
}
