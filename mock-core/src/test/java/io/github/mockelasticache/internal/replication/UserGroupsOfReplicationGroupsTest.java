package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_USER_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.UsersSeen;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthTokenUpdateStrategyType;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** Replication groups let user groups in, and user groups know of them. */
class UserGroupsOfReplicationGroupsTest {

    private static final String TOKEN = "sixteen-letters-!";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);
    private final UsersSeen users = UsersSeen.of(client);

    @BeforeEach
    void two_user_groups() {
        users.create("alice");
        users.createGroup("admins", "default", "alice");
        users.createGroup("guests", "default");
        mock.clock().settle();
    }

    @Test
    void a_new_replication_group_and_its_user_group_show_each_other_from_the_start() {
        ReplicationGroup created = create("mycache", asked -> asked.userGroupIds("Admins"));

        assertThat(created.userGroupIds()).containsExactly("admins");
        assertThat(users.group("admins").replicationGroups()).containsExactly("mycache");
        assertThat(users.group("admins").status()).isEqualTo("active");
        assertThat(groups.available("mycache").userGroupIds()).containsExactly("admins");
    }

    @Test
    void a_user_group_is_pending_until_it_is_let_in() {
        created("mycache", asked -> {});

        ReplicationGroup answer = groups.modify("mycache", asked -> asked.userGroupIdsToAdd("ADMINS"));

        assertThat(answer.status()).isEqualTo("modifying");
        assertThat(answer.userGroupIds()).isEmpty();
        assertThat(answer.pendingModifiedValues().userGroups().userGroupIdsToAdd())
                .containsExactly("admins");
        assertThat(answer.pendingModifiedValues().userGroups().userGroupIdsToRemove())
                .isEmpty();
        assertThat(users.group("admins").replicationGroups()).isEmpty();
        mock.clock().advance(Duration.ofMinutes(1));
        ReplicationGroup after = groups.named("mycache");
        assertThat(after.status()).isEqualTo("available");
        assertThat(after.userGroupIds()).containsExactly("admins");
        assertThat(after.pendingModifiedValues().userGroups()).isNull();
        assertThat(users.group("admins").replicationGroups()).containsExactly("mycache");
    }

    @Test
    void a_user_group_can_be_replaced_in_one_step() {
        created("mycache", asked -> asked.userGroupIds("admins"));

        groups.modify("mycache", asked -> asked.userGroupIdsToAdd("guests").userGroupIdsToRemove("admins"));
        mock.clock().settle();

        assertThat(groups.named("mycache").userGroupIds()).containsExactly("guests");
        assertThat(users.group("admins").replicationGroups()).isEmpty();
        assertThat(users.group("guests").replicationGroups()).containsExactly("mycache");
    }

    @Test
    void RemoveUserGroups_leaves_none() {
        created("mycache", asked -> asked.userGroupIds("admins"));

        ReplicationGroup answer = groups.modify("mycache", asked -> asked.removeUserGroups(true));
        assertThat(answer.pendingModifiedValues().userGroups().userGroupIdsToRemove())
                .containsExactly("admins");
        mock.clock().settle();

        assertThat(groups.named("mycache").userGroupIds()).isEmpty();
        assertThat(users.group("admins").replicationGroups()).isEmpty();
    }

    /** "The user group must first be disassociated from the replication group" (DeleteUserGroup, API reference). */
    @Test
    void a_user_group_that_is_used_cannot_be_deleted_and_is_InvalidUserGroupState() {
        created("mycache", asked -> asked.userGroupIds("admins"));

        INVALID_USER_GROUP_STATE
                .isTheAnswerTo(() -> users.deleteGroup("admins"), mock)
                .says("User group admins is associated with a cache. Disassociate it before you delete it.");

        client.deleteReplicationGroup(group -> group.replicationGroupId("mycache"));
        INVALID_USER_GROUP_STATE.isTheAnswerTo(() -> users.deleteGroup("admins"), mock);
        mock.clock().settle();
        users.deleteGroup("admins");
        mock.clock().settle();
        assertThat(users.allGroups()).extracting(UserGroup::userGroupId).containsExactly("guests");
    }

    @Test
    void nor_can_one_that_is_only_about_to_be_used() {
        created("mycache", asked -> {});
        client.modifyReplicationGroup(
                asked -> asked.replicationGroupId("mycache").userGroupIdsToAdd("admins"));

        assertThat(groups.named("mycache").pendingModifiedValues().userGroups().userGroupIdsToAdd())
                .containsExactly("admins");
        INVALID_USER_GROUP_STATE.isTheAnswerTo(() -> users.deleteGroup("admins"), mock);
        client.modifyReplicationGroup(
                asked -> asked.replicationGroupId("mycache").userGroupIdsToAdd("guests"));
        users.deleteGroup("admins");
        mock.clock().advance(Duration.ofDays(8));
        assertThat(groups.named("mycache").userGroupIds()).containsExactly("guests");
    }

    @Test
    void a_user_leaves_the_user_group_of_a_replication_group_that_stays_available() {
        created("mycache", asked -> asked.userGroupIds("admins"));

        users.delete("alice");
        mock.clock().settle();

        assertThat(users.group("admins").userIds()).containsExactly("default");
        assertThat(groups.named("mycache").status()).isEqualTo("available");
    }

    @Test
    void only_an_active_user_group_can_be_let_in() {
        created("mycache", asked -> {});
        users.modify("alice", user -> user.accessString("off"));

        INVALID_USER_GROUP_STATE
                .isTheAnswerTo(() -> create("other", asked -> asked.userGroupIds("admins")), mock)
                .says(
                        "User group admins has status modifying. Only active user groups can be associated with a cache.");
        INVALID_USER_GROUP_STATE.isTheAnswerTo(
                () -> groups.modify("mycache", asked -> asked.userGroupIdsToAdd("admins")), mock);
    }

    @Test
    void unknown_user_groups_are_UserGroupNotFound() {
        created("mycache", asked -> {});

        USER_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> create("other", asked -> asked.userGroupIds("nobody")), mock)
                .says("UserGroup nobody not found.");
        USER_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> groups.modify("mycache", asked -> asked.userGroupIdsToAdd("nobody")), mock);
        USER_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> groups.modify("mycache", asked -> asked.userGroupIdsToRemove("admins")), mock);
    }

    /** The service's own words: hashicorp/terraform-provider-aws#42966. */
    @Test
    void user_groups_need_encryption_in_transit() {
        groups.created("plain", asked -> asked.cacheSubnetGroupName("default"));

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> groups.modify(
                                "plain",
                                asked -> asked.userGroupIdsToAdd("admins")
                                        .transitEncryptionEnabled(true)
                                        .transitEncryptionMode("preferred")),
                        mock)
                .says("User group based access control requires encryption-in-transit to be enabled on the replication"
                        + " group.");
    }

    @Test
    void and_keep_it_from_being_switched_off() {
        created("mycache", asked -> asked.userGroupIds("admins").transitEncryptionMode("preferred"));

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> groups.modify("mycache", asked -> asked.transitEncryptionEnabled(false)), mock)
                .says("User group based access control requires encryption-in-transit to be enabled on the replication"
                        + " group.");
    }

    @Test
    void a_replication_group_has_one_user_group() {
        created("mycache", asked -> asked.userGroupIds("admins"));

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> create("other", asked -> asked.userGroupIds("admins", "guests")), mock)
                .says("Only one user group can be associated with a replication group.");
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> groups.modify("mycache", asked -> asked.userGroupIdsToAdd("guests")), mock)
                .says("Only one user group can be associated with a replication group.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.modify("mycache", asked -> asked.userGroupIdsToAdd("admins")), mock)
                .says("User group admins is already associated with replication group mycache.");
    }

    /** "RBAC", user guide: caches for Valkey take groups of both engines, those for Redis OSS only their own. */
    @Test
    void the_engines_of_cache_and_user_group_must_fit() {
        client.createUserGroup(
                group -> group.userGroupId("valkeys").engine("valkey").userIds("alice"));
        mock.clock().settle();

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> create("redis", asked -> asked.userGroupIds("valkeys")), mock)
                .says("User group valkeys has the engine valkey, and cannot be used by a cache with the engine redis.");
        created("one", asked -> asked.engine("valkey").userGroupIds("valkeys"));
        created("two", asked -> asked.engine("valkey").userGroupIds("admins"));
        assertThat(groups.all()).hasSize(2);
    }

    @Test
    void a_user_group_of_a_redis_cache_stays_one_for_redis() {
        created("mycache", asked -> asked.userGroupIds("admins"));

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> users.modifyGroup(
                                "admins", group -> group.engine("valkey").userIdsToRemove("default")),
                        mock)
                .says("User group admins is used by replication group mycache, whose engine is redis.");
    }

    @Test
    void the_engine_version_must_be_the_one_that_the_user_group_requires_or_later() {
        users.create("iam", user -> user.passwords(List.of()).authenticationMode(mode -> mode.type("iam")));
        users.createGroup("signed", "default", "iam");
        mock.clock().settle();

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> create(
                                "old", asked -> asked.engineVersion("5.0.6").userGroupIds("guests")),
                        mock)
                .says("User group guests requires engine version 6.0 or higher.");
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> create("old", asked -> asked.engineVersion("6.2").userGroupIds("signed")), mock)
                .says("User group signed requires engine version 7.0 or higher.");
    }

    @Test
    void a_replication_group_has_an_AUTH_token_or_a_user_group() {
        created("token", asked -> asked.authToken(TOKEN));
        created("users", asked -> asked.userGroupIds("admins"));
        String refusal = "An AUTH token and a user group cannot be used for a replication group at the same time.";

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> create("both", asked -> asked.authToken(TOKEN).userGroupIds("admins")), mock)
                .says(refusal);
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> groups.modify("token", asked -> asked.userGroupIdsToAdd("admins")), mock)
                .says(refusal);
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> groups.modify(
                                "users",
                                asked -> asked.authToken(TOKEN)
                                        .authTokenUpdateStrategy(AuthTokenUpdateStrategyType.SET)),
                        mock)
                .says(refusal);
    }

    /** "DELETE - allowed only when transitioning to RBAC" (ModifyReplicationGroup, API reference). */
    @Test
    void a_replication_group_goes_from_its_AUTH_token_to_a_user_group_and_back() {
        created("mycache", asked -> asked.authToken(TOKEN));

        groups.modify(
                "mycache",
                asked -> asked.userGroupIdsToAdd("admins").authTokenUpdateStrategy(AuthTokenUpdateStrategyType.DELETE));
        mock.clock().settle();
        assertThat(groups.named("mycache").authTokenEnabled()).isFalse();
        assertThat(groups.cluster("mycache-001").authTokenEnabled()).isFalse();
        assertThat(groups.named("mycache").userGroupIds()).containsExactly("admins");

        groups.modify(
                "mycache",
                asked -> asked.removeUserGroups(true)
                        .authToken(TOKEN)
                        .authTokenUpdateStrategy(AuthTokenUpdateStrategyType.SET));
        mock.clock().settle();
        assertThat(groups.named("mycache").authTokenEnabled()).isTrue();
        assertThat(groups.named("mycache").userGroupIds()).isEmpty();
    }

    private ReplicationGroup create(String id, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        return groups.create(id, asked -> {
            asked.cacheSubnetGroupName("default").transitEncryptionEnabled(true);
            settings.accept(asked);
        });
    }

    private void created(String id, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        create(id, settings);
        mock.clock().settle();
    }
}
