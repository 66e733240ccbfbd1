package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Snapshots;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** The snapshots of a region, as other families deal with them. */
final class RegionSnapshots implements Snapshots {

    private static final String RESTORING = "restoring";

    private final RegionState region;
    private final AutomaticSnapshots automatic;

    RegionSnapshots(RegionState region) {
        this.region = region;
        this.automatic = new AutomaticSnapshots(region);
    }

    @Override
    public Snapshot restorable(Call call, String name) {
        Snapshot snapshot = region.table(SNAPSHOT).find(name);
        if (snapshot == null) {
            throw call.faults().invalidParameterValue("Snapshot not found: " + name);
        }
        if (!snapshot.snapshotStatus().equals(Taking.AVAILABLE)) {
            throw call.faults().invalidParameterValue("Snapshot must be in available state to restore from.");
        }
        return snapshot;
    }

    @Override
    public void restoring(String name) {
        Snapshot snapshot = region.table(SNAPSHOT).find(name);
        if (snapshot != null) {
            Taking.status(region, snapshot, RESTORING);
        }
    }

    @Override
    public void restored(String name) {
        Snapshot snapshot = region.table(SNAPSHOT).find(name);
        if (snapshot != null && snapshot.snapshotStatus().equals(RESTORING)) {
            Taking.status(region, snapshot, Taking.AVAILABLE);
        }
    }

    @Override
    public void requireFinalPossible(Call call, CacheCluster cluster, String name) {
        Taking.newName("FinalSnapshotIdentifier", name, call);
        Taking.requireSupported(cluster, call);
        Source source = Source.of(region, cluster);
        source.requireAvailable(call);
        Taking.requireFree(name, call);
        region.ask(ManualSnapshots.class).requireQuota(source.origin(), call);
    }

    @Override
    public void takeFinal(CacheCluster cluster, @Nullable ReplicationGroup group, String name, Runnable whenTaken) {
        Source source = group != null && Source.isSharded(group)
                ? GroupSource.of(region, group)
                : new ClusterSource(cluster, ClusterSource.groupOf(region, cluster));
        Snapshot snapshot = source.snapshot(region, name, Taking.MANUAL, null);
        region.tags().copy(source.arn(), snapshot.arn());
        Taking.beginFinal(region, source, snapshot, group == null ? cluster.arn() : group.arn(), whenTaken);
    }

    @Override
    public void planAutomatic(String cluster) {
        automatic.planOfCluster(cluster);
    }

    @Override
    public void deleteAutomatic(String cluster) {
        automatic.deleteOfCluster(cluster);
    }

    @Override
    public void planAutomaticOfGroup(String group) {
        automatic.planOfGroup(group);
    }

    @Override
    public void deleteAutomaticOfGroup(String group) {
        automatic.deleteOfGroup(group);
    }
}
