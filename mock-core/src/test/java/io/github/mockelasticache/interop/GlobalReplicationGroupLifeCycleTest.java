package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of a global replication group in two regions, with the commands that the tools' references print. */
class GlobalReplicationGroupLifeCycleTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_CLI_creates_a_group_adds_a_secondary_fails_over_and_takes_it_apart() {
        AwsCli aws = AwsCli.of(mock, folder);
        aws.json("""
                aws elasticache create-replication-group \\
                    --replication-group-id my-cluster-a \\
                    --replication-group-description "the primary" \\
                    --cache-node-type cache.r5.large \\
                    --cache-subnet-group-name default \\
                    --num-node-groups 2 \\
                    --replicas-per-node-group 0
                """);
        mock.clock().settle();

        JsonNode created = aws.json("""
                aws elasticache create-global-replication-group \\
                    --global-replication-group-id-suffix my-global-replication-group \\
                    --primary-replication-group-id my-cluster-a
                """);
        mock.clock().settle();
        JsonNode secondary = aws.json("""
                aws elasticache create-replication-group --region us-west-2 \\
                    --replication-group-id my-cluster-b \\
                    --replication-group-description "the secondary" \\
                    --cache-subnet-group-name default \\
                    --global-replication-group-id ldgnf-my-global-replication-group
                """);
        mock.clock().settle();
        JsonNode increased = aws.json("""
                aws elasticache increase-node-groups-in-global-replication-group \\
                    --global-replication-group-id ldgnf-my-global-replication-group \\
                    --node-group-count 3 \\
                    --regional-configurations \\
                        'ReplicationGroupId=my-cluster-b,ReplicationGroupRegion=us-west-2,ReshardingConfiguration=[{NodeGroupId=0003,PreferredAvailabilityZones=[us-west-2b]}]' \\
                    --apply-immediately
                """);
        mock.clock().settle();
        aws.json("""
                aws elasticache failover-global-replication-group \\
                    --global-replication-group-id ldgnf-my-global-replication-group \\
                    --primary-region us-west-2 \\
                    --primary-replication-group-id my-cluster-b
                """);
        mock.clock().settle();
        JsonNode described = aws.json("""
                aws elasticache describe-global-replication-groups \\
                    --global-replication-group-id ldgnf-my-global-replication-group \\
                    --show-member-info
                """);
        JsonNode disassociated = aws.json("""
                aws elasticache disassociate-global-replication-group \\
                    --global-replication-group-id ldgnf-my-global-replication-group \\
                    --replication-group-id my-cluster-a \\
                    --replication-group-region us-east-1
                """);
        mock.clock().settle();
        JsonNode deleted = aws.json("""
                aws elasticache delete-global-replication-group \\
                    --global-replication-group-id ldgnf-my-global-replication-group \\
                    --retain-primary-replication-group
                """);
        mock.clock().settle();

        assertThat(created.at("/GlobalReplicationGroup/Status").stringValue()).isEqualTo("creating");
        assertThat(created.at("/GlobalReplicationGroup").has("Members")).isFalse();
        assertThat(secondary
                        .at("/ReplicationGroup/GlobalReplicationGroupInfo/GlobalReplicationGroupMemberRole")
                        .stringValue())
                .isEqualTo("SECONDARY");
        assertThat(increased.at("/GlobalReplicationGroup/GlobalNodeGroups")).hasSize(2);
        assertThat(described
                        .at("/GlobalReplicationGroups/0/GlobalNodeGroups/2/GlobalNodeGroupId")
                        .stringValue())
                .isEqualTo("ldgnf-my-global-replication-group-0003");
        assertThat(described
                        .at("/GlobalReplicationGroups/0/Members/1/ReplicationGroupId")
                        .stringValue())
                .isEqualTo("my-cluster-b");
        assertThat(described.at("/GlobalReplicationGroups/0/Members/1/Role").stringValue())
                .isEqualTo("PRIMARY");
        assertThat(disassociated.at("/GlobalReplicationGroup/Members/0/Status").stringValue())
                .isEqualTo("associated");
        assertThat(deleted.at("/GlobalReplicationGroup/Status").stringValue()).isEqualTo("deleting");
        assertThat(aws.json("aws elasticache describe-global-replication-groups")
                        .get("GlobalReplicationGroups"))
                .isEmpty();
        assertThat(aws.json("aws elasticache describe-replication-groups --region us-west-2")
                        .get("ReplicationGroups"))
                .hasSize(1);
    }

    @Test
    void boto3_modifies_a_group_and_is_refused_what_is_not_possible() {
        JsonNode first = Boto3.of(mock, folder).answers("""
                client.create_replication_group(
                    ReplicationGroupId='first', ReplicationGroupDescription='the primary',
                    CacheNodeType='cache.r5.large', CacheSubnetGroupName='default')
                answers['groups'] = client.describe_global_replication_groups()['GlobalReplicationGroups']
                """);
        mock.clock().settle();
        JsonNode second = Boto3.of(mock, folder).answers("""
                answers['id'] = client.create_global_replication_group(
                    GlobalReplicationGroupIdSuffix='my', GlobalReplicationGroupDescription='ours',
                    PrimaryReplicationGroupId='first')['GlobalReplicationGroup']['GlobalReplicationGroupId']
                try:
                    client.delete_replication_group(ReplicationGroupId='first')
                except client.exceptions.InvalidParameterValueException as refused:
                    answers['refused'] = refused.response['Error']['Message']
                """);
        mock.clock().settle();
        JsonNode third = Boto3.of(mock, folder).answers("""
                answers['status'] = client.modify_global_replication_group(
                    GlobalReplicationGroupId='ldgnf-my', ApplyImmediately=True,
                    CacheNodeType='cache.r5.xlarge')['GlobalReplicationGroup']['Status']
                try:
                    client.rebalance_slots_in_global_replication_group(
                        GlobalReplicationGroupId='nobody', ApplyImmediately=True)
                except client.exceptions.GlobalReplicationGroupNotFoundFault as missing:
                    answers['missing'] = missing.response['ResponseMetadata']['HTTPStatusCode']
                """);

        assertThat(first.get("groups")).isEmpty();
        assertThat(second.get("id").stringValue()).isEqualTo("ldgnf-my");
        assertThat(second.get("refused").stringValue())
                .isEqualTo("Cluster [first] is part of a global cluster [ldgnf-my]. Request rejected.");
        assertThat(third.get("status").stringValue()).isEqualTo("modifying");
        assertThat(third.get("missing").intValue()).isEqualTo(404);
    }
}
