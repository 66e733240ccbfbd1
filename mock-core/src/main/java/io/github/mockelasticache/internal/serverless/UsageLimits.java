package io.github.mockelasticache.internal.serverless;

import io.github.mockelasticache.internal.engine.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheUsageLimits;
import software.amazon.awssdk.services.elasticache.model.DataStorage;
import software.amazon.awssdk.services.elasticache.model.DataStorageUnit;
import software.amazon.awssdk.services.elasticache.model.ECPUPerSecond;

/**
 * How much a serverless cache may use, and is made ready for: 1 to 5000 GB, and 1000 to 15000000 ElastiCache processing units a
 * second.
 *
 * <p>A limit that a request leaves out stays as it is, and zero removes it (aws-cloudformation/cloudformation-coverage-roadmap#2424,
 * hashicorp/terraform-provider-aws#44746). A cache whose last limit is removed shows none.
 *
 * @param storageMinimum in GB; null for no limit, as for the others
 * @param storageMaximum in GB
 * @param ecpuMinimum in ElastiCache processing units a second
 * @param ecpuMaximum in ElastiCache processing units a second
 */
record UsageLimits(
        @Nullable Integer storageMinimum,
        @Nullable Integer storageMaximum,
        @Nullable Integer ecpuMinimum,
        @Nullable Integer ecpuMaximum) {

    private static final String STORAGE = "DataStorage";
    private static final int MOST_STORAGE = 5000;
    private static final String ECPU = "ECPUPerSecond";
    private static final int LEAST_ECPU = 1000;
    private static final int MOST_ECPU = 15_000_000;

    /** Whether a request has limits at all: an empty structure does not even arrive at the service. */
    static boolean areAsked(@Nullable CacheUsageLimits asked) {
        return asked != null && (isAsked(asked.dataStorage()) || isAsked(asked.ecpuPerSecond()));
    }

    /** The limits that a cache has when a request has been carried out; null for none. */
    static @Nullable CacheUsageLimits changed(
            @Nullable CacheUsageLimits present, @Nullable CacheUsageLimits asked, Call call) {
        if (asked == null || !areAsked(asked)) {
            return present;
        }
        requireUnit(asked.dataStorage(), call);
        UsageLimits before = of(present);
        UsageLimits wanted = of(asked);
        UsageLimits changed = new UsageLimits(
                limit(STORAGE, before.storageMinimum, wanted.storageMinimum, 1, MOST_STORAGE, call),
                limit(STORAGE, before.storageMaximum, wanted.storageMaximum, 1, MOST_STORAGE, call),
                limit(ECPU, before.ecpuMinimum, wanted.ecpuMinimum, LEAST_ECPU, MOST_ECPU, call),
                limit(ECPU, before.ecpuMaximum, wanted.ecpuMaximum, LEAST_ECPU, MOST_ECPU, call));
        requireOrder(STORAGE, changed.storageMinimum, changed.storageMaximum, call);
        requireOrder(ECPU, changed.ecpuMinimum, changed.ecpuMaximum, call);
        return changed.shown();
    }

    private static UsageLimits of(@Nullable CacheUsageLimits limits) {
        DataStorage storage = limits == null ? null : limits.dataStorage();
        ECPUPerSecond ecpu = limits == null ? null : limits.ecpuPerSecond();
        return new UsageLimits(
                storage == null ? null : storage.minimum(),
                storage == null ? null : storage.maximum(),
                ecpu == null ? null : ecpu.minimum(),
                ecpu == null ? null : ecpu.maximum());
    }

    private @Nullable CacheUsageLimits shown() {
        boolean storage = storageMinimum != null || storageMaximum != null;
        boolean ecpu = ecpuMinimum != null || ecpuMaximum != null;
        if (!storage && !ecpu) {
            return null;
        }
        CacheUsageLimits.Builder shown = CacheUsageLimits.builder();
        if (storage) {
            shown.dataStorage(
                    each -> each.minimum(storageMinimum).maximum(storageMaximum).unit(DataStorageUnit.GB));
        }
        if (ecpu) {
            shown.ecpuPerSecond(each -> each.minimum(ecpuMinimum).maximum(ecpuMaximum));
        }
        return shown.build();
    }

    private static boolean isAsked(@Nullable DataStorage storage) {
        return storage != null
                && (storage.minimum() != null || storage.maximum() != null || storage.unitAsString() != null);
    }

    private static boolean isAsked(@Nullable ECPUPerSecond ecpu) {
        return ecpu != null && (ecpu.minimum() != null || ecpu.maximum() != null);
    }

    private static void requireUnit(@Nullable DataStorage storage, Call call) {
        if (storage != null && isAsked(storage)) {
            String name = "CacheUsageLimits.DataStorage.Unit";
            call.parameters()
                    .oneOf(name, call.parameters().required(name, storage.unitAsString()), List.of(DataStorageUnit.GB));
        }
    }

    private static @Nullable Integer limit(
            String of, @Nullable Integer present, @Nullable Integer asked, int least, int most, Call call) {
        if (asked == null) {
            return present;
        }
        if (asked != 0 && (asked < least || asked > most)) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#35648.
            throw call.faults()
                    .invalidParameterValue("Invalid value for " + of + " limit. Must be between " + least + " and "
                            + most + ". You can set the value to zero to remove the limit.");
        }
        return asked == 0 ? null : asked;
    }

    private static void requireOrder(String of, @Nullable Integer minimum, @Nullable Integer maximum, Call call) {
        if (minimum != null && maximum != null && minimum > maximum) {
            throw call.faults()
                    .invalidParameterCombination(
                            "The minimum of the " + of + " limit must not be greater than its maximum.");
        }
    }
}
