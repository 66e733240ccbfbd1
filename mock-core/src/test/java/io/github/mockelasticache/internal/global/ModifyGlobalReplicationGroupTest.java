package io.github.mockelasticache.internal.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ModifyGlobalReplicationGroupRequest;

class ModifyGlobalReplicationGroupTest {

    private final ElastiCacheMock mock = ElastiCacheMock.create();
    private final Datastore datastore = new Datastore(mock);

    @BeforeEach
    void of_two() {
        datastore.ofTwo(group -> group.engineVersion("6.2").numCacheClusters(2));
    }

    @AfterEach
    void close() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_what_it_says() {
        return RequestMembers.of(ModifyGlobalReplicationGroupRequest.builder().build())
                .member("GlobalReplicationGroupId", "names the group in any case", () -> {
                    modified(
                            group -> group.globalReplicationGroupId("LDGNF-MY").globalReplicationGroupDescription("a"));
                    assertThat(datastore.named().globalReplicationGroupDescription())
                            .isEqualTo("a");
                })
                .member(
                        "ApplyImmediately",
                        "has to be true",
                        () -> Refusal.INVALID_PARAMETER_VALUE
                                .isTheAnswerTo(
                                        () -> datastore.modify(group ->
                                                group.applyImmediately(false).globalReplicationGroupDescription("b")),
                                        mock)
                                .hasMessageContaining("ApplyImmediately=false is not currently supported."))
                .member("GlobalReplicationGroupDescription", "is shown", () -> {
                    modified(group -> group.globalReplicationGroupDescription("Our data"));
                    assertThat(datastore.named().globalReplicationGroupDescription())
                            .isEqualTo("Our data");
                })
                .member("CacheNodeType", "is that of all members", () -> {
                    modified(group -> group.cacheNodeType("cache.m5.xlarge"));
                    assertThat(nodeTypes()).containsExactly("cache.m5.xlarge", "cache.m5.xlarge", "cache.m5.xlarge");
                })
                .member("AutomaticFailoverEnabled", "is that of all members", () -> {
                    datastore
                            .client(Datastore.WEST)
                            .increaseReplicaCount(group -> group.replicationGroupId("second")
                                    .newReplicaCount(1)
                                    .applyImmediately(true));
                    datastore.settle();
                    modified(group -> group.automaticFailoverEnabled(true));
                    assertThat(datastore.named().members())
                            .extracting(member -> member.automaticFailoverAsString())
                            .containsExactly("enabled", "enabled");
                })
                .member("EngineVersion", "is that of all members", () -> {
                    modified(group -> group.engineVersion("7.0").cacheParameterGroupName("default.redis7"));
                    assertThat(datastore.named().engineVersion()).isEqualTo("7.0.7");
                    assertThat(engineVersions()).containsExactly("redis 7.0.7", "redis 7.0.7");
                })
                .member("Engine", "is that of all members", () -> {
                    modified(group ->
                            group.engine("valkey").engineVersion("7.2").cacheParameterGroupName("default.valkey7"));
                    assertThat(datastore.named().engine()).isEqualTo("valkey");
                    assertThat(engineVersions())
                            .allSatisfy(version -> assertThat(version).startsWith("valkey 7.2."));
                })
                .member("CacheParameterGroupName", "is what those of the members are like", () -> {
                    String before = datastore.parameterGroup(Datastore.WEST, "second");
                    modified(group -> group.engineVersion("8.0").cacheParameterGroupName("default.valkey8"));
                    assertThat(datastore.parameterGroup(Datastore.WEST, "second"))
                            .matches("global-datastore-second-[a-z]{6}")
                            .isNotEqualTo(before);
                    assertThat(family(Datastore.HOME, datastore.parameterGroup(Datastore.HOME, "first")))
                            .isEqualTo("valkey8 true");
                    assertThat(family(Datastore.WEST, datastore.parameterGroup(Datastore.WEST, "second")))
                            .isEqualTo("valkey8 true");
                    assertThat(family(Datastore.WEST, before)).isEqualTo("valkey7 false");
                })
                .tests();
    }

    @Test
    void a_modification_reaches_the_members_before_the_group_is_available_again() {
        GlobalReplicationGroup answered = datastore.modify(group -> group.cacheNodeType("cache.m5.xlarge"));

        assertThat(answered.status()).isEqualTo("modifying");
        assertThat(answered.cacheNodeType()).isEqualTo("cache.m5.large");
        assertThat(answered.hasMembers()).isFalse();
        assertThat(datastore.first().status()).isEqualTo("modifying");
        assertThat(datastore.second().status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofMinutes(10));
        assertThat(datastore.first().status()).isEqualTo("available");
        assertThat(datastore.second().cacheNodeType()).isEqualTo("cache.m5.xlarge");
        assertThat(datastore.named().status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofMinutes(1));
        assertThat(datastore.named().status()).isEqualTo("available");
        assertThat(datastore.named().cacheNodeType()).isEqualTo("cache.m5.xlarge");
        assertThat(datastore.groups(Datastore.WEST).events())
                .contains("second: Succeeded applying modification to cache node type to cache.m5.xlarge.");
    }

    @Test
    void a_group_that_has_only_a_primary_is_primary_only_again() {
        datastore.disassociate(Datastore.WEST, "second");
        mock.clock().settle();

        datastore.modify(group -> group.cacheNodeType("cache.m5.xlarge"));
        mock.clock().settle();

        assertThat(datastore.named().status()).isEqualTo("primary-only");
        assertThat(datastore.first().cacheNodeType()).isEqualTo("cache.m5.xlarge");
        assertThat(datastore.second().cacheNodeType()).isEqualTo("cache.m5.large");
    }

    @Test
    void a_new_description_is_under_way_for_a_minute() {
        datastore.modify(group -> group.globalReplicationGroupDescription("Our data"));

        assertThat(datastore.named().status()).isEqualTo("modifying");
        assertThat(datastore.first().status()).isEqualTo("available");
        mock.clock().advance(Duration.ofMinutes(1));
        assertThat(datastore.named().status()).isEqualTo("available");
    }

    @Test
    void what_is_as_it_is_wanted_already_changes_no_member() {
        datastore.modify(group -> group.cacheNodeType("cache.m5.large"));

        assertThat(datastore.first().status()).isEqualTo("available");
        mock.clock().settle();
        assertThat(datastore.named().status()).isEqualTo("available");
    }

    @Test
    void a_major_upgrade_needs_a_parameter_group() {
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> datastore.modify(group -> group.engineVersion("7.1")), mock)
                .hasMessageContaining("CacheParameterGroupName must be provided for a major version upgrade");
    }

    @Test
    void a_parameter_group_belongs_to_a_major_upgrade() {
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> datastore.modify(group -> group.cacheParameterGroupName("default.redis6.x")), mock)
                .hasMessageContaining("CacheParameterGroupName can only be specified for a major version upgrade.");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> datastore.modify(
                                group -> group.engineVersion("6.2").cacheParameterGroupName("default.redis6.x")),
                        mock)
                .hasMessageContaining("CacheParameterGroupName can only be specified for a major version upgrade.");
    }

    @Test
    void the_parameter_group_is_of_the_new_family_and_of_the_same_cluster_mode() {
        Refusal.INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> datastore.modify(
                                group -> group.engineVersion("7.1").cacheParameterGroupName("default.redis6.x")),
                        mock)
                .hasMessageContaining("Expected a parameter group of family redis7");
        Refusal.INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> datastore.modify(group ->
                                group.engineVersion("7.1").cacheParameterGroupName("default.redis7.cluster.on")),
                        mock)
                .hasMessageContaining("Cluster mode should be disabled in parameter group");
    }

    @Test
    void an_engine_cannot_be_downgraded() {
        Refusal.INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> datastore.modify(
                        group -> group.engineVersion("5.0.6").cacheParameterGroupName("default.redis5.0")),
                mock);
    }

    @Test
    void memcached_is_no_engine_of_a_global_group() {
        Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> datastore.modify(group -> group.engine("memcached")), mock);
    }

    @Test
    void a_request_changes_one_thing() {
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> datastore.modify(group -> {}), mock)
                .hasMessageContaining("No modifications were requested.");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> datastore.modify(group ->
                                group.cacheNodeType("cache.m5.xlarge").globalReplicationGroupDescription("more")),
                        mock)
                .hasMessageContaining("Only one property");
    }

    @Test
    void the_nodes_stay_of_a_type_that_members_can_have() {
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> datastore.modify(group -> group.cacheNodeType("cache.t3.medium")), mock)
                .hasMessageContaining("cache.t3.medium");
    }

    @Test
    void failover_cannot_be_enabled_where_a_member_has_no_replica() {
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> datastore.modify(group -> group.automaticFailoverEnabled(true)), mock)
                .hasMessageContaining("at least one read replica to enable autofailover");
    }

    @Test
    void only_one_modification_is_under_way_at_a_time() {
        datastore.modify(group -> group.cacheNodeType("cache.m5.xlarge"));

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> datastore.modify(group -> group.globalReplicationGroupDescription("more")), mock)
                .hasMessageContaining("Cannot modify a global replication group in modifying state");
    }

    @Test
    void a_member_that_is_busy_has_to_be_waited_for() {
        datastore
                .client(Datastore.WEST)
                .increaseReplicaCount(group ->
                        group.replicationGroupId("second").newReplicaCount(2).applyImmediately(true));

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> datastore.modify(group -> group.cacheNodeType("cache.m5.xlarge")), mock)
                .hasMessageContaining("member second in us-west-2 is in modifying state");
    }

    @Test
    void an_unknown_group_is_GlobalReplicationGroupNotFoundFault() {
        Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> datastore.modify(group ->
                        group.globalReplicationGroupId("ldgnf-other").globalReplicationGroupDescription("more")),
                mock);
    }

    private void modified(Consumer<ModifyGlobalReplicationGroupRequest.Builder> settings) {
        datastore.modify(settings);
        mock.clock().settle();
        assertThat(datastore.named().status()).isEqualTo("available");
    }

    private List<String> nodeTypes() {
        return List.of(
                datastore.named().cacheNodeType(),
                datastore.first().cacheNodeType(),
                datastore.second().cacheNodeType());
    }

    private List<String> engineVersions() {
        return Stream.of(datastore.cluster(Datastore.HOME, "first"), datastore.cluster(Datastore.WEST, "second"))
                .map(cluster -> cluster.engine() + " " + cluster.engineVersion())
                .toList();
    }

    private String family(Region region, String parameterGroup) {
        return datastore
                .client(region)
                .describeCacheParameterGroups(group -> group.cacheParameterGroupName(parameterGroup))
                .cacheParameterGroups()
                .stream()
                .map(group -> group.cacheParameterGroupFamily() + " " + group.isGlobal())
                .findFirst()
                .orElseThrow();
    }
}
