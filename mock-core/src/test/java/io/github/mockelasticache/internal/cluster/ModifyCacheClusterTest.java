package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_PARAMETER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_PARAMETER_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_SECURITY_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.Groups;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfiguration;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationStatus;
import software.amazon.awssdk.services.elasticache.model.ScaleConfig;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;

/** Everything about a cluster that can be modified beside the number of its nodes. */
class ModifyCacheClusterTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @Test
    void an_unknown_cluster_is_CacheClusterNotFound() {
        CACHE_CLUSTER_NOT_FOUND
                .isTheAnswerTo(() -> clusters.modify("nosuchcluster", nothing -> {}), mock)
                .says("CacheCluster not found: nosuchcluster");
    }

    @Test
    void a_cluster_that_is_being_created_is_InvalidCacheClusterState() {
        clusters.redis("mycluster");

        INVALID_CACHE_CLUSTER_STATE
                .isTheAnswerTo(
                        () -> clusters.modify("mycluster", cluster -> cluster.autoMinorVersionUpgrade(false)), mock)
                .says("Cache cluster must be in available state to modify. Cluster mycluster has state: creating.");
    }

    /** The acceptance tests of fog/fog-aws see AutoMinorVersionUpgrade in the answer. */
    @Test
    void windows_retention_topic_and_minor_upgrades_change_at_once_while_the_cluster_stays_available() {
        Clusters.withRedis(mock, client, "mycluster");

        CacheCluster answer = clusters.modify(
                "mycluster",
                cluster -> cluster.autoMinorVersionUpgrade(false)
                        .preferredMaintenanceWindow("Sun:23:00-Mon:01:30")
                        .snapshotWindow("05:00-09:00")
                        .snapshotRetentionLimit(7)
                        .notificationTopicArn("arn:aws:sns:us-east-1:123456789012:mytopic"));

        assertThat(answer.cacheClusterStatus()).isEqualTo("available");
        assertThat(answer.autoMinorVersionUpgrade()).isFalse();
        assertThat(answer.preferredMaintenanceWindow()).isEqualTo("sun:23:00-mon:01:30");
        assertThat(answer.snapshotWindow()).isEqualTo("05:00-09:00");
        assertThat(answer.snapshotRetentionLimit()).isEqualTo(7);
        assertThat(answer.notificationConfiguration().topicStatus()).isEqualTo("active");
        assertThat(clusters.modify("mycluster", cluster -> cluster.notificationTopicStatus("inactive"))
                        .notificationConfiguration()
                        .topicStatus())
                .isEqualTo("inactive");
    }

    @Test
    void a_retention_limit_makes_the_service_take_snapshots_and_zero_ends_that() {
        Clusters.withRedis(mock, client, "mycluster");

        clusters.modify("mycluster", cluster -> cluster.snapshotRetentionLimit(2));
        assertThat(mock.timeline().pending()).extracting(each -> each.aspect()).containsExactly("automatic snapshot");
        mock.clock().advance(Duration.ofDays(2));
        assertThat(client.describeSnapshots(of -> of.cacheClusterId("mycluster"))
                        .snapshots())
                .hasSize(2);

        clusters.modify("mycluster", cluster -> cluster.snapshotRetentionLimit(0));
        assertThat(mock.timeline().pending()).extracting(each -> each.aspect()).doesNotContain("automatic snapshot");
    }

    @Test
    void a_topic_status_needs_a_topic() {
        Clusters.withRedis(mock, client, "mycluster");

        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.notificationTopicStatus("inactive")), mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.notificationTopicStatus("off")), mock);
    }

    @Test
    void a_window_must_not_overlap_the_other_one() {
        clusters.redis(
                "mycluster",
                cluster -> cluster.snapshotWindow("05:00-06:00").preferredMaintenanceWindow("sun:07:00-sun:08:00"));
        mock.clock().settle();

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> clusters.modify("mycluster", cluster -> cluster.snapshotWindow("06:30-07:30")), mock)
                .says("The snapshot window and maintenance window must not overlap.");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify(
                        "mycluster", cluster -> cluster.preferredMaintenanceWindow("mon:04:30-mon:05:30")),
                mock);
    }

    @Test
    void snapshots_are_nothing_for_memcached() {
        Clusters.withMemcached(mock, client, "mycluster", 1);

        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.snapshotRetentionLimit(1)), mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.snapshotWindow("05:00-06:00")), mock);
    }

    @Test
    void vpc_security_groups_change_as_soon_as_possible_without_ApplyImmediately() {
        try (ElastiCacheMock vpc =
                        ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();
                ElastiCacheClient vpcClient = vpc.client()) {
            Clusters inVpc = Clusters.withRedis(vpc, vpcClient, "mycluster");

            CacheCluster answer = inVpc.modify("mycluster", cluster -> cluster.securityGroupIds("sg-1", "sg-2"));

            assertThat(answer.cacheClusterStatus()).isEqualTo("modifying");
            vpc.clock().settle();
            assertThat(inVpc.named("mycluster").cacheClusterStatus()).isEqualTo("available");
            assertThat(inVpc.named("mycluster").securityGroups())
                    .extracting(SecurityGroupMembership::securityGroupId)
                    .containsExactly("sg-1", "sg-2");
            assertThat(inVpc.eventsOf("mycluster")).endsWith("Applied change to security group");
            INVALID_PARAMETER_VALUE
                    .isTheAnswerTo(
                            () -> inVpc.modify("mycluster", cluster -> cluster.cacheSecurityGroupNames("mygroup")), vpc)
                    .says("Use of cache security groups is not permitted in this API version for your account.");
        }
    }

    @Test
    void cache_security_groups_are_in_use_from_the_change_on() {
        Groups.of(client).create("mygroup");
        Clusters.withMemcached(mock, client, "mycluster", 1);

        clusters.modify("mycluster", cluster -> cluster.cacheSecurityGroupNames("MyGroup"));

        INVALID_CACHE_SECURITY_GROUP_STATE.isTheAnswerTo(() -> Groups.of(client).delete("mygroup"), mock);
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> {
            mock.clock().settle();
            clusters.modify("mycluster", cluster -> cluster.cacheSecurityGroupNames("nosuchgroup"));
        });
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.cacheSecurityGroupNames("default")), mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.securityGroupIds("sg-1")), mock);
    }

    @Test
    void another_node_type_shows_the_old_one_until_it_is_there() {
        Clusters.withRedis(mock, client, "mycluster");

        CacheCluster answer = clusters.modifyNow("mycluster", cluster -> cluster.cacheNodeType("cache.m5.xlarge"));

        assertThat(answer.cacheClusterStatus()).isEqualTo("modifying");
        assertThat(answer.cacheNodeType()).isEqualTo("cache.m5.large");
        assertThat(answer.pendingModifiedValues().cacheNodeType()).isEqualTo("cache.m5.xlarge");
        mock.clock().advance(Duration.ofMinutes(10));
        assertThat(clusters.named("mycluster").cacheNodeType()).isEqualTo("cache.m5.xlarge");
        assertThat(clusters.named("mycluster").pendingModifiedValues().cacheNodeType())
                .isNull();
        assertThat(clusters.eventsOf("mycluster"))
                .endsWith("Succeeded applying modification to cache node type to cache.m5.xlarge.");
    }

    @Test
    void a_node_type_that_is_not_listed_as_allowed_is_InvalidParameterValue() {
        Clusters.withRedis(mock, client, "mycluster");

        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.cacheNodeType("cache.r6gd.xlarge")), mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.cacheNodeType("cache.m99.large")), mock);
    }

    @Test
    void the_present_node_type_takes_a_pending_change_back() {
        Clusters.withRedis(mock, client, "mycluster");
        clusters.modify("mycluster", cluster -> cluster.cacheNodeType("cache.m5.xlarge"));

        CacheCluster answer = clusters.modify("mycluster", cluster -> cluster.cacheNodeType("cache.m5.large"));

        assertThat(answer.pendingModifiedValues().cacheNodeType()).isNull();
        assertThat(mock.timeline().pending()).isEmpty();
    }

    /** "On-demand scaling for Memcached clusters", user guide: five batches of a fifth each, with five minutes between two. */
    @Test
    void memcached_nodes_get_another_type_batch_after_batch() {
        Clusters.withMemcached(mock, client, "mycluster", 10);

        CacheCluster answer = clusters.modifyNow("mycluster", cluster -> cluster.cacheNodeType("cache.m5.xlarge"));
        assertThat(answer.pendingModifiedValues().scaleConfig())
                .isEqualTo(ScaleConfig.builder()
                        .scalePercentage(20)
                        .scaleIntervalMinutes(5)
                        .build());
        mock.clock().advance(Duration.ofMinutes(29));
        assertThat(clusters.named("mycluster").cacheNodeType()).isEqualTo("cache.m5.large");
        mock.clock().advance(Duration.ofMinutes(1));
        assertThat(clusters.named("mycluster").cacheNodeType()).isEqualTo("cache.m5.xlarge");

        clusters.modifyNow(
                "mycluster",
                cluster -> cluster.cacheNodeType("cache.m5.large")
                        .scaleConfig(scale -> scale.scalePercentage(50).scaleIntervalMinutes(2)));
        mock.clock().advance(Duration.ofMinutes(12));
        assertThat(clusters.named("mycluster").cacheNodeType()).isEqualTo("cache.m5.large");
    }

    @Test
    void a_scale_config_is_for_memcached_and_goes_with_a_node_type() {
        Clusters.withMemcached(mock, client, "mycluster", 1);
        Clusters.withRedis(mock, client, "other");

        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.scaleConfig(scale -> scale.scalePercentage(50))),
                mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify(
                        "other",
                        cluster -> cluster.cacheNodeType("cache.m5.xlarge")
                                .scaleConfig(scale -> scale.scalePercentage(50))),
                mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify(
                        "mycluster",
                        cluster -> cluster.cacheNodeType("cache.m5.xlarge")
                                .scaleConfig(scale -> scale.scalePercentage(5))),
                mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify(
                        "mycluster",
                        cluster -> cluster.cacheNodeType("cache.m5.xlarge")
                                .scaleConfig(scale -> scale.scaleIntervalMinutes(31))),
                mock);
    }

    @Test
    void an_engine_upgrade_takes_the_default_parameter_group_along() {
        clusters.redis("mycluster", cluster -> cluster.engineVersion("6.2"));
        mock.clock().settle();

        CacheCluster answer = clusters.modifyNow("mycluster", cluster -> cluster.engineVersion("7.1"));

        assertThat(answer.engineVersion()).isEqualTo("6.2.6");
        assertThat(answer.pendingModifiedValues().engineVersion()).isEqualTo("7.1.0");
        mock.clock().advance(Duration.ofMinutes(20));
        CacheCluster upgraded = clusters.named("mycluster");
        assertThat(upgraded.cacheClusterStatus()).isEqualTo("available");
        assertThat(upgraded.engineVersion()).isEqualTo("7.1.0");
        assertThat(upgraded.cacheParameterGroup().cacheParameterGroupName()).isEqualTo("default.redis7");
        assertThat(upgraded.cacheParameterGroup().parameterApplyStatus()).isEqualTo("in-sync");
    }

    @Test
    void an_upgrade_to_another_family_needs_a_group_of_it_where_the_present_one_is_the_callers() {
        parameterGroup("mygroup", "redis6.x");
        parameterGroup("newgroup", "redis7");
        clusters.redis("mycluster", cluster -> cluster.engineVersion("6.2").cacheParameterGroupName("mygroup"));
        mock.clock().settle();

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> clusters.modify("mycluster", cluster -> cluster.engineVersion("7.1")), mock)
                .says("Expected a parameter group of family redis7 but found one of family redis6.x");
        clusters.modifyNow("mycluster", cluster -> cluster.engineVersion("7.1").cacheParameterGroupName("newgroup"));
        INVALID_CACHE_PARAMETER_GROUP_STATE.isTheAnswerTo(() -> deleteParameterGroup("mygroup"), mock);
        INVALID_CACHE_PARAMETER_GROUP_STATE.isTheAnswerTo(() -> deleteParameterGroup("newgroup"), mock);
        mock.clock().settle();

        deleteParameterGroup("mygroup");
        INVALID_CACHE_PARAMETER_GROUP_STATE.isTheAnswerTo(() -> deleteParameterGroup("newgroup"), mock);
    }

    @ParameterizedTest
    @CsvSource({
        "memcached, 1.4.33, 1.4.24, Cannot modify memcached from 1.4.33 to 1.4.24",
        "redis, 3.2.6, 3.2.4, Cannot modify redis from 3.2.6 to 3.2.4"
    })
    void there_is_no_way_back_to_an_earlier_version(String engine, String present, String asked, String message) {
        clusters.redis(
                "mycluster",
                cluster -> cluster.engine(engine).engineVersion(present).cacheNodeType("cache.m4.large"));
        mock.clock().settle();

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> clusters.modify("mycluster", cluster -> cluster.engineVersion(asked)), mock)
                .says(message);
    }

    @Test
    void a_redis_cluster_can_become_one_of_valkey_with_a_group_for_it_and_nothing_else_can_change_its_engine() {
        Clusters.withRedis(mock, client, "mycluster");
        Clusters.withMemcached(mock, client, "other", 1);

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> clusters.modify(
                                "mycluster", cluster -> cluster.cacheParameterGroupName("default.valkey8")),
                        mock)
                .says("valkey parameter group is not applicable to engine redis");
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("other", cluster -> cluster.engine("redis")), mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify("other", cluster -> cluster.engine("dragonfly")), mock);
        clusters.modifyNow(
                "mycluster",
                cluster -> cluster.engine("valkey").engineVersion("8.0").cacheParameterGroupName("default.valkey8"));
        mock.clock().settle();

        assertThat(clusters.named("mycluster").engine()).isEqualTo("valkey");
        assertThat(clusters.named("mycluster").engineVersion()).isEqualTo("8.0.1");
    }

    @Test
    void a_parameter_group_is_taken_over_at_once_or_in_the_window_and_is_in_use_meanwhile() {
        parameterGroup("mygroup", "redis7");
        Clusters.withRedis(mock, client, "mycluster");

        clusters.modify("mycluster", cluster -> cluster.cacheParameterGroupName("MyGroup"));
        assertThat(clusters.named("mycluster").cacheParameterGroup().cacheParameterGroupName())
                .isEqualTo("default.redis7");
        INVALID_CACHE_PARAMETER_GROUP_STATE.isTheAnswerTo(() -> deleteParameterGroup("mygroup"), mock);

        clusters.modify("mycluster", cluster -> cluster.cacheParameterGroupName("default.redis7"));
        deleteParameterGroup("mygroup");
        parameterGroup("mygroup", "redis7");

        CacheCluster answer = clusters.modifyNow("mycluster", cluster -> cluster.cacheParameterGroupName("mygroup"));
        assertThat(answer.cacheParameterGroup().parameterApplyStatus()).isEqualTo("applying");
        mock.clock().settle();
        assertThat(clusters.named("mycluster").cacheParameterGroup().parameterApplyStatus())
                .isEqualTo("in-sync");
        assertThat(clusters.eventsOf("mycluster")).endsWith("Updated to use a CacheParameterGroup mygroup");
        CACHE_PARAMETER_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.cacheParameterGroupName("nosuchgroup")), mock);
    }

    @Test
    void log_delivery_changes_only_with_ApplyImmediately() {
        Clusters.withRedis(mock, client, "mycluster");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> clusters.modify(
                                "mycluster", cluster -> cluster.logDeliveryConfigurations(slowLog("mystream"))),
                        mock)
                .says("To modify the log delivery configuration, set the apply-immediately parameter to true.");
    }

    @Test
    void log_delivery_is_enabled_changed_and_disabled_step_by_step() {
        Clusters.withRedis(mock, client, "mycluster");

        assertThat(logStatusAfter(slowLog("mystream"))).isEqualTo(LogDeliveryConfigurationStatus.ENABLING);
        assertThat(clusters.named("mycluster").pendingModifiedValues().logDeliveryConfigurations())
                .hasSize(1);
        mock.clock().settle();
        assertThat(logStatus()).isEqualTo(LogDeliveryConfigurationStatus.ACTIVE);
        assertThat(clusters.named("mycluster").pendingModifiedValues().hasLogDeliveryConfigurations())
                .isFalse();

        assertThat(logStatusAfter(slowLog("other"))).isEqualTo(LogDeliveryConfigurationStatus.MODIFYING);
        mock.clock().settle();
        assertThat(logStatusAfter(LogDeliveryConfigurationRequest.builder()
                        .logType("slow-log")
                        .enabled(false)
                        .build()))
                .isEqualTo(LogDeliveryConfigurationStatus.DISABLING);
        mock.clock().settle();
        assertThat(clusters.named("mycluster").logDeliveryConfigurations()).isEmpty();
    }

    @Test
    void ip_discovery_must_be_one_that_the_network_type_has() {
        Clusters.withRedis(mock, client, "mycluster");

        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.ipDiscovery("ipv6")), mock);
        assertThat(clusters.modify("mycluster", cluster -> cluster.ipDiscovery("ipv4"))
                        .ipDiscoveryAsString())
                .isEqualTo("ipv4");
    }

    @Test
    void auth_is_refused() {
        Clusters.withRedis(mock, client, "mycluster");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> clusters.modify("mycluster", cluster -> cluster.authToken("averylongsecrettoken")), mock)
                .says("The AUTH token is only supported when encryption-in-transit is enabled");
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.authTokenUpdateStrategy("SET")), mock);
    }

    @Test
    void a_request_that_asks_for_nothing_changes_nothing() {
        Clusters.withRedis(mock, client, "mycluster");
        CacheCluster before = clusters.named("mycluster");

        clusters.modifyNow("mycluster", nothing -> {});

        assertThat(clusters.named("mycluster")).isEqualTo(before);
    }

    @Test
    void what_is_pending_goes_with_the_cluster() {
        parameterGroup("mygroup", "redis7");
        Clusters.withRedis(mock, client, "mycluster");
        clusters.modify(
                "mycluster",
                cluster -> cluster.cacheParameterGroupName("mygroup").cacheNodeType("cache.m5.xlarge"));

        assertThat(clusters.delete("mycluster").pendingModifiedValues().cacheNodeType())
                .isNull();

        deleteParameterGroup("mygroup");
        mock.clock().settle();
        assertThat(mock.timeline().pending()).isEmpty();
    }

    private LogDeliveryConfigurationStatus logStatusAfter(LogDeliveryConfigurationRequest request) {
        assertThat(clusters.modifyNow("mycluster", cluster -> cluster.logDeliveryConfigurations(request))
                        .cacheClusterStatus())
                .isEqualTo("modifying");
        return logStatus();
    }

    private LogDeliveryConfigurationStatus logStatus() {
        LogDeliveryConfiguration only =
                clusters.named("mycluster").logDeliveryConfigurations().get(0);
        return only.status();
    }

    private static LogDeliveryConfigurationRequest slowLog(String stream) {
        return LogDeliveryConfigurationRequest.builder()
                .logType("slow-log")
                .destinationType("kinesis-firehose")
                .logFormat("json")
                .destinationDetails(details -> details.kinesisFirehoseDetails(to -> to.deliveryStream(stream)))
                .build();
    }

    private void parameterGroup(String name, String family) {
        client.createCacheParameterGroup(group -> group.cacheParameterGroupName(name)
                .cacheParameterGroupFamily(family)
                .description("the group " + name));
    }

    private void deleteParameterGroup(String name) {
        client.deleteCacheParameterGroup(group -> group.cacheParameterGroupName(name));
    }
}
