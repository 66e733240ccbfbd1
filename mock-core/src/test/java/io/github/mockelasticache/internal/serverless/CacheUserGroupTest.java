package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_USER_GROUP_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.UserGroups;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.internal.subnet.CacheSubnetGroups;
import io.github.mockelasticache.testing.EngineSettings;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/** The user group of a cache, with a family of user groups that notes what it is asked and told. */
class CacheUserGroupTest {

    private static final String GROUP = "arn:aws:elasticache:us-east-1:123456789012:usergroup:mygroup";

    private final Groups groups = new Groups();
    private final Engine engine =
            new Engine(EngineSettings.withSeed(0), List.of(new CacheSubnetGroups(), new ServerlessCaches(), groups));
    private final ServerlessSeen serverless = ServerlessSeen.of(new ServedClients(engine).client(Region.US_EAST_1));

    @Test
    void a_cache_is_created_with_a_user_group_which_then_lists_it() {
        ServerlessCache cache = serverless.create(
                "MyCache", asked -> asked.majorEngineVersion("8").userGroupId("MyGroup"));

        assertThat(cache.userGroupId()).isEqualTo("mygroup");
        assertThat(groups.told).containsExactly("MyGroup for valkey from 8.2", "mygroup + SERVERLESS_CACHE mycache");
    }

    @Test
    void a_cache_gets_another_user_group_when_the_modification_is_done() {
        available("mycache", "first");

        serverless.modify("mycache", asked -> asked.userGroupId("MyGroup"));

        assertThat(serverless.named("mycache").userGroupId()).isEqualTo("first");
        assertThat(groups.usersOf(GROUP))
                .containsExactly("arn:aws:elasticache:us-east-1:123456789012:serverlesscache:mycache");
        assertThat(groups.told).containsExactly("MyGroup for valkey from 9.1");
        engine.clock().settle();
        assertThat(serverless.named("mycache").userGroupId()).isEqualTo("mygroup");
        assertThat(groups.usersOf(GROUP)).isEmpty();
        assertThat(groups.told)
                .containsExactly(
                        "MyGroup for valkey from 9.1",
                        "first - SERVERLESS_CACHE mycache",
                        "mygroup + SERVERLESS_CACHE mycache");
    }

    @Test
    void a_user_group_is_removed_when_the_modification_is_done() {
        available("mycache", "mygroup");

        serverless.modify("mycache", asked -> asked.removeUserGroup(true));

        assertThat(serverless.named("mycache").userGroupId()).isEqualTo("mygroup");
        engine.clock().settle();
        assertThat(serverless.named("mycache").userGroupId()).isNull();
        assertThat(groups.told).containsExactly("mygroup - SERVERLESS_CACHE mycache");
    }

    @Test
    void another_modification_leaves_the_user_group_alone() {
        available("mycache", "mygroup");

        serverless.modify("mycache", asked -> asked.description("new"));
        engine.clock().settle();

        assertThat(serverless.named("mycache").userGroupId()).isEqualTo("mygroup");
        assertThat(groups.told).isEmpty();
    }

    @Test
    void a_cache_that_is_gone_uses_its_user_group_no_longer() {
        available("mycache", "mygroup");

        serverless.delete("mycache");
        assertThat(groups.told).isEmpty();
        engine.clock().settle();

        assertThat(groups.told).containsExactly("mygroup - SERVERLESS_CACHE mycache");
    }

    @Test
    void what_the_user_groups_refuse_is_refused() {
        available("mycache", "mygroup");

        INVALID_USER_GROUP_STATE.isTheAnswerTo(
                () -> serverless.create("other", asked -> asked.userGroupId("changing")));
        INVALID_USER_GROUP_STATE.isTheAnswerTo(
                () -> serverless.modify("mycache", asked -> asked.userGroupId("changing")));
        assertThat(serverless.caches())
                .singleElement()
                .extracting(ServerlessCache::status)
                .isEqualTo("available");
    }

    private void available(String cache, String group) {
        serverless.create(cache, asked -> asked.userGroupId(group));
        engine.clock().settle();
        groups.told.clear();
    }

    private static final class Groups implements Family, UserGroups {

        private final List<String> told = new ArrayList<>();
        private @Nullable RegionState region;

        @Override
        public void register(Operations operations) {}

        @Override
        public void open(RegionState opened) {
            region = opened;
            opened.offer(UserGroups.class, this);
        }

        SortedSet<String> usersOf(String arn) {
            return Objects.requireNonNull(region).references().usersOf(arn);
        }

        @Override
        public String requireUsable(String id, String engine, Predicate<String> versionIsAtLeast, Call call) {
            if (id.equals("changing")) {
                throw call.faults()
                        .of(ServiceError.INVALID_USER_GROUP_STATE, "User group changing has status modifying.");
            }
            String version = List.of("9.1", "9.0", "8.2", "8.0", "7.2").stream()
                    .filter(versionIsAtLeast)
                    .findFirst()
                    .orElse("none");
            told.add(id + " for " + engine + " from " + version);
            return id.toLowerCase(Locale.ROOT);
        }

        @Override
        public void attach(String id, CacheKind kind, String cache) {
            told.add(id + " + " + kind + " " + cache);
        }

        @Override
        public void detach(String id, CacheKind kind, String cache) {
            told.add(id + " - " + kind + " " + cache);
        }
    }
}
