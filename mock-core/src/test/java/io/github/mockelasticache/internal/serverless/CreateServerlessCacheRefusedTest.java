package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_QUOTA_FOR_CUSTOMER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.ServerlessSeen.tag;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.assertj.ServiceErrorAssert;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheUsageLimits;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.Subnet;
import software.amazon.awssdk.services.elasticache.model.Tag;

/**
 * What CreateServerlessCache refuses.
 *
 * <p>Of the errors that the API reference lists, ServerlessCacheNotFoundFault and InvalidServerlessCacheStateFault have no cache that
 * they could be about; the mock knows neither credentials nor roles; and InvalidUserGroupState is in {@link CacheUserGroupTest}.
 */
class CreateServerlessCacheRefusedTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.SERVERLESS_CACHES, 2))
            .build();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, must be provided and must not be null.",
                "'', must be provided and must not be blank.",
                "1cache, is not a valid identifier.",
                "my_cache, is not a valid identifier.",
                "my cache, is not a valid identifier.",
                "my--cache, is not a valid identifier.",
                "mycache-, is not a valid identifier.",
                "a2345678901234567890123456789012345678901, must have at most 40 characters."
            })
    void a_name_that_is_none(@Nullable String name, String wrong) {
        refused(INVALID_PARAMETER_VALUE, asked -> asked.serverlessCacheName(name))
                .hasMessageStartingWith("The parameter ServerlessCacheName " + wrong);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, The parameter Engine must be provided and must not be null.",
                "'', The parameter Engine must be provided and must not be blank.",
                "mysql, 'Invalid value mysql for Engine. Must be one of: valkey, redis, memcached.'"
            })
    void an_engine_that_is_none(@Nullable String engine, String message) {
        refused(INVALID_PARAMETER_VALUE, asked -> asked.engine(engine)).says(message);
    }

    /** Serverless caches begin with Valkey 7.2, Redis OSS 7.1 and Memcached 1.6.21. */
    @ParameterizedTest
    @CsvSource({"valkey, 6", "valkey, 7.2", "redis, 6", "redis, 8", "memcached, 1.5", "memcached, 1"})
    void a_major_version_that_there_is_not(String engine, String major) {
        refused(INVALID_PARAMETER_COMBINATION, asked -> asked.engine(engine).majorEngineVersion(major))
                .says("Cannot find version " + major + " for " + engine);
    }

    @Test
    void a_blank_major_version() {
        refused(INVALID_PARAMETER_VALUE, asked -> asked.majorEngineVersion(" "))
                .says("The parameter MajorEngineVersion must be provided and must not be blank.");
    }

    @Test
    void a_description_of_more_than_255_characters_or_with_angle_brackets() {
        refused(INVALID_PARAMETER_VALUE, asked -> asked.description("x".repeat(256)))
                .says("The parameter Description must have at most 255 characters.");
        refused(INVALID_PARAMETER_VALUE, asked -> asked.description("a<b"))
                .says("The parameter Description must not contain < or >.");
        refused(INVALID_PARAMETER_VALUE, asked -> asked.description("a>b"));
    }

    /** The wording is the service's own: hashicorp/terraform-provider-aws#35648. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 999, 15_000_001})
    void processing_units_out_of_range(int limit) {
        String message =
                "Invalid value for ECPUPerSecond limit. Must be between 1000 and 15000000. You can set the value to"
                        + " zero to remove the limit.";
        refusedLimits(INVALID_PARAMETER_VALUE, limits -> limits.ecpuPerSecond(ecpu -> ecpu.maximum(limit)))
                .says(message);
        refusedLimits(INVALID_PARAMETER_VALUE, limits -> limits.ecpuPerSecond(ecpu -> ecpu.minimum(limit)))
                .says(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5001})
    void storage_out_of_range(int limit) {
        String message =
                "Invalid value for DataStorage limit. Must be between 1 and 5000. You can set the value to zero to"
                        + " remove the limit.";
        refusedLimits(
                        INVALID_PARAMETER_VALUE,
                        limits -> limits.dataStorage(
                                storage -> storage.maximum(limit).unit("GB")))
                .says(message);
        refusedLimits(
                        INVALID_PARAMETER_VALUE,
                        limits -> limits.dataStorage(
                                storage -> storage.minimum(limit).unit("GB")))
                .says(message);
    }

    @Test
    void a_minimum_above_its_maximum() {
        refusedLimits(
                        INVALID_PARAMETER_COMBINATION,
                        limits -> limits.dataStorage(
                                storage -> storage.minimum(2).maximum(1).unit("GB")))
                .says("The minimum of the DataStorage limit must not be greater than its maximum.");
        refusedLimits(
                        INVALID_PARAMETER_COMBINATION,
                        limits ->
                                limits.ecpuPerSecond(ecpu -> ecpu.minimum(2000).maximum(1000)))
                .says("The minimum of the ECPUPerSecond limit must not be greater than its maximum.");
    }

    @Test
    void another_unit_than_GB() {
        refusedLimits(
                        INVALID_PARAMETER_VALUE,
                        limits ->
                                limits.dataStorage(storage -> storage.maximum(1).unit("TB")))
                .says("Invalid value TB for CacheUsageLimits.DataStorage.Unit. Must be one of: GB.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 36})
    void a_retention_limit_out_of_range(int days) {
        refused(INVALID_PARAMETER_VALUE, asked -> asked.snapshotRetentionLimit(days))
                .says("Invalid value " + days + " for SnapshotRetentionLimit. Must be between 0 and 35.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:00", "24:00", "09:60", "09:00-10:00", "nine"})
    void a_time_that_is_none(String time) {
        refused(INVALID_PARAMETER_VALUE, asked -> asked.dailySnapshotTime(time))
                .says("The parameter DailySnapshotTime must be a time of day in UTC, in the form HH:MM.");
    }

    @Test
    void a_blank_key_or_security_group() {
        refused(INVALID_PARAMETER_VALUE, asked -> asked.kmsKeyId(""))
                .says("The parameter KmsKeyId must be provided and must not be blank.");
        refused(INVALID_PARAMETER_VALUE, asked -> asked.securityGroupIds(" "))
                .says("The parameter SecurityGroupId must be provided and must not be blank.");
    }

    @Test
    void subnets_that_do_not_exist_or_do_not_fit_together() {
        mock.registerSubnet(Region.US_EAST_1, "subnet-1", "vpc-1", "us-east-1a");
        mock.registerSubnet(
                Region.US_EAST_1,
                "vpc-1",
                Subnet.builder()
                        .subnetIdentifier("subnet-3")
                        .subnetAvailabilityZone(zone -> zone.name("us-east-1a"))
                        .supportedNetworkTypesWithStrings("ipv4")
                        .subnetOutpost(outpost ->
                                outpost.subnetOutpostArn("arn:aws:outposts:us-east-1:123456789012:outpost/op-1"))
                        .build());

        refused(INVALID_PARAMETER_VALUE, asked -> asked.subnetIds("subnet-1", "net-2"))
                .says("Some input subnets in :[subnet-1, net-2] are invalid.");
        refused(INVALID_PARAMETER_VALUE, asked -> asked.subnetIds("subnet-1", "subnet-2"))
                .says("Subnets subnet-1 and subnet-2 are not in the same VPC.");
        refused(INVALID_PARAMETER_VALUE, asked -> asked.subnetIds("subnet-1", "subnet-3"))
                .says("Subnet subnet-3 is on an outpost, where there are no serverless caches.");
    }

    @Test
    void a_user_group_that_does_not_exist_or_cannot_be() {
        refused(USER_GROUP_NOT_FOUND, asked -> asked.userGroupId("nosuch")).says("UserGroup nosuch not found.");
        refused(INVALID_PARAMETER_VALUE, asked -> asked.userGroupId(" "))
                .says("The parameter UserGroupId must be provided and must not be blank.");
        refused(
                        INVALID_PARAMETER_COMBINATION,
                        asked -> asked.engine("memcached").userGroupId("nosuch"))
                .says("User groups are not supported for engine memcached.");
    }

    @Test
    void a_name_that_is_taken() {
        serverless.create("mycache");

        refused(SERVERLESS_CACHE_ALREADY_EXISTS, asked -> asked.serverlessCacheName("MyCache"))
                .says("Serverless cache mycache already exists.");
    }

    @Test
    void one_more_than_the_quota() {
        serverless.create("first");
        serverless.create("second");

        refused(SERVERLESS_CACHE_QUOTA_FOR_CUSTOMER_EXCEEDED, asked -> {})
                .says("You have already reached your quota of 2 serverless caches in this region.");
    }

    @Test
    void more_tags_than_a_resource_can_have() {
        refused(
                TAG_QUOTA_PER_RESOURCE_EXCEEDED,
                asked -> asked.tags(IntStream.rangeClosed(1, 51)
                        .mapToObj(number -> tag("key" + number, "value"))
                        .toArray(Tag[]::new)));
    }

    private ServiceErrorAssert refusedLimits(Refusal refusal, Consumer<CacheUsageLimits.Builder> limits) {
        return refused(refusal, asked -> asked.cacheUsageLimits(limits));
    }

    private ServiceErrorAssert refused(Refusal refusal, Consumer<CreateServerlessCacheRequest.Builder> more) {
        return refusal.isTheAnswerTo(() -> serverless.create("refused", more), mock);
    }
}
