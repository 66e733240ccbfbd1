package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.interop.CleanRoom.Ended;
import io.github.mockelasticache.testing.UsersSeen;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of users and a user group in both tools: the answers about one have its members at their top. */
class UserGroupLifeCycleTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_CLI_creates_modifies_and_deletes_a_user_and_its_group() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode user = aws.json("""
                aws elasticache create-user \\
                    --user-id Alice \\
                    --user-name alice \\
                    --engine redis \\
                    --passwords correct-horse-battery \\
                    --access-string "on ~app:* +@read" \\
                    --tags Key=team,Value=shop
                """);
        JsonNode group = aws.json("""
                aws elasticache create-user-group \\
                    --user-group-id mygroup \\
                    --engine redis \\
                    --user-ids alice default
                """);
        mock.clock().settle();
        JsonNode described = aws.json("aws elasticache describe-users --filters Name=UserId,Values=alice");
        JsonNode modified = aws.json("aws elasticache modify-user --user-id alice"
                + " --access-string '~objects:* ~items:* ~public:*' --no-password-required");
        Ended refused = aws.run("aws elasticache modify-user-group --user-group-id mygroup --user-ids-to-remove alice");
        mock.clock().settle();
        JsonNode leaving =
                aws.json("aws elasticache modify-user-group --user-group-id mygroup --user-ids-to-remove alice");
        mock.clock().settle();
        JsonNode deleting = aws.json("aws elasticache delete-user-group --user-group-id mygroup");
        aws.json("aws elasticache delete-user --user-id alice");
        mock.clock().settle();
        Ended gone = aws.run("aws elasticache describe-user-groups --user-group-id mygroup");

        assertThat(user).isEqualTo(Json.parse("""
                {"UserId": "alice", "UserName": "alice", "Status": "active", "Engine": "redis", "MinimumEngineVersion": "6.0",
                 "AccessString": "on ~app:* -@all +@read", "UserGroupIds": [],
                 "Authentication": {"Type": "password", "PasswordCount": 1}, "ARN": "%suser:alice"}""".formatted(ARN)));
        assertThat(group).isEqualTo(Json.parse("""
                {"UserGroupId": "mygroup", "Status": "creating", "Engine": "redis", "UserIds": ["alice", "default"],
                 "MinimumEngineVersion": "6.0", "ReplicationGroups": [], "ServerlessCaches": [],
                 "ARN": "%susergroup:mygroup"}""".formatted(ARN)));
        assertThat(Json.texts(described.at("/Users/0/UserGroupIds"))).containsExactly("mygroup");
        assertThat(modified.get("Status").stringValue()).isEqualTo("modifying");
        assertThat(modified.get("AccessString").stringValue()).isEqualTo("off ~objects:* ~items:* ~public:* -@all");
        assertThat(modified.get("Authentication")).isEqualTo(Json.parse("{\"Type\": \"no-password\"}"));
        assertThat(refused.errors())
                .contains(
                        "(InvalidUserGroupState)",
                        "User group mygroup has status modifying. Only active user groups can be modified.");
        assertThat(leaving.get("PendingChanges"))
                .isEqualTo(Json.parse("{\"UserIdsToRemove\": [\"alice\"], \"UserIdsToAdd\": []}"));
        assertThat(deleting.get("Status").stringValue()).isEqualTo("deleting");
        assertThat(gone.errors()).contains("(UserGroupNotFound)", "UserGroup mygroup not found.");
        assertThat(UsersSeen.of(mock.client()).all()).hasSize(1);
    }

    @Test
    void boto3_lets_a_user_group_into_a_replication_group_and_out_again() {
        Boto3 boto3 = Boto3.of(mock, folder);
        JsonNode created = boto3.answers("""
                answers['user'] = client.create_user(
                    UserId='alice', UserName='alice', Engine='valkey', AccessString='on ~* +@all',
                    AuthenticationMode={'Type': 'iam'})['Authentication']
                answers['group'] = client.create_user_group(
                    UserGroupId='mygroup', Engine='valkey', UserIds=['alice'])['Status']
                try:
                    client.create_user(UserId='bob', UserName='bob', Engine='valkey', AccessString='on')
                except client.exceptions.InvalidParameterValueException as refused:
                    answers['refused'] = refused.response['Error']['Message']
                try:
                    client.create_user_group(UserGroupId='other', Engine='redis', UserIds=['alice'])
                except client.exceptions.DefaultUserRequired as required:
                    answers['required'] = required.response['Error']['Code']
                """);
        mock.clock().settle();
        JsonNode let = boto3.answers("""
                answers['cache'] = client.create_replication_group(
                    ReplicationGroupId='mycache', ReplicationGroupDescription='guarded', Engine='valkey',
                    CacheNodeType='cache.m5.large', CacheSubnetGroupName='default', TransitEncryptionEnabled=True,
                    UserGroupIds=['mygroup'])['ReplicationGroup']['UserGroupIds']
                answers['group'] = client.describe_user_groups(UserGroupId='mygroup')['UserGroups'][0]
                try:
                    client.delete_user_group(UserGroupId='mygroup')
                except client.exceptions.InvalidUserGroupStateFault as used:
                    answers['used'] = used.response['Error']['Code']
                """);
        mock.clock().settle();
        JsonNode out = boto3.answers("""
                answers['pending'] = client.modify_replication_group(
                    ReplicationGroupId='mycache', RemoveUserGroups=True, ApplyImmediately=True
                )['ReplicationGroup']['PendingModifiedValues']['UserGroups']
                answers['users'] = [
                    user['UserId'] for page in client.get_paginator('describe_users').paginate() for user in page['Users']]
                """);
        mock.clock().settle();

        assertThat(created.get("user")).isEqualTo(Json.parse("{\"Type\": \"iam\"}"));
        assertThat(created.get("group").stringValue()).isEqualTo("creating");
        assertThat(created.get("refused").stringValue())
                .isEqualTo("Input Authentication type: null is not in the allowed list:"
                        + " [password,no-password-required,iam]");
        assertThat(created.get("required").stringValue()).isEqualTo("DefaultUserRequired");
        assertThat(Json.texts(let.get("cache"))).containsExactly("mygroup");
        assertThat(Json.texts(let.at("/group/ReplicationGroups"))).containsExactly("mycache");
        assertThat(let.get("used").stringValue()).isEqualTo("InvalidUserGroupState");
        assertThat(out.get("pending"))
                .isEqualTo(Json.parse("{\"UserGroupIdsToAdd\": [], \"UserGroupIdsToRemove\": [\"mygroup\"]}"));
        assertThat(Json.texts(out.get("users"))).containsExactly("alice", "default");
        assertThat(UsersSeen.of(mock.client()).group("mygroup").replicationGroups())
                .isEmpty();
    }
}
