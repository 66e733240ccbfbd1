package io.github.mockelasticache.internal.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/** The snapshots that the service takes by itself; the mock begins at midnight of 1 January 2025. */
class AutomaticSnapshotsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @Test
    void a_snapshot_is_taken_every_day_at_the_time_of_the_cache() {
        daily(cache -> cache.snapshotRetentionLimit(2).kmsKeyId("mykey"));

        mock.clock().advanceTo(Instant.parse("2025-01-01T03:00:00Z"));

        assertThat(serverless.snapshots())
                .containsExactly(ServerlessCacheSnapshot.builder()
                        .serverlessCacheSnapshotName("automatic.mycache-2025-01-01")
                        .arn("arn:aws:elasticache:us-east-1:123456789012:serverlesscachesnapshot:"
                                + "automatic.mycache-2025-01-01")
                        .kmsKeyId("mykey")
                        .snapshotType("automated")
                        .status("creating")
                        .serverlessCacheConfiguration(cache -> cache.serverlessCacheName("mycache")
                                .engine("valkey")
                                .majorEngineVersion("9"))
                        .build());
        mock.clock().advance(Duration.ofMinutes(3));
        ServerlessCacheSnapshot available = serverless.snapshots().get(0);
        assertThat(available.status()).isEqualTo("available");
        assertThat(available.createTime()).isEqualTo("2025-01-01T03:00:00Z");
        assertThat(available.expiryTime()).isEqualTo("2025-01-03T03:00:00Z");
    }

    @Test
    void a_snapshot_is_kept_for_as_many_days_as_the_retention_limit_says() {
        daily(cache -> cache.snapshotRetentionLimit(2));

        mock.clock().advance(DAY.multipliedBy(2));
        assertThat(serverless.snapshotNames())
                .containsExactly("automatic.mycache-2025-01-01", "automatic.mycache-2025-01-02");
        mock.clock().advance(DAY);
        assertThat(serverless.snapshotNames())
                .containsExactly("automatic.mycache-2025-01-02", "automatic.mycache-2025-01-03");
    }

    @Test
    void without_a_retention_limit_there_are_none() {
        daily(cache -> {});

        mock.clock().advance(DAY.multipliedBy(3));

        assertThat(serverless.snapshots()).isEmpty();
    }

    @Test
    void they_begin_and_end_when_the_retention_limit_changes() {
        daily(cache -> {});
        serverless.modified(mock, "mycache", cache -> cache.snapshotRetentionLimit(1));
        mock.clock().advance(DAY);
        assertThat(serverless.snapshotNames()).containsExactly("automatic.mycache-2025-01-01");

        serverless.modified(mock, "mycache", cache -> cache.snapshotRetentionLimit(0));
        mock.clock().advance(DAY.multipliedBy(2));

        assertThat(serverless.snapshots()).isEmpty();
    }

    @Test
    void they_follow_the_time_of_the_cache_and_a_second_one_of_a_day_has_another_name() {
        daily(cache -> cache.snapshotRetentionLimit(5));
        mock.clock().advanceTo(Instant.parse("2025-01-01T04:00:00Z"));

        serverless.modify("mycache", cache -> cache.dailySnapshotTime("22:30"));
        mock.clock().advance(DAY);

        assertThat(serverless.snapshotNames())
                .containsExactly("automatic.mycache-2025-01-01", "automatic.mycache-2025-01-01-22-30");
    }

    @Test
    void a_cache_that_is_not_available_at_its_time_is_left_out_until_the_next_day() {
        daily(cache -> cache.snapshotRetentionLimit(5));
        mock.clock().advanceTo(Instant.parse("2025-01-01T02:59:30Z"));

        serverless.modify("mycache", cache -> cache.description("modifying at three"));
        mock.clock().advanceTo(Instant.parse("2025-01-03T04:00:00Z"));

        assertThat(serverless.snapshotNames())
                .containsExactly("automatic.mycache-2025-01-02", "automatic.mycache-2025-01-03");
    }

    @Test
    void one_that_is_being_restored_from_lasts_a_day_longer() {
        daily(cache -> cache.snapshotRetentionLimit(1));
        mock.clock().advanceTo(Instant.parse("2025-01-02T02:59:00Z"));
        String arn = serverless.snapshotNamed("automatic.mycache-2025-01-01").arn();

        serverless.create("restored", cache -> cache.snapshotArnsToRestore(arn));
        mock.clock().advance(Duration.ofHours(1));
        assertThat(serverless.snapshotNames())
                .containsExactly("automatic.mycache-2025-01-01", "automatic.mycache-2025-01-02");
        mock.clock().advance(DAY);

        assertThat(serverless.snapshotNames()).containsExactly("automatic.mycache-2025-01-03");
    }

    @Test
    void one_that_is_gone_with_its_cache_is_not_missed_by_what_is_restored_from_it() {
        daily(cache -> cache.snapshotRetentionLimit(1));
        mock.clock().advance(DAY);
        String arn = serverless.snapshotNamed("automatic.mycache-2025-01-01").arn();
        serverless.create("restored", cache -> cache.snapshotArnsToRestore(arn));

        serverless.delete("mycache");
        mock.clock().settle();

        assertThat(serverless.named("restored").status()).isEqualTo("available");
        assertThat(serverless.snapshots()).isEmpty();
    }

    @Test
    void they_do_not_count_for_the_quota_of_manual_ones_and_can_be_deleted_before_they_expire() {
        daily(cache -> cache.snapshotRetentionLimit(5));
        mock.clock().advance(DAY);

        serverless.deleteSnapshot("automatic.mycache-2025-01-01");
        mock.clock().settle();

        assertThat(serverless.snapshots()).isEmpty();
        mock.clock().advance(DAY);
        assertThat(serverless.snapshotNames()).containsExactly("automatic.mycache-2025-01-02");
    }

    private void daily(Consumer<CreateServerlessCacheRequest.Builder> more) {
        serverless.created(mock, "mycache", cache -> more.accept(cache.dailySnapshotTime("03:00")));
    }
}
