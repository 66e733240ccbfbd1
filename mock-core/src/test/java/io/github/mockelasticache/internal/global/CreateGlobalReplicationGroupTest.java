package io.github.mockelasticache.internal.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CreateGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;

class CreateGlobalReplicationGroupTest {

    private final ElastiCacheMock mock = ElastiCacheMock.create();
    private final Datastore datastore = new Datastore(mock);

    @AfterEach
    void close() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_what_it_says() {
        return RequestMembers.of(CreateGlobalReplicationGroupRequest.builder().build())
                .member(
                        "GlobalReplicationGroupIdSuffix",
                        "ends the id, in lower case",
                        () -> assertThat(create("a", global -> global.globalReplicationGroupIdSuffix("My-A"))
                                        .globalReplicationGroupId())
                                .isEqualTo("ldgnf-my-a"))
                .member(
                        "GlobalReplicationGroupDescription",
                        "is shown",
                        () -> assertThat(create("b", global -> global.globalReplicationGroupDescription("Our data"))
                                        .globalReplicationGroupDescription())
                                .isEqualTo("Our data"))
                .member("PrimaryReplicationGroupId", "names the primary in any case", () -> {
                    create("c", global -> global.primaryReplicationGroupId("C"));
                    assertThat(datastore.groups(Datastore.HOME).named("c").globalReplicationGroupInfo())
                            .satisfies(shown -> {
                                assertThat(shown.globalReplicationGroupId()).isEqualTo("ldgnf-c");
                                assertThat(shown.globalReplicationGroupMemberRole())
                                        .isEqualTo("PRIMARY");
                            });
                })
                .tests();
    }

    @Test
    void a_new_group_is_creating_and_then_has_only_a_primary() {
        datastore.standAlone(Datastore.HOME, "first", group -> {});

        GlobalReplicationGroup answered = create("my", global -> global.primaryReplicationGroupId("first"));

        assertThat(answered.status()).isEqualTo("creating");
        assertThat(answered.hasMembers()).isFalse();
        assertThat(Datastore.members(datastore.named())).containsExactly("us-east-1/first PRIMARY associating");
        mock.clock().advance(Duration.ofMinutes(2));
        assertThat(datastore.named().status()).isEqualTo("primary-only");
        assertThat(Datastore.members(datastore.named())).containsExactly("us-east-1/first PRIMARY associated");
    }

    @Test
    void a_group_shows_what_its_primary_has() {
        GlobalReplicationGroup group = datastore.ofPrimary(primary -> primary.engine("valkey")
                .engineVersion("8.0")
                .cacheNodeType("cache.r6g.large")
                .numNodeGroups(2)
                .replicasPerNodeGroup(1)
                .transitEncryptionEnabled(true)
                .authToken("0123456789abcdef"));

        assertThat(group.globalReplicationGroupDescription()).isEqualTo(" ");
        assertThat(group.arn())
                .isEqualTo("arn:aws:elasticache::" + mock.accountId() + ":globalreplicationgroup:ldgnf-my");
        assertThat(group.engine()).isEqualTo("valkey");
        assertThat(group.engineVersion()).startsWith("8.0.");
        assertThat(group.cacheNodeType()).isEqualTo("cache.r6g.large");
        assertThat(group.clusterEnabled()).isTrue();
        assertThat(group.transitEncryptionEnabled()).isTrue();
        assertThat(group.atRestEncryptionEnabled()).isTrue();
        assertThat(group.authTokenEnabled()).isTrue();
        assertThat(Datastore.nodeGroups(group)).containsExactly("ldgnf-my-0001 0-8191", "ldgnf-my-0002 8192-16383");
        assertThat(group.members().get(0).automaticFailoverAsString()).isEqualTo("enabled");
    }

    @Test
    void with_cluster_mode_disabled_there_are_no_global_node_groups() {
        GlobalReplicationGroup group = datastore.ofPrimary(primary -> {});

        assertThat(group.clusterEnabled()).isFalse();
        assertThat(group.hasGlobalNodeGroups()).isFalse();
        assertThat(group.members().get(0).automaticFailoverAsString()).isEqualTo("disabled");
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, ldgnf",
        "us-west-1, virxk",
        "eu-west-1, gxeiz",
        "cn-north-1, emvgo",
    })
    void the_id_begins_with_the_prefix_of_the_region(String region, String prefix) {
        datastore.standAlone(Region.of(region), "first", group -> {});

        assertThat(datastore
                        .client(Region.of(region))
                        .createGlobalReplicationGroup(global ->
                                global.globalReplicationGroupIdSuffix("my").primaryReplicationGroupId("first"))
                        .globalReplicationGroup()
                        .globalReplicationGroupId())
                .isEqualTo(prefix + "-my");
    }

    @Test
    void a_region_whose_prefix_is_not_published_always_has_the_same() {
        assertThat(Prefixes.of(Region.EU_NORTH_1))
                .matches("[a-z]{5}")
                .isEqualTo(Prefixes.of(Region.of("eu-north-1")))
                .isNotEqualTo(Prefixes.of(Region.EU_SOUTH_1));
    }

    @Test
    void the_primary_is_modified_until_its_clusters_use_a_parameter_group_of_the_service() {
        datastore.standAlone(Datastore.HOME, "first", group -> group.numCacheClusters(2));

        create("my", global -> global.primaryReplicationGroupId("first"));

        assertThat(datastore.first().status()).isEqualTo("modifying");
        assertThat(datastore.parameterGroup(Datastore.HOME, "first")).isEqualTo("default.redis7");
        mock.clock().advance(Duration.ofMinutes(2));
        assertThat(datastore.first().status()).isEqualTo("available");
        assertThat(datastore.first().autoMinorVersionUpgrade()).isFalse();
        String parameterGroup = datastore.parameterGroup(Datastore.HOME, "first");
        assertThat(parameterGroup).matches("global-datastore-first-[a-z]{6}");
        assertThat(parameterGroup(parameterGroup).isGlobal()).isTrue();
        assertThat(parameterGroup(parameterGroup).cacheParameterGroupFamily()).isEqualTo("redis7");
        assertThat(datastore.groups(Datastore.HOME).events())
                .contains("first-002: Updated to use a CacheParameterGroup " + parameterGroup);
    }

    @Test
    void the_parameters_of_the_primary_stay_what_they_were() {
        datastore
                .home()
                .createCacheParameterGroup(group -> group.cacheParameterGroupName("own")
                        .cacheParameterGroupFamily("redis7")
                        .description("Our own"));
        datastore
                .home()
                .modifyCacheParameterGroup(group -> group.cacheParameterGroupName("own")
                        .parameterNameValues(ParameterNameValue.builder()
                                .parameterName("timeout")
                                .parameterValue("77")
                                .build()));

        datastore.ofPrimary(primary -> primary.cacheParameterGroupName("own"));

        assertThat(datastore
                        .home()
                        .describeCacheParameters(group -> group.cacheParameterGroupName(
                                        datastore.parameterGroup(Datastore.HOME, "first"))
                                .source("user"))
                        .parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.parameterValue()).isEqualTo("77"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9lives", "my_group", "-my", "my-", "a--b"})
    void a_suffix_is_an_identifier(String suffix) {
        datastore.standAlone(Datastore.HOME, "first", group -> {});

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create("first", global -> global.globalReplicationGroupIdSuffix(suffix)), mock)
                .hasMessageContaining("GlobalReplicationGroupIdSuffix is not a valid identifier");
    }

    @Test
    void suffix_and_primary_are_required() {
        datastore.standAlone(Datastore.HOME, "first", group -> {});

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create("first", global -> global.globalReplicationGroupIdSuffix(null)), mock)
                .hasMessageContaining(
                        "The parameter GlobalReplicationGroupIdSuffix must be provided and must not be null.");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create("first", global -> global.primaryReplicationGroupId(null)), mock)
                .hasMessageContaining("The parameter PrimaryReplicationGroupId must be provided and must not be null.");
    }

    @Test
    void an_id_that_exists_is_GlobalReplicationGroupAlreadyExistsFault() {
        datastore.ofPrimary(group -> {});
        datastore.standAlone(Datastore.HOME, "other", group -> {});

        Refusal.GLOBAL_REPLICATION_GROUP_ALREADY_EXISTS.isTheAnswerTo(
                () -> create("other", global -> global.globalReplicationGroupIdSuffix("MY")), mock);
    }

    @Test
    void a_primary_that_does_not_exist_in_the_region_is_ReplicationGroupNotFoundFault() {
        datastore.standAlone(Datastore.WEST, "first", group -> {});

        Refusal.REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(() -> create("first", global -> {}), mock);
    }

    @Test
    void a_primary_that_is_not_available_is_InvalidReplicationGroupState() {
        datastore.groups(Datastore.HOME).create("first", group -> group.cacheSubnetGroupName("default"));

        Refusal.INVALID_REPLICATION_GROUP_STATE.isTheAnswerTo(() -> create("first", global -> {}), mock);
    }

    @Test
    void a_primary_with_something_pending_for_its_maintenance_window_is_InvalidReplicationGroupState() {
        datastore.standAlone(Datastore.HOME, "first", group -> {});
        datastore
                .home()
                .modifyReplicationGroup(
                        group -> group.replicationGroupId("first").cacheNodeType("cache.m5.xlarge"));

        Refusal.INVALID_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> create("first", global -> {}), mock)
                .hasMessageContaining("maintenance window");
    }

    @Test
    void a_replication_group_can_be_in_one_global_group_only() {
        datastore.ofPrimary(group -> {});

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create("first", global -> global.globalReplicationGroupIdSuffix("second")), mock)
                .hasMessageContaining("Cluster [first] is part of a global cluster [ldgnf-my]. Request rejected.");
    }

    @TestFactory
    Stream<DynamicTest> a_primary_has_to_fulfil_the_prerequisites() {
        return Stream.of(
                refused("nodes older than m5", "cache.m4.large", group -> group.cacheNodeType("cache.m4.large")),
                refused("burstable nodes", "cache.t3.small", group -> group.cacheNodeType("cache.t3.small")),
                refused("an engine before 5.0.6", "5.0.5", group -> group.engineVersion("5.0.5")),
                refused("EC2-Classic", "VPC", group -> group.cacheSubnetGroupName(null)));
    }

    private DynamicTest refused(String what, String said, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        return DynamicTest.dynamicTest(what + " is InvalidParameterValue", () -> {
            String id = "g" + said.replaceAll("[^a-zA-Z0-9]", "");
            datastore.standAlone(Datastore.HOME, id, settings);

            Refusal.INVALID_PARAMETER_VALUE
                    .isTheAnswerTo(() -> create(id, global -> {}), mock)
                    .hasMessageContaining(said);
        });
    }

    /** Asks for a group around a replication group, which is there already if it is not created here. */
    private GlobalReplicationGroup create(
            String primary, Consumer<CreateGlobalReplicationGroupRequest.Builder> settings) {
        if (primary.length() == 1) {
            datastore.standAlone(Datastore.HOME, primary, group -> {});
        }
        return datastore
                .home()
                .createGlobalReplicationGroup(global -> {
                    global.globalReplicationGroupIdSuffix(primary).primaryReplicationGroupId(primary);
                    settings.accept(global);
                })
                .globalReplicationGroup();
    }

    private CacheParameterGroup parameterGroup(String name) {
        return datastore
                .home()
                .describeCacheParameterGroups(group -> group.cacheParameterGroupName(name))
                .cacheParameterGroups()
                .get(0);
    }
}
