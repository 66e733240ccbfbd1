package io.github.mockelasticache.samples.provisioner;

import static io.github.mockelasticache.samples.provisioner.Store.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.Elapsed;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The cache of a store through a weekend of sales. The test prints what happened: it is worth reading. */
@MockElastiCache(startingAt = "2025-11-27T20:00:00Z")
class ProvisionerStoryTest {

    @Test
    void a_weekend_of_sales(ElastiCacheMock mock, VirtualClock clock) {
        Instant start = clock.instant();
        Provisioner provisioner = Store.provisioner(mock);
        Chronicle story = new Chronicle(mock.timeline());

        story.chapter("the store is built", provisioner.provision(STORE));
        story.chapter("somebody builds it again", provisioner.provision(STORE));
        clock.advanceTo(Instant.parse("2025-11-28T05:00:00Z"));
        story.chapter("three more replicas before the doors open", provisioner.provision(STORE.withReplicas(4)));
        story.chapter("a failover drill", provisioner.failOver(STORE));
        clock.advanceTo(Instant.parse("2025-11-28T23:00:00Z"));
        story.chapter("one replica is enough again", provisioner.provision(STORE));
        story.chapter("the books are kept", provisioner.snapshot(STORE, "after-the-sales"));
        story.chapter("lights out", provisioner.tearDown(STORE));
        clock.advanceTo(Instant.parse("2025-12-01T06:00:00Z"));
        story.chapter("back from the snapshot", provisioner.provision(STORE.restoredFrom("after-the-sales")));
        story.end(
                new Elapsed(Duration.between(start, clock.instant())) + " on the virtual clock, and no thread slept.");

        System.out.println("\n" + story + "\n");
        assertThat(story).hasToString("""
                Thursday 20:00:00, the store is built: 10 min 20 s
                  20:00:00  subnet group store created: subnet-1, subnet-2
                  20:00:00  parameter group store created: maxmemory-policy=allkeys-lru
                  20:06:00    cluster store-001  creating > available
                  20:10:20    cluster store-002  creating > available
                  20:10:20  replication group store created: primary store-001, replica store-002

                Thursday 20:10:20, somebody builds it again: nothing to do

                Friday 05:00:00, three more replicas before the doors open: 4 min 20 s
                  05:04:20    cluster store-003  creating > available
                  05:04:20    cluster store-004  creating > available
                  05:04:20    cluster store-005  creating > available
                  05:04:20  replication group store changed: primary store-001, replicas store-002, store-003, store-004, store-005 (1 > 4)

                Friday 05:04:20, a failover drill: 4 min 30 s
                  05:04:50    node group 0001  primary store-001 > primary store-002
                  05:08:50    node group 0001  recovering store-001 > available
                  05:08:50  primary store changed: store-001 > store-002

                Friday 23:00:00, one replica is enough again: 3 min
                  23:03:00    cluster store-003  deleting > deleted
                  23:03:00    cluster store-004  deleting > deleted
                  23:03:00    cluster store-005  deleting > deleted
                  23:03:00  replication group store changed: primary store-002, replica store-001 (4 > 1)

                Friday 23:03:00, the books are kept: 3 min
                  23:06:00    snapshot after-the-sales  creating > available
                  23:06:00    cluster store-001  snapshotting > available
                  23:06:00  snapshot after-the-sales created: of store-001, 4 MB

                Friday 23:06:00, lights out: 5 min
                  23:11:00    cluster store-001  deleting > deleted
                  23:11:00    cluster store-002  deleting > deleted
                  23:11:00  replication group store deleted
                  23:11:00  parameter group store deleted
                  23:11:00  subnet group store deleted

                Monday 06:00:00, back from the snapshot: 10 min 20 s
                  06:00:00  subnet group store created: subnet-1, subnet-2
                  06:00:00  parameter group store created: maxmemory-policy=allkeys-lru
                  06:06:00    cluster store-001  creating > available
                  06:10:20    cluster store-002  creating > available
                  06:10:20  replication group store created: primary store-001, replica store-002

                82 h 10 min 20 s on the virtual clock, and no thread slept.""");
    }
}
