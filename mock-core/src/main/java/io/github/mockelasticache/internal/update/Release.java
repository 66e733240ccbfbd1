package io.github.mockelasticache.internal.update;

import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.UpdateTargets.Target;
import java.time.Instant;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdate;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateSeverity;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateType;

/**
 * A service update of the catalogue.
 *
 * @param name its name
 * @param released when it becomes available
 * @param applyBy until when it should be applied
 * @param end until when it is available
 * @param cancelled when it was withdrawn, or null
 * @param severity how severe it is
 * @param automatic whether it is applied by the service to what is not up to date after {@code applyBy}
 * @param firstVersions the first version of each engine that it is for
 */
record Release(
        String name,
        Instant released,
        Instant applyBy,
        Instant end,
        @Nullable Instant cancelled,
        ServiceUpdateSeverity severity,
        boolean automatic,
        SortedMap<String, String> firstVersions) {

    /** As in the samples of the AWS CLI reference (describe-service-updates). */
    static final String ESTIMATED_UPDATE_TIME = "30 minutes per node";

    private static final String DESCRIPTION =
            "Upgrades to improve the security, reliability, and operational performance of your ElastiCache nodes";

    boolean isReleased(Instant now) {
        return !now.isBefore(released);
    }

    ServiceUpdateStatus status(Instant now) {
        if (cancelled != null && !now.isBefore(cancelled)) {
            return ServiceUpdateStatus.CANCELLED;
        }
        return now.isAfter(end) ? ServiceUpdateStatus.EXPIRED : ServiceUpdateStatus.AVAILABLE;
    }

    /** When it was there, and a cluster or group was there too. */
    Instant availableTo(Target target) {
        return since(target.created());
    }

    /** The later of its release and another instant. */
    Instant since(Instant created) {
        return released.isAfter(created) ? released : created;
    }

    /** Whether it is available at some time from one instant to another, either of which may be left open. */
    boolean isAvailableDuring(@Nullable Instant from, @Nullable Instant to) {
        return (to == null || !released.isAfter(to))
                && (from == null || !lastAvailable().isBefore(from));
    }

    /** Whether it has something to do with a cluster or group: it is for the engine, and was available to it. */
    boolean concerns(Target target) {
        return firstVersions.containsKey(target.engine()) && !target.created().isAfter(lastAvailable());
    }

    /** Whether it is for the engine version of a cluster or group that it concerns. */
    boolean isApplicableTo(Target target) {
        String first = firstVersions.get(target.engine());
        return first != null
                && EngineVersions.ofPatch(target.engine(), target.engineVersion())
                        .atLeast(first);
    }

    /** The update as it is described at an instant. */
    ServiceUpdate described(Instant now) {
        return ServiceUpdate.builder()
                .serviceUpdateName(name)
                .serviceUpdateReleaseDate(released)
                .serviceUpdateEndDate(end)
                .serviceUpdateSeverity(severity)
                .serviceUpdateRecommendedApplyByDate(applyBy)
                .serviceUpdateStatus(status(now))
                .serviceUpdateDescription(DESCRIPTION)
                .serviceUpdateType(ServiceUpdateType.SECURITY_UPDATE)
                .engine(String.join(", ", firstVersions.keySet()))
                .engineVersion(firstVersions.entrySet().stream()
                        .map(first -> first.getKey() + " " + first.getValue() + " and onwards")
                        .collect(Collectors.joining(", ")))
                .autoUpdateAfterRecommendedApplyByDate(automatic)
                .estimatedUpdateTime(ESTIMATED_UPDATE_TIME)
                .build();
    }

    private Instant lastAvailable() {
        return cancelled == null ? end : cancelled;
    }
}
