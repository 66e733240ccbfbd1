package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.ServerlessSeen.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.ServerlessSeen;
import io.github.mockelasticache.testing.UsersSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.DataStorageUnit;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** What CreateServerlessCache makes of a request; what it refuses is in {@link CreateServerlessCacheRefusedTest}. */
class CreateServerlessCacheTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:serverlesscache:";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(CreateServerlessCacheRequest.builder().build())
                .member(
                        "ServerlessCacheName",
                        "is stored in lower case",
                        () -> assertThat(created("MyName", asked -> {}).serverlessCacheName())
                                .isEqualTo("myname"))
                .member(
                        "Description",
                        "is shown",
                        () -> assertThat(created("described", asked -> asked.description("A serverless cache."))
                                        .description())
                                .isEqualTo("A serverless cache."))
                .member(
                        "Engine",
                        "is taken in any case",
                        () -> assertThat(created("engine", asked -> asked.engine("Redis"))
                                        .engine())
                                .isEqualTo("redis"))
                .member(
                        "MajorEngineVersion",
                        "picks the major version",
                        () -> assertThat(created("major", asked -> asked.majorEngineVersion("7"))
                                        .fullEngineVersion())
                                .isEqualTo("7.2"))
                .member(
                        "CacheUsageLimits",
                        "are shown",
                        () -> assertThat(created(
                                                "limited",
                                                asked -> asked.cacheUsageLimits(
                                                        limits -> limits.ecpuPerSecond(ecpu -> ecpu.maximum(50000))))
                                        .cacheUsageLimits()
                                        .ecpuPerSecond()
                                        .maximum())
                                .isEqualTo(50000))
                .member(
                        "KmsKeyId",
                        "is shown",
                        () -> assertThat(created("key", asked -> asked.kmsKeyId("arn:aws:kms:us-east-1:1:key/2"))
                                        .kmsKeyId())
                                .isEqualTo("arn:aws:kms:us-east-1:1:key/2"))
                .member(
                        "SecurityGroupIds",
                        "let in",
                        () -> assertThat(created("secured", asked -> asked.securityGroupIds("sg-1", "sg-2"))
                                        .securityGroupIds())
                                .containsExactly("sg-1", "sg-2"))
                .member("SnapshotArnsToRestore", "names what is restored", () -> {
                    String arn =
                            serverless.snapshotOf(mock, "source", "valkey", "8").arn();
                    serverless.create("restored", asked -> asked.snapshotArnsToRestore(arn));
                    assertThat(serverless.snapshotNamed("source").status()).isEqualTo("restoring");
                })
                .member(
                        "Tags",
                        "are those of the cache",
                        () -> assertThat(serverless.tagsOf(created("tagged", asked -> asked.tags(tag("team", "shop")))
                                        .arn()))
                                .containsExactly("team=shop"))
                .member("UserGroupId", "is the user group that is let in, and lists the cache", () -> {
                    UsersSeen users = UsersSeen.of(client);
                    users.createGroup("admins", "default");
                    mock.clock().settle();
                    assertThat(created("guarded", asked -> asked.engine("redis").userGroupId("Admins"))
                                    .userGroupId())
                            .isEqualTo("admins");
                    assertThat(users.group("admins").serverlessCaches()).containsExactly("guarded");
                    USER_GROUP_NOT_FOUND.isTheAnswerTo(
                            () -> serverless.create("other", asked -> asked.userGroupId("nosuch")), mock);
                })
                .member(
                        "SubnetIds",
                        "are where its endpoint is",
                        () -> assertThat(created("placed", asked -> asked.subnetIds("subnet-1", "subnet-2"))
                                        .subnetIds())
                                .containsExactly("subnet-1", "subnet-2"))
                .member(
                        "SnapshotRetentionLimit",
                        "is how many days automatic snapshots are kept",
                        () -> assertThat(created("kept", asked -> asked.snapshotRetentionLimit(35))
                                        .snapshotRetentionLimit())
                                .isEqualTo(35))
                .member(
                        "DailySnapshotTime",
                        "is when automatic snapshots are taken",
                        () -> assertThat(created("daily", asked -> asked.dailySnapshotTime("23:59"))
                                        .dailySnapshotTime())
                                .isEqualTo("23:59"))
                .tests();
    }

    /** The example of the API reference, with the newest version of today. */
    @Test
    void a_cache_is_creating_for_three_minutes_without_endpoints() {
        ServerlessCache creating = serverless.create(
                "my-serverless-cache",
                asked -> asked.description("A serverless cache.")
                        .engine("redis")
                        .majorEngineVersion("7")
                        .subnetIds("subnet-xxx8c982", "subnet-xxx382f3", "subnet-xxxb3e7c0")
                        .cacheUsageLimits(limits -> limits.dataStorage(
                                        storage -> storage.maximum(10).unit("GB"))
                                .ecpuPerSecond(ecpu -> ecpu.maximum(50000)))
                        .securityGroupIds("sg-xxx0c9af")
                        .snapshotRetentionLimit(10)
                        .dailySnapshotTime("09:00"));

        assertThat(creating)
                .isEqualTo(ServerlessCache.builder()
                        .serverlessCacheName("my-serverless-cache")
                        .description("A serverless cache.")
                        .createTime(Instant.parse("2025-01-01T00:00:00Z"))
                        .status("creating")
                        .engine("redis")
                        .majorEngineVersion("7")
                        .fullEngineVersion("7.1")
                        .subnetIds("subnet-xxx8c982", "subnet-xxx382f3", "subnet-xxxb3e7c0")
                        .cacheUsageLimits(limits -> limits.dataStorage(
                                        storage -> storage.maximum(10).unit(DataStorageUnit.GB))
                                .ecpuPerSecond(ecpu -> ecpu.maximum(50000)))
                        .securityGroupIds("sg-xxx0c9af")
                        .arn(ARN + "my-serverless-cache")
                        .snapshotRetentionLimit(10)
                        .dailySnapshotTime("09:00")
                        .build());
        mock.clock().advance(Duration.ofMinutes(3).minusNanos(1));
        assertThat(serverless.named("my-serverless-cache")).isEqualTo(creating);
        mock.clock().advance(Duration.ofNanos(1));
        ServerlessCache available = serverless.named("my-serverless-cache");
        assertThat(available.endpoint().address())
                .matches("my-serverless-cache-[a-z0-9]{6}\\.serverless\\.use1\\.cache\\.amazonaws\\.com");
        assertThat(available.endpoint().port()).isEqualTo(6379);
        assertThat(available)
                .isEqualTo(creating.toBuilder()
                        .status("available")
                        .endpoint(available.endpoint())
                        .readerEndpoint(
                                available.endpoint().toBuilder().port(6380).build())
                        .build());
    }

    @Test
    void a_memcached_cache_has_the_ports_of_memcached() {
        ServerlessCache cache = created("mycache", asked -> asked.engine("memcached"));

        assertThat(cache.endpoint().port()).isEqualTo(11211);
        assertThat(cache.readerEndpoint().port()).isEqualTo(11212);
    }

    /** As recorded for redis and memcached: mondoohq/mql#4530. The newest major version: CacheEngine of the AWS CDK. */
    @ParameterizedTest
    @CsvSource({"valkey, 9, 9.1", "redis, 7, 7.1", "memcached, 1.6, 1.6.22"})
    void the_engine_is_the_newest_major_version_by_default(String engine, String major, String full) {
        ServerlessCache cache = serverless.create("mycache", asked -> asked.engine(engine));

        assertThat(List.of(cache.engine(), cache.majorEngineVersion(), cache.fullEngineVersion()))
                .containsExactly(engine, major, full);
    }

    /** As recorded: mondoohq/mql#4530. */
    @Test
    void what_is_not_asked_for_is_left_out_or_has_a_default() {
        ServerlessCache cache = serverless.create("mycache");

        assertThat(cache.description()).isEqualTo(" ");
        assertThat(cache.snapshotRetentionLimit()).isZero();
        assertThat(cache.dailySnapshotTime()).matches("(0[3-9]|10):00");
        assertThat(cache.kmsKeyId()).isNull();
        assertThat(cache.userGroupId()).isNull();
        assertThat(cache.cacheUsageLimits()).isNull();
        assertThat(cache.securityGroupIds()).singleElement().asString().matches("sg-[0-9a-f]{17}");
    }

    @Test
    void without_subnets_it_is_in_three_of_the_default_VPC_in_zones_of_their_own() {
        List<String> ofDefaultGroup = client.describeCacheSubnetGroups().cacheSubnetGroups().get(0).subnets().stream()
                .map(subnet -> subnet.subnetIdentifier())
                .toList();

        assertThat(serverless.create("mycache").subnetIds())
                .hasSize(3)
                .doesNotHaveDuplicates()
                .isSubsetOf(ofDefaultGroup);
        assertThat(ServerlessSeen.of(mock.client(Region.US_WEST_1))
                        .create("mycache")
                        .subnetIds())
                .hasSize(2);
    }

    @Test
    void the_default_security_group_is_that_of_the_subnets_VPC() {
        mock.registerSubnet(Region.US_EAST_1, "subnet-1", "vpc-1", "us-east-1a");
        mock.registerSubnet(Region.US_EAST_1, "subnet-2", "vpc-2", "us-east-1a");

        List<String> first =
                serverless.create("first", asked -> asked.subnetIds("subnet-1")).securityGroupIds();

        assertThat(serverless
                        .create("same", asked -> asked.subnetIds("subnet-1"))
                        .securityGroupIds())
                .isEqualTo(first);
        assertThat(serverless
                        .create("other", asked -> asked.subnetIds("subnet-2"))
                        .securityGroupIds())
                .isNotEqualTo(first);
        assertThat(serverless.create("default").securityGroupIds()).isNotEqualTo(first);
    }

    @Test
    void subnets_for_IPv6_are_taken() {
        mock.registerSubnet(Region.US_EAST_1, "vpc-1", subnet("subnet-6", NetworkType.IPV6));

        assertThat(serverless
                        .create("mycache", asked -> asked.subnetIds("subnet-6"))
                        .subnetIds())
                .containsExactly("subnet-6");
    }

    @Test
    void a_subnet_that_is_named_twice_counts_once() {
        assertThat(serverless
                        .create("mycache", asked -> asked.subnetIds("subnet-1", "subnet-1"))
                        .subnetIds())
                .containsExactly("subnet-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_blank_description_is_as_good_as_none(String description) {
        assertThat(serverless
                        .create("mycache", asked -> asked.description(description))
                        .description())
                .isEqualTo(" ");
    }

    @Test
    void limits_of_zero_are_none() {
        ServerlessCache cache = serverless.create(
                "mycache",
                asked -> asked.cacheUsageLimits(limits -> limits.dataStorage(
                                storage -> storage.maximum(0).unit("GB"))
                        .ecpuPerSecond(ecpu -> ecpu.minimum(0).maximum(0))));

        assertThat(cache.cacheUsageLimits()).isNull();
    }

    @Test
    void caches_of_a_region_share_the_six_characters_of_their_endpoints() {
        String first = created("first", asked -> {}).endpoint().address();
        String second = created("second", asked -> {}).endpoint().address();

        assertThat(second).isEqualTo(first.replace("first", "second"));
    }

    /** "Serverless cache events", user guide. */
    @Test
    void an_event_tells_that_a_cache_is_created() {
        serverless.create("MyCache");
        assertThat(serverless.events(SourceType.SERVERLESS_CACHE)).isEmpty();

        mock.clock().settle();

        assertThat(serverless.events(SourceType.SERVERLESS_CACHE))
                .containsExactly("mycache: Cache mycache is created and ready to use.");
    }

    @Test
    void a_cache_can_be_looked_up_without_a_call() {
        ServerlessCache cache = created("mycache", asked -> {});

        assertThat(mock.find(Region.US_EAST_1, ServerlessCache.class, "MyCache"))
                .contains(cache);
    }

    @Test
    void a_cache_of_the_same_name_in_another_region_is_another_one() {
        serverless.create("mycache");

        assertThat(ServerlessSeen.of(mock.client(Region.EU_WEST_1))
                        .create("mycache")
                        .arn())
                .isEqualTo("arn:aws:elasticache:eu-west-1:123456789012:serverlesscache:mycache");
    }

    @Test
    void a_single_limit_needs_its_unit_only_for_storage() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> serverless.create(
                                "mycache",
                                asked -> asked.cacheUsageLimits(
                                        limits -> limits.dataStorage(storage -> storage.maximum(1)))),
                        mock)
                .says("The parameter CacheUsageLimits.DataStorage.Unit must be provided and must not be null.");
    }

    private ServerlessCache created(String name, Consumer<CreateServerlessCacheRequest.Builder> more) {
        return serverless.created(mock, name, more);
    }

    private static Subnet subnet(String id, NetworkType type) {
        return Subnet.builder()
                .subnetIdentifier(id)
                .subnetAvailabilityZone(zone -> zone.name("us-east-1a"))
                .supportedNetworkTypes(type)
                .build();
    }
}
