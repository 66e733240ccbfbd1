package io.github.mockelasticache.internal.catalog;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.regions.Region;

/**
 * The eight hours of the day from which the service draws the maintenance window of a cluster that asks for none ("Managing
 * maintenance", user guide).
 */
public final class MaintenanceBlocks {

    private static final int HALF_AN_HOUR = 30;

    private MaintenanceBlocks() {}

    /**
     * When the block of a region begins. The two that do not begin on the hour are rounded: that of ap-south-1 begins at 17:30, that
     * of eu-west-3 at 23:59.
     *
     * @param region the region
     * @return an hour in UTC, 0 to 23; the block may go past midnight
     */
    public static int startHour(Region region) {
        LocalTime start = RegionFacts.of(region).maintenance();
        return start.plusMinutes(HALF_AN_HOUR).truncatedTo(ChronoUnit.HOURS).getHour();
    }
}
