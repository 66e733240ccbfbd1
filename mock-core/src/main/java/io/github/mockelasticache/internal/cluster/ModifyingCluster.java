package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.LogDelivery;
import io.github.mockelasticache.internal.provision.MaintenanceWindow;
import io.github.mockelasticache.internal.provision.Modification;
import io.github.mockelasticache.internal.provision.Modifications;
import io.github.mockelasticache.internal.provision.Uses;
import io.github.mockelasticache.time.Delays.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.PendingLogDeliveryConfiguration;

/**
 * A cluster that is about to be modified. It is {@code modifying} until the last of the changes that were begun together is done,
 * and shows what is still pending all the time.
 */
final class ModifyingCluster {

    static final String MODIFYING = "modifying";
    private static final String PENDING_MODIFICATIONS = "pending modifications";

    private final RegionState region;
    private final String id;
    private final String arn;
    private final List<Change> changes = new ArrayList<>();
    private List<PendingLogDeliveryConfiguration> pendingLogs = List.of();
    private boolean applied;

    ModifyingCluster(RegionState region, String id) {
        this.region = region;
        this.id = id;
        this.arn = region.arn(CACHE_CLUSTER, id);
    }

    /**
     * One of the changes.
     *
     * @param aspect the part of the cluster that changes
     * @param from what it is
     * @param to what it becomes
     * @param duration how long it takes
     * @param effect what happens when it is done
     */
    record Change(String aspect, String from, String to, Duration duration, Runnable effect) {}

    /** Lets what is pending wait for the next maintenance window, which may be another one than before. */
    void planPending() {
        region.cancel(arn, PENDING_MODIFICATIONS);
        if (!pending().isNone()) {
            MaintenanceWindow window = MaintenanceWindow.of(present().preferredMaintenanceWindow());
            region.plan(
                    window.next(region.now()),
                    arn,
                    PENDING_MODIFICATIONS,
                    "pending",
                    MODIFYING,
                    () -> new ModifyingCluster(region, id).inMaintenanceWindow());
        }
    }

    /** Applies what is pending as soon as possible. */
    void applyPending() {
        region.cancel(arn, PENDING_MODIFICATIONS);
        if (!pending().isNone()) {
            changes.addAll(new ModificationSteps(region, id, pending()).begin());
            applied = true;
        }
    }

    void applySecurityGroups(UnaryOperator<CacheCluster.Builder> groups) {
        change(each -> groups.apply(each.toBuilder()).build());
        changes.add(new Change(
                "security groups",
                MODIFYING,
                "active",
                region.duration(Step.SETTINGS_CHANGING),
                () -> region.emit(CACHE_CLUSTER, id, "Applied change to security group")));
    }

    void applyLogDelivery(LogDelivery logs) {
        pendingLogs = logs.pending();
        change(each -> each.toBuilder()
                .logDeliveryConfigurations(logs.configurations())
                .build());
        changes.add(new Change(
                "log delivery",
                MODIFYING,
                "active",
                region.duration(Step.LOG_DELIVERY_CHANGING),
                () -> change(each -> each.toBuilder()
                        .logDeliveryConfigurations(logs.settled())
                        .build())));
    }

    /** Lets something that was begun elsewhere, and is not told, go on. */
    void applyUntold() {
        if (changes.isEmpty()) {
            changes.add(new Change("settings", MODIFYING, "active", region.duration(Step.SETTINGS_CHANGING), () -> {}));
        }
    }

    /** Begins the changes, if there are any. */
    CacheCluster begin() {
        if (changes.isEmpty()) {
            return show(ClusterStates.AVAILABLE);
        }
        Duration longest = Duration.ZERO;
        for (Change change : changes) {
            region.after(change.duration(), arn, change.aspect(), change.from(), change.to(), change.effect());
            longest = longest.compareTo(change.duration()) < 0 ? change.duration() : longest;
        }
        region.after(longest, arn, "", MODIFYING, ClusterStates.AVAILABLE, this::complete);
        return show(MODIFYING);
    }

    private void inMaintenanceWindow() {
        if (present().cacheClusterStatus().equals(ClusterStates.AVAILABLE)) {
            applyPending();
            begin();
        } else {
            planPending();
        }
    }

    private void complete() {
        if (applied) {
            region.ask(Modifications.class).put(id, Modification.NONE);
        }
        pendingLogs = List.of();
        show(ClusterStates.AVAILABLE);
    }

    private CacheCluster show(String status) {
        return change(each -> each.toBuilder()
                .cacheClusterStatus(status)
                .pendingModifiedValues(
                        pendingLogs.isEmpty()
                                ? pending().shown()
                                : pending().shown().toBuilder()
                                        .logDeliveryConfigurations(pendingLogs)
                                        .build())
                .build());
    }

    private CacheCluster present() {
        return Objects.requireNonNull(region.table(CACHE_CLUSTER).find(id), id);
    }

    private Modification pending() {
        return region.ask(Modifications.class).of(id);
    }

    private CacheCluster change(UnaryOperator<CacheCluster> change) {
        return region.table(CACHE_CLUSTER).change(id, before -> {
            CacheCluster after = change.apply(before);
            Uses.change(region, before, after);
            return after;
        });
    }
}
