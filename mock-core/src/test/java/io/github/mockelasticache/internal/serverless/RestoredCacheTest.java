package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.assertj.ServiceErrorAssert;
import io.github.mockelasticache.fault.LifeCyclePlan;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** Caches that are restored from snapshots of caches of either kind: "Restoring from a backup into a new cache", user guide. */
class RestoredCacheTest {

    private static final String PREFIX = "arn:aws:elasticache:us-east-1:123456789012:";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @Test
    void a_serverless_snapshot_is_restoring_until_the_cache_is_available() {
        String arn = serverless.snapshotOf(mock, "mysnapshot", "valkey", "8").arn();

        serverless.create("restored", cache -> cache.snapshotArnsToRestore(arn));

        assertThat(serverless.snapshotNamed("mysnapshot").status()).isEqualTo("restoring");
        mock.clock().advance(Duration.ofMinutes(3));
        assertThat(serverless.named("restored").status()).isEqualTo("available");
        assertThat(serverless.snapshotNamed("mysnapshot").status()).isEqualTo("available");
    }

    @Test
    void a_snapshot_of_a_cluster_is_restoring_until_the_cache_is_available() {
        String arn = snapshotOfCluster("redis", "6.2");

        serverless.create("restored", cache -> cache.engine("redis").snapshotArnsToRestore(arn));

        assertThat(nodeBased().snapshotStatus()).isEqualTo("restoring");
        mock.clock().settle();
        assertThat(serverless.named("restored").status()).isEqualTo("available");
        assertThat(nodeBased().snapshotStatus()).isEqualTo("available");
    }

    @Test
    void a_snapshot_is_available_again_if_the_cache_cannot_be_created() {
        String arn = serverless.snapshotOf(mock, "mysnapshot", "valkey", "8").arn();
        mock.lifeCycles().add(LifeCyclePlan.ofServerlessCache("restored").endsIn("create-failed"));

        serverless.created(mock, "restored", cache -> cache.snapshotArnsToRestore(arn));

        assertThat(serverless.named("restored").status()).isEqualTo("create-failed");
        assertThat(serverless.snapshotNamed("mysnapshot").status()).isEqualTo("available");
    }

    @ParameterizedTest
    @CsvSource({
        "valkey, 8, valkey, 8, true",
        "valkey, 8, valkey, 9, true",
        "valkey, 8, valkey, 7, false",
        "valkey, 7, redis, 7, false",
        "redis, 7, redis, 7, true",
        "redis, 7, valkey, 7, true",
        "redis, 7, memcached, 1.6, false",
        "memcached, 1.6, memcached, 1.6, true",
        "memcached, 1.6, valkey, 8, false"
    })
    void a_snapshot_fits_to_its_own_engine_or_a_later_one(
            String engine, String major, String newEngine, String newMajor, boolean fits) {
        String arn = serverless.snapshotOf(mock, "mysnapshot", engine, major).arn();

        if (fits) {
            serverless.create(
                    "restored",
                    cache ->
                            cache.engine(newEngine).majorEngineVersion(newMajor).snapshotArnsToRestore(arn));
            assertThat(serverless.snapshotNamed("mysnapshot").status()).isEqualTo("restoring");
        } else {
            INVALID_PARAMETER_COMBINATION
                    .isTheAnswerTo(
                            () -> serverless.create(
                                    "restored",
                                    cache -> cache.engine(newEngine)
                                            .majorEngineVersion(newMajor)
                                            .snapshotArnsToRestore(arn)),
                            mock)
                    .says("A snapshot of " + engine + " " + major + " cannot be restored to a serverless cache of "
                            + newEngine + " " + newMajor + ".");
        }
    }

    /** "Redis OSS versions between 5.0 and the latest version available". */
    @Test
    void a_snapshot_of_a_cluster_must_be_of_Redis_5_at_least() {
        String arn = snapshotOfCluster("redis", "4.0.10");

        refused(INVALID_PARAMETER_COMBINATION, "valkey", arn)
                .says("A snapshot of redis 4.0.10 cannot be restored to a serverless cache of valkey 9.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "valkey"})
    void objects_in_S3_are_restored_whatever_is_in_them(String engine) {
        serverless.created(
                mock,
                "restored",
                cache -> cache.engine(engine)
                        .snapshotArnsToRestore("arn:aws:s3:::mybucket/one.rdb", "arn:aws:s3:::mybucket/two.rdb"));

        assertThat(serverless.named("restored").status()).isEqualTo("available");
    }

    @Test
    void objects_in_S3_are_not_for_memcached() {
        refused(INVALID_PARAMETER_COMBINATION, "memcached", "arn:aws:s3:::mybucket/one.rdb")
                .says("Restoring objects in S3 is not supported for engine memcached.");
    }

    @Test
    void only_one_snapshot_can_be_restored() {
        String first = serverless.snapshotOf(mock, "first", "valkey", "8").arn();
        String second = serverless.snapshotOf(mock, "second", "valkey", "8").arn();

        refused(INVALID_PARAMETER_COMBINATION, "valkey", first, second)
                .says("SnapshotArnsToRestore must be the ARN of one snapshot, or those of objects in S3.");
        refused(INVALID_PARAMETER_COMBINATION, "valkey", first, "arn:aws:s3:::mybucket/one.rdb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysnapshot",
                "arn:aws:elasticache:eu-west-1:123456789012:serverlesscachesnapshot:mysnapshot",
                "arn:aws:elasticache:us-east-1:999999999999:snapshot:mysnapshot",
                "arn:aws:elasticache:us-east-1:123456789012:serverlesscache:mycache",
                "arn:aws:s3:::mybucket"
            })
    void an_ARN_of_something_else_is_refused(String arn) {
        refused(INVALID_PARAMETER_VALUE, "valkey", arn)
                .says("The ARN " + arn
                        + " is not the ARN of a snapshot of this account in us-east-1 or of an object in S3.");
    }

    @Test
    void an_ARN_must_be_one() {
        refused(INVALID_PARAMETER_VALUE, "valkey", " ")
                .says("The parameter SnapshotArn must be provided and must not be blank.");
        refused(INVALID_PARAMETER_VALUE, "valkey", new @Nullable String[] {null})
                .says("The parameter SnapshotArn must be provided and must not be null.");
    }

    @Test
    void a_snapshot_that_does_not_exist_is_refused() {
        refused(INVALID_PARAMETER_VALUE, "valkey", PREFIX + "snapshot:nosuch").says("Snapshot not found: nosuch");
        refused(INVALID_PARAMETER_VALUE, "valkey", PREFIX + "serverlesscachesnapshot:nosuch")
                .says("ServerlessCacheSnapshot nosuch not found.");
    }

    @Test
    void a_snapshot_that_is_not_available_is_refused() {
        serverless.created(mock, "mycache");
        String creating = serverless.snapshot("mysnapshot", "mycache").arn();

        refused(INVALID_PARAMETER_VALUE, "valkey", creating)
                .says("ServerlessCacheSnapshot must be in available state to restore from.");
        mock.clock().settle();
        serverless.create("first", cache -> cache.snapshotArnsToRestore(creating));
        refused(INVALID_PARAMETER_VALUE, "valkey", creating);
    }

    @Test
    void a_replication_group_gets_the_engine_of_the_serverless_snapshot_that_it_is_restored_from() {
        serverless.snapshotOf(mock, "mysnapshot", "redis", "7");
        ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

        groups.create("mygroup", group -> group.serverlessCacheSnapshotName("MySnapshot"));

        assertThat(groups.cluster("mygroup-001").engine()).isEqualTo("redis");
        assertThat(groups.cluster("mygroup-001").engineVersion()).isEqualTo("7.1.0");
    }

    @Test
    void a_replication_group_cannot_be_restored_from_a_serverless_snapshot_that_does_not_fit() {
        serverless.snapshotOf(mock, "memcached", "memcached", "1.6");
        serverless.created(mock, "mycache");
        serverless.snapshot("creating", "mycache");
        ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> groups.create("mygroup", group -> group.serverlessCacheSnapshotName("memcached")), mock);
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> groups.create("mygroup", group -> group.serverlessCacheSnapshotName("creating")), mock)
                .says("ServerlessCacheSnapshot must be in available state to restore from.");
        SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND.isTheAnswerTo(
                () -> groups.create("mygroup", group -> group.serverlessCacheSnapshotName("nosuch")), mock);
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> groups.create(
                                "mygroup",
                                group -> group.serverlessCacheSnapshotName("memcached")
                                        .snapshotArns("arn:aws:s3:::mybucket/one.rdb")),
                        mock)
                .says("ServerlessCacheSnapshotName cannot be given together with SnapshotName or SnapshotArns.");
    }

    private String snapshotOfCluster(String engine, String version) {
        Clusters.of(client).redis("mycluster", cluster -> cluster.engine(engine).engineVersion(version));
        mock.clock().settle();
        String arn = client.createSnapshot(
                        snapshot -> snapshot.snapshotName("mysnapshot").cacheClusterId("mycluster"))
                .snapshot()
                .arn();
        mock.clock().settle();
        return arn;
    }

    private Snapshot nodeBased() {
        return client.describeSnapshots(all -> all.snapshotName("mysnapshot"))
                .snapshots()
                .get(0);
    }

    private ServiceErrorAssert refused(Refusal refusal, String engine, @Nullable String... arns) {
        return refusal.isTheAnswerTo(
                () -> serverless.create(
                        "restored", cache -> cache.engine(engine).snapshotArnsToRestore(arns)),
                mock);
    }
}
