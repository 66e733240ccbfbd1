package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.catalog.MaintenanceBlocks;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import java.time.DayOfWeek;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/**
 * The two windows of a cache.
 *
 * @param maintenance the weekly one
 * @param snapshot the daily one, in which automatic snapshots are taken
 */
public record Windows(MaintenanceWindow maintenance, SnapshotWindow snapshot) {

    private static final int HOURS_OF_BLOCK = 8;
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    /**
     * The windows that a request asks for; what it leaves open, the service chooses: an hour of the region's block of eight
     * hours, on any day ("Managing maintenance", user guide). The mock chooses by the name of the cache, always the same.
     *
     * @param maintenance {@code PreferredMaintenanceWindow} of the request, or null
     * @param snapshot {@code SnapshotWindow} of the request, or null
     * @param name the name of the cache
     * @param call the call: {@code InvalidParameterValue} if a window has not the right form or they overlap
     * @return the windows
     */
    public static Windows requested(@Nullable String maintenance, @Nullable String snapshot, String name, Call call) {
        MaintenanceWindow weekly = maintenance == null ? null : MaintenanceWindow.requested(maintenance, call.faults());
        SnapshotWindow daily = snapshot == null ? null : SnapshotWindow.requested(snapshot, call.faults());
        Choice choice = new Choice(call.region(), name);
        if (weekly == null) {
            weekly = choice.maintenanceBeside(daily);
        }
        if (daily == null) {
            daily = choice.snapshotBeside(weekly);
        }
        Windows windows = new Windows(weekly, daily);
        return maintenance == null || snapshot == null ? windows : windows.checked(call);
    }

    /**
     * The windows of a cluster.
     *
     * @param cluster a cluster that has both: one of Redis OSS or Valkey
     * @return its windows
     */
    public static Windows of(CacheCluster cluster) {
        return new Windows(
                MaintenanceWindow.of(cluster.preferredMaintenanceWindow()),
                SnapshotWindow.of(cluster.snapshotWindow()));
    }

    /**
     * These windows, changed as a request asks.
     *
     * @param newMaintenance {@code PreferredMaintenanceWindow} of the request; null to keep it
     * @param newSnapshot {@code SnapshotWindow} of the request; null to keep it
     * @param call the call: {@code InvalidParameterValue} if a window has not the right form or they overlap
     * @return the windows
     */
    public Windows changed(@Nullable String newMaintenance, @Nullable String newSnapshot, Call call) {
        return new Windows(
                        newMaintenance == null
                                ? maintenance
                                : MaintenanceWindow.requested(newMaintenance, call.faults()),
                        newSnapshot == null ? snapshot : SnapshotWindow.requested(newSnapshot, call.faults()))
                .checked(call);
    }

    /** The wording is the service's own: hashicorp/terraform#17247. */
    private Windows checked(Call call) {
        if (maintenance.overlaps(snapshot)) {
            throw call.faults().invalidParameterValue("The snapshot window and maintenance window must not overlap.");
        }
        return this;
    }

    /** The service's choice, by the name of the cache. */
    private record Choice(RegionState region, String name) {

        MaintenanceWindow maintenanceBeside(@Nullable SnapshotWindow daily) {
            DayOfWeek day = DayOfWeek.of(Math.floorMod(hash(), 7) + 1);
            for (int hour = 0; ; hour++) {
                MaintenanceWindow window = new MaintenanceWindow(
                        day, minute(Math.floorMod(hash() / 7, HOURS_OF_BLOCK) + hour), Duration.ofHours(1));
                if (daily == null || hour == HOURS_OF_BLOCK || !window.overlaps(daily)) {
                    return window;
                }
            }
        }

        SnapshotWindow snapshotBeside(MaintenanceWindow weekly) {
            for (int hour = 0; ; hour++) {
                SnapshotWindow window = new SnapshotWindow(
                        minute(Math.floorMod(hash() / 49, HOURS_OF_BLOCK) + hour), Duration.ofHours(1));
                if (hour == 24 || !weekly.overlaps(window)) {
                    return window;
                }
            }
        }

        private int minute(int hourOfBlock) {
            return Math.floorMod((MaintenanceBlocks.startHour(region.region()) + hourOfBlock) * HOUR, DAY);
        }

        private int hash() {
            return Math.abs((name + region.settings().seed()).hashCode() % 10_000);
        }
    }
}
