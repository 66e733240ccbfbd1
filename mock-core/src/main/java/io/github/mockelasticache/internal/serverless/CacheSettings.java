package io.github.mockelasticache.internal.serverless;

import io.github.mockelasticache.internal.catalog.MaintenanceBlocks;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks and the defaults of what can be set for a serverless cache, when it is created and afterwards. */
final class CacheSettings {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DESCRIPTION = 255;
    private static final int LONGEST_RETENTION = 35;
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int HOURS_OF_BLOCK = 8;
    private static final int HOURS = 24;

    private CacheSettings() {}

    /** The name of a cache that is to be created: up to 40 characters (console, by open-constructs/aws-cdk-library#57). */
    static String newName(@Nullable String requested, Call call) {
        return call.parameters().identifier("ServerlessCacheName", requested, LONGEST_NAME);
    }

    /** A cache without a description shows a space (mondoohq/mql#4530). */
    static String description(@Nullable String requested, Call call) {
        if (requested == null || requested.isBlank()) {
            return " ";
        }
        if (requested.length() > LONGEST_DESCRIPTION) {
            throw call.faults()
                    .invalidParameterValue(
                            "The parameter Description must have at most " + LONGEST_DESCRIPTION + " characters.");
        }
        if (requested.contains("<") || requested.contains(">")) {
            // That they are refused: ServerlessCache of the AWS CDK.
            throw call.faults().invalidParameterValue("The parameter Description must not contain < or >.");
        }
        return requested;
    }

    static @Nullable Integer retention(@Nullable Integer requested, Call call) {
        return call.parameters().within("SnapshotRetentionLimit", requested, 0, LONGEST_RETENTION);
    }

    static @Nullable String dailySnapshotTime(@Nullable String requested, Call call) {
        return requested == null
                ? null
                : call.parameters()
                        .required(
                                "DailySnapshotTime",
                                requested,
                                text -> TIME_OF_DAY.matcher(text).matches(),
                                "must be a time of day in UTC, in the form HH:MM");
    }

    /**
     * The hour that the service chooses, which caches show even if no snapshots are taken (mondoohq/mql#4530). The recorded ones
     * are of the region's block for maintenance; the mock chooses one by the name of the cache, always the same.
     */
    static String anyHour(RegionState region, String cache) {
        int choice = Math.floorMod((Table.key(cache) + region.settings().seed()).hashCode(), HOURS_OF_BLOCK);
        return String.format(Locale.ROOT, "%02d:00", (MaintenanceBlocks.startHour(region.region()) + choice) % HOURS);
    }
}
