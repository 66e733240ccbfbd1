package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_SERVERLESS_CACHE_STATE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.assertj.ServiceErrorAssert;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheUsageLimits;
import software.amazon.awssdk.services.elasticache.model.ModifyServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** One field a request, and what becomes of it. */
class ModifyServerlessCacheTest {

    private static final String ONE_FIELD =
            "Serverless Cache modifications only support modifying one field per request.";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @BeforeEach
    void a_cache_that_is_available() {
        serverless.create("mycache", cache -> cache.engine("redis"));
        mock.clock().settle();
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(ModifyServerlessCacheRequest.builder().build())
                .member("ServerlessCacheName", "picks the cache in any case", () -> {
                    serverless.created(mock, "other");
                    client.modifyServerlessCache(
                            cache -> cache.serverlessCacheName("Other").description("changed"));
                    mock.clock().settle();
                    assertThat(serverless.caches())
                            .extracting(ServerlessCache::description)
                            .containsExactly(" ", "changed");
                })
                .member(
                        "Description",
                        "is replaced",
                        () -> assertThat(modified(cache -> cache.description("new"))
                                        .description())
                                .isEqualTo("new"))
                .member(
                        "CacheUsageLimits",
                        "are changed",
                        () -> assertThat(modified(cache -> cache.cacheUsageLimits(
                                                limits -> limits.ecpuPerSecond(ecpu -> ecpu.maximum(1000))))
                                        .cacheUsageLimits()
                                        .ecpuPerSecond()
                                        .maximum())
                                .isEqualTo(1000))
                .member(
                        "RemoveUserGroup",
                        "removes the user group, even none",
                        () -> assertThat(modified(cache -> cache.removeUserGroup(true))
                                        .userGroupId())
                                .isNull())
                .member(
                        "UserGroupId",
                        "must name a user group",
                        () -> refused(USER_GROUP_NOT_FOUND, cache -> cache.userGroupId("nosuch")))
                .member(
                        "SecurityGroupIds",
                        "replace those before",
                        () -> assertThat(modified(cache -> cache.securityGroupIds("sg-1", "sg-2"))
                                        .securityGroupIds())
                                .containsExactly("sg-1", "sg-2"))
                .member(
                        "SnapshotRetentionLimit",
                        "is replaced",
                        () -> assertThat(modified(cache -> cache.snapshotRetentionLimit(35))
                                        .snapshotRetentionLimit())
                                .isEqualTo(35))
                .member(
                        "DailySnapshotTime",
                        "is replaced",
                        () -> assertThat(modified(cache -> cache.dailySnapshotTime("11:00"))
                                        .dailySnapshotTime())
                                .isEqualTo("11:00"))
                .member(
                        "Engine",
                        "is Valkey from then on, of the newest version",
                        () -> assertThat(engine(modified(cache -> cache.engine("Valkey"))))
                                .containsExactly("valkey", "9", "9.1"))
                .member("MajorEngineVersion", "is the version of the new engine", () -> {
                    serverless.created(mock, "upgraded", cache -> cache.engine("redis"));
                    assertThat(engine(serverless.modified(
                                    mock,
                                    "upgraded",
                                    cache -> cache.engine("valkey").majorEngineVersion("7"))))
                            .containsExactly("valkey", "7", "7.2");
                })
                .tests();
    }

    /** The example of the API reference shows the new time in the answer. */
    @Test
    void a_new_setting_is_shown_at_once_while_the_cache_is_modifying_for_a_minute() {
        ServerlessCache before = serverless.named("mycache");

        ServerlessCache modifying = serverless.modify("MyCache", cache -> cache.dailySnapshotTime("11:00"));

        assertThat(modifying)
                .isEqualTo(before.toBuilder()
                        .status("modifying")
                        .dailySnapshotTime("11:00")
                        .build());
        mock.clock().advance(Duration.ofMinutes(1).minusNanos(1));
        assertThat(serverless.named("mycache")).isEqualTo(modifying);
        mock.clock().advance(Duration.ofNanos(1));
        assertThat(serverless.named("mycache"))
                .isEqualTo(modifying.toBuilder().status("available").build());
    }

    @Test
    void limits_and_security_groups_are_shown_when_they_are_in_place_and_an_event_tells_it() {
        ServerlessCache before = serverless.named("mycache");

        assertThat(serverless.modify("mycache", cache -> cache.securityGroupIds("sg-1")))
                .isEqualTo(before.toBuilder().status("modifying").build());
        mock.clock().settle();
        modified(cache -> cache.cacheUsageLimits(limits -> limits.ecpuPerSecond(ecpu -> ecpu.maximum(1000))));

        assertThat(serverless.named("mycache").securityGroupIds()).containsExactly("sg-1");
        assertThat(serverless.events(SourceType.SERVERLESS_CACHE))
                .containsExactly(
                        "mycache: Cache mycache is created and ready to use.",
                        "mycache: SecurityGroups updated for the cache mycache.",
                        "mycache: Limits updated for the cache mycache.");
    }

    /** hashicorp/terraform-provider-aws#44746, aws-cloudformation/cloudformation-coverage-roadmap#2424. */
    @Test
    void a_limit_that_is_left_out_stays_and_zero_removes_it() {
        modified(cache -> cache.cacheUsageLimits(limits -> limits.dataStorage(
                        storage -> storage.minimum(1).maximum(10).unit("GB"))
                .ecpuPerSecond(ecpu -> ecpu.minimum(1000))));

        assertThat(limited(limits ->
                        limits.dataStorage(storage -> storage.minimum(0).unit("GB"))))
                .isEqualTo(CacheUsageLimits.builder()
                        .dataStorage(storage -> storage.maximum(10).unit("GB"))
                        .ecpuPerSecond(ecpu -> ecpu.minimum(1000))
                        .build());
        assertThat(limited(limits -> limits.ecpuPerSecond(ecpu -> ecpu.minimum(0))))
                .isEqualTo(CacheUsageLimits.builder()
                        .dataStorage(storage -> storage.maximum(10).unit("GB"))
                        .build());
        assertThat(limited(limits ->
                        limits.dataStorage(storage -> storage.maximum(0).unit("GB"))))
                .isNull();
    }

    @Test
    void a_new_limit_must_fit_to_the_one_that_stays() {
        modified(cache -> cache.cacheUsageLimits(limits -> limits.ecpuPerSecond(ecpu -> ecpu.maximum(2000))));

        refused(
                        INVALID_PARAMETER_COMBINATION,
                        cache -> cache.cacheUsageLimits(limits -> limits.ecpuPerSecond(ecpu -> ecpu.minimum(3000))))
                .says("The minimum of the ECPUPerSecond limit must not be greater than its maximum.");
    }

    @Test
    void an_upgrade_takes_twenty_minutes_and_then_the_engine_is_shown() {
        ServerlessCache before = serverless.named("mycache");

        serverless.modify("mycache", cache -> cache.engine("valkey").majorEngineVersion("8"));

        mock.clock().advance(Duration.ofMinutes(20).minusNanos(1));
        assertThat(serverless.named("mycache"))
                .isEqualTo(before.toBuilder().status("modifying").build());
        mock.clock().advance(Duration.ofNanos(1));
        assertThat(serverless.named("mycache"))
                .isEqualTo(before.toBuilder()
                        .engine("valkey")
                        .majorEngineVersion("8")
                        .fullEngineVersion("8.2")
                        .build());
    }

    @Test
    void a_valkey_cache_can_be_upgraded_to_a_later_major_version() {
        serverless.created(mock, "old", cache -> cache.majorEngineVersion("7"));

        assertThat(engine(serverless.modified(mock, "old", cache -> cache.majorEngineVersion("8"))))
                .containsExactly("valkey", "8", "8.2");
    }

    @ParameterizedTest
    @CsvSource({
        "valkey, 8, valkey, 7, Cannot modify valkey from 8 to 7",
        "valkey, 8, , 7, Cannot modify valkey from 8 to 7",
        "valkey, 8, redis, , Cannot modify valkey from 8 to redis 7",
        "redis, 7, memcached, , Cannot modify redis from 7 to memcached 1.6",
        "memcached, 1.6, valkey, 8, Cannot modify memcached from 1.6 to valkey 8",
        "redis, 7, redis, 8, Cannot find version 8 for redis"
    })
    void there_is_no_way_back(String engine, String major, String newEngine, String newMajor, String message) {
        serverless.created(mock, "old", cache -> cache.engine(engine).majorEngineVersion(major));

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> serverless.modify(
                                "old", cache -> cache.engine(newEngine).majorEngineVersion(newMajor)),
                        mock)
                .says(message);
    }

    @Test
    void the_engine_that_a_cache_has_is_a_modification_that_changes_nothing() {
        ServerlessCache before = serverless.named("mycache");

        assertThat(modified(cache -> cache.engine("redis"))).isEqualTo(before);
        assertThat(modified(cache -> cache.majorEngineVersion("7"))).isEqualTo(before);
    }

    /** The wordings are the service's own: hashicorp/terraform-provider-aws#41777, #40461, #37499. */
    @Test
    void a_request_has_one_field_even_if_another_one_repeats_what_is() {
        refused(INVALID_PARAMETER_COMBINATION, cache -> {}).says("No modifications were requested");
        refused(INVALID_PARAMETER_COMBINATION, cache -> cache.removeUserGroup(false))
                .says("No modifications were requested");
        refused(
                        INVALID_PARAMETER_COMBINATION,
                        cache -> cache.cacheUsageLimits(limits ->
                                        limits.dataStorage(storage -> {}).ecpuPerSecond(ecpu -> {}))
                                .securityGroupIds(List.of()))
                .says("No modifications were requested");
        refused(INVALID_PARAMETER_COMBINATION, cache -> cache.description(" ").snapshotRetentionLimit(1))
                .says(ONE_FIELD);
        refused(INVALID_PARAMETER_COMBINATION, cache -> cache.engine("valkey").dailySnapshotTime("11:00"))
                .says(ONE_FIELD);
        refused(
                        INVALID_PARAMETER_COMBINATION,
                        cache -> cache.removeUserGroup(true).userGroupId("mygroup"))
                .says(ONE_FIELD);
    }

    @Test
    void a_value_that_a_cache_cannot_be_created_with_is_refused() {
        refused(INVALID_PARAMETER_VALUE, cache -> cache.description("<>"));
        refused(INVALID_PARAMETER_VALUE, cache -> cache.snapshotRetentionLimit(36));
        refused(INVALID_PARAMETER_VALUE, cache -> cache.dailySnapshotTime(""));
        refused(INVALID_PARAMETER_VALUE, cache -> cache.securityGroupIds(""));
        refused(INVALID_PARAMETER_VALUE, cache -> cache.engine("mysql"));
        refused(
                INVALID_PARAMETER_VALUE,
                cache -> cache.cacheUsageLimits(limits -> limits.ecpuPerSecond(ecpu -> ecpu.maximum(1))));
    }

    @Test
    void a_memcached_cache_has_no_user_group_to_remove() {
        serverless.created(mock, "memcached", cache -> cache.engine("memcached"));

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> serverless.modify("memcached", cache -> cache.removeUserGroup(true)), mock)
                .says("User groups are not supported for engine memcached.");
    }

    @Test
    void a_cache_that_is_not_available_is_InvalidServerlessCacheStateFault() {
        String message = "Serverless cache is not in an available state to perform the requested action.";
        serverless.modify("mycache", cache -> cache.description("first"));
        refused(INVALID_SERVERLESS_CACHE_STATE, cache -> cache.description("second"))
                .says(message);
        mock.clock().settle();
        serverless.delete("mycache");
        refused(INVALID_SERVERLESS_CACHE_STATE, cache -> cache.description("third"))
                .says(message);
        serverless.create("new");
        INVALID_SERVERLESS_CACHE_STATE.isTheAnswerTo(
                () -> serverless.modify("new", cache -> cache.description("fourth")), mock);
    }

    @Test
    void an_unknown_cache_is_ServerlessCacheNotFoundFault() {
        SERVERLESS_CACHE_NOT_FOUND
                .isTheAnswerTo(() -> serverless.modify("nosuch", cache -> cache.description("x")), mock)
                .says("ServerlessCache nosuch not found.");
    }

    @Test
    void the_name_is_required() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.modifyServerlessCache(cache -> cache.description("x")), mock)
                .says("The parameter ServerlessCacheName must be provided and must not be null.");
    }

    private CacheUsageLimits limited(Consumer<CacheUsageLimits.Builder> change) {
        return modified(cache -> cache.cacheUsageLimits(change)).cacheUsageLimits();
    }

    private ServerlessCache modified(Consumer<ModifyServerlessCacheRequest.Builder> change) {
        return serverless.modified(mock, "mycache", change);
    }

    private ServiceErrorAssert refused(Refusal refusal, Consumer<ModifyServerlessCacheRequest.Builder> change) {
        return refusal.isTheAnswerTo(() -> serverless.modify("mycache", change), mock);
    }

    private static List<String> engine(ServerlessCache cache) {
        return List.of(cache.engine(), cache.majorEngineVersion(), cache.fullEngineVersion());
    }
}
