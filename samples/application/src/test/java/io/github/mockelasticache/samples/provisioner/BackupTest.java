package io.github.mockelasticache.samples.provisioner;

import static io.github.mockelasticache.samples.provisioner.Store.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.junit5.MockElastiCache;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

@MockElastiCache
class BackupTest {

    private ElastiCacheMock mock;
    private ElastiCacheClient client;
    private Provisioner provisioner;

    @BeforeEach
    void a_store(ElastiCacheMock mock, ElastiCacheClient client) {
        this.mock = mock;
        this.client = client;
        provisioner = Store.provisioner(mock);
        provisioner.provision(STORE);
    }

    @Test
    void a_snapshot_is_taken_from_a_replica() {
        Report report = provisioner.snapshot(STORE, "kept");

        assertThat(report.of(Part.SNAPSHOT).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(report.of(Part.SNAPSHOT).detail()).isEqualTo("of store-002, 4 MB");
        assertThat(report.took()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void a_second_run_takes_no_second_snapshot() {
        provisioner.snapshot(STORE, "kept");

        Report report = provisioner.snapshot(STORE, "kept");

        assertThat(report.of(Part.SNAPSHOT).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(client.describeSnapshots(all -> {}).snapshots()).hasSize(1);
    }

    @Test
    void a_snapshot_that_a_colleague_is_just_taking_is_waited_for() {
        client.createSnapshot(snapshot -> snapshot.snapshotName("kept").cacheClusterId("store-001"));

        Report report = provisioner.snapshot(STORE, "kept");

        assertThat(report.of(Part.SNAPSHOT).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(report.took()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void a_snapshot_of_another_cache_by_that_name_is_not_the_one() {
        provisioner.provision(Blueprint.of("archive", "cache.r6g.large", "subnet-1"));
        provisioner.snapshot(Blueprint.of("archive", "cache.r6g.large", "subnet-1"), "kept");

        Report report = provisioner.snapshot(STORE, "kept");

        assertThat(report.of(Part.SNAPSHOT).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(Part.SNAPSHOT).detail()).isEqualTo("snapshot kept is of archive-002, no member of store");
    }

    @Test
    void a_snapshot_that_is_not_ready_in_time_is_late() {
        Provisioner hasty = Store.provisioner(mock, Store.PATIENCE.withDeadline(Duration.ofMinutes(1)));

        Report report = hasty.snapshot(STORE, "kept");

        assertThat(report.of(Part.SNAPSHOT).outcome()).isEqualTo(Outcome.LATE);
        assertThat(report.of(Part.SNAPSHOT).detail()).isEqualTo("snapshot kept is still creating after 1 min");
    }

    @Test
    void a_quota_of_snapshots_that_is_reached_is_the_reason_in_the_report() {
        try (ElastiCacheMock full = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.MANUAL_SNAPSHOTS_PER_DAY, 1))
                .build()) {
            Provisioner provisioner = Store.provisioner(full);
            provisioner.provision(STORE);
            provisioner.snapshot(STORE, "first");

            Report report = provisioner.snapshot(STORE, "second");

            assertThat(report.of(Part.SNAPSHOT).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.of(Part.SNAPSHOT).detail()).startsWith("SnapshotQuotaExceededFault: ");
        }
    }
}
