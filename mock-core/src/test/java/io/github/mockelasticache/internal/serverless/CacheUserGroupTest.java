package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_USER_GROUP_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ServerlessSeen;
import io.github.mockelasticache.testing.UsersSeen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/** The user group of a serverless cache, which lists the caches that use it. */
class CacheUserGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ServerlessSeen serverless = ServerlessSeen.of(mock.client());
    private final UsersSeen users = UsersSeen.of(mock.client());

    @BeforeEach
    void createUserGroups() {
        users.create("guest", user -> user.userName("default"));
        users.createGroup("first", "guest");
        users.createGroup("mygroup", "guest");
        mock.clock().settle();
    }

    @Test
    void a_cache_is_created_with_a_user_group_which_then_lists_it() {
        ServerlessCache cache = serverless.create(
                "MyCache", asked -> asked.majorEngineVersion("8").userGroupId("MyGroup"));

        assertThat(cache.userGroupId()).isEqualTo("mygroup");
        assertThat(users.group("mygroup").serverlessCaches()).containsExactly("mycache");
        assertThat(users.group("mygroup").replicationGroups()).isEmpty();
    }

    @Test
    void a_cache_gets_another_user_group_when_the_modification_is_done() {
        available("mycache", "first");

        serverless.modify("mycache", asked -> asked.userGroupId("MyGroup"));

        assertThat(serverless.named("mycache").userGroupId()).isEqualTo("first");
        assertThat(users.group("first").serverlessCaches()).containsExactly("mycache");
        INVALID_USER_GROUP_STATE.isTheAnswerTo(() -> users.deleteGroup("mygroup"), mock);
        mock.clock().settle();
        assertThat(serverless.named("mycache").userGroupId()).isEqualTo("mygroup");
        assertThat(users.group("first").serverlessCaches()).isEmpty();
        assertThat(users.group("mygroup").serverlessCaches()).containsExactly("mycache");
    }

    @Test
    void a_user_group_is_removed_when_the_modification_is_done() {
        available("mycache", "mygroup");

        serverless.modify("mycache", asked -> asked.removeUserGroup(true));

        assertThat(serverless.named("mycache").userGroupId()).isEqualTo("mygroup");
        mock.clock().settle();
        assertThat(serverless.named("mycache").userGroupId()).isNull();
        assertThat(users.group("mygroup").serverlessCaches()).isEmpty();
    }

    @Test
    void another_modification_leaves_the_user_group_alone() {
        available("mycache", "mygroup");

        serverless.modify("mycache", asked -> asked.description("new"));
        mock.clock().settle();

        assertThat(serverless.named("mycache").userGroupId()).isEqualTo("mygroup");
        assertThat(users.group("mygroup").serverlessCaches()).containsExactly("mycache");
    }

    @Test
    void a_cache_that_is_gone_uses_its_user_group_no_longer() {
        available("mycache", "mygroup");

        serverless.delete("mycache");
        assertThat(users.group("mygroup").serverlessCaches()).containsExactly("mycache");
        mock.clock().settle();

        assertThat(users.group("mygroup").serverlessCaches()).isEmpty();
        users.deleteGroup("mygroup");
    }

    @Test
    void a_user_group_that_is_changing_or_for_another_engine_is_refused() {
        available("mycache", "first");
        users.modifyGroup("mygroup", group -> group.engine("valkey"));

        INVALID_USER_GROUP_STATE.isTheAnswerTo(
                () -> serverless.create("other", asked -> asked.userGroupId("mygroup")), mock);
        INVALID_USER_GROUP_STATE.isTheAnswerTo(
                () -> serverless.modify("mycache", asked -> asked.userGroupId("mygroup")), mock);
        mock.clock().settle();
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> serverless.create("other", asked -> asked.engine("redis").userGroupId("mygroup")), mock);
    }

    @Test
    void a_user_group_of_a_cache_for_redis_cannot_become_one_for_valkey() {
        serverless.create("mycache", asked -> asked.engine("redis").userGroupId("mygroup"));
        mock.clock().settle();

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> users.modifyGroup("mygroup", group -> group.engine("valkey")), mock)
                .says("User group mygroup is used by serverless cache mycache, whose engine is redis.");
    }

    private void available(String cache, String group) {
        serverless.create(cache, asked -> asked.userGroupId(group));
        mock.clock().settle();
    }
}
