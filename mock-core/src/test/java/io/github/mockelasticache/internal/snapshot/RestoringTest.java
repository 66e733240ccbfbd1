package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_SNAPSHOT_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterResponse;

/** A snapshot while something is restored from it, as the operations that create a cache deal with it. */
class RestoringTest {

    @AutoClose
    private final Caches caches = new Caches();

    @BeforeEach
    void a_snapshot_of_a_cluster() {
        caches.cluster("mycluster");
        caches.available("mysnapshot", "mycluster");
    }

    @Test
    void a_snapshot_is_restoring_until_what_is_restored_is_available() {
        restore("MySnapshot");
        assertThat(caches.named("mysnapshot").snapshotStatus()).isEqualTo("restoring");

        caches.role().restored("MySnapshot");
        assertThat(caches.named("mysnapshot").snapshotStatus()).isEqualTo("available");
    }

    @Test
    void an_unknown_snapshot_is_InvalidParameterValue() {
        caches.refused(INVALID_PARAMETER_VALUE, () -> restore("nosuch")).says("Snapshot not found: nosuch");
    }

    @Test
    void one_that_is_not_available_is_InvalidParameterValue() {
        caches.create("creating", "mycluster");
        caches.refused(INVALID_PARAMETER_VALUE, () -> restore("creating"))
                .says("Snapshot must be in available state to restore from.");

        restore("mysnapshot");
        caches.refused(INVALID_PARAMETER_VALUE, () -> restore("mysnapshot"));
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.copy("mysnapshot", "mycopy"));
    }

    @Test
    void the_end_of_a_restore_does_not_touch_a_snapshot_that_is_gone_or_another_one_of_its_name() {
        caches.role().restored("nosuch");
        caches.create("creating", "mycluster");

        caches.role().restored("creating");

        assertThat(caches.named("creating").snapshotStatus()).isEqualTo("creating");
    }

    @Test
    void a_groups_snapshot_comes_with_its_node_group_configuration() {
        caches.sharded("mygroup", 1);
        caches.createOfGroup("ofgroup", "mygroup");
        caches.clock().settle();

        restore("ofgroup");

        assertThat(caches.restored())
                .flatExtracting(each -> each.nodeSnapshots())
                .extracting(node -> node.nodeGroupConfiguration().slots())
                .containsExactly("0-8191", "8192-16383");
    }

    private CreateCacheClusterResponse restore(String snapshot) {
        return caches.client()
                .createCacheCluster(
                        cluster -> cluster.cacheClusterId("restored").snapshotName(snapshot));
    }
}
