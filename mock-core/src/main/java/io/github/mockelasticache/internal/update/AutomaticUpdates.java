package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.UpdateTargets.Target;
import io.github.mockelasticache.internal.provision.MaintenanceWindow;
import io.github.mockelasticache.time.Delays.Step;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMemberUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/**
 * What the service does of its own accord: it tells of an update that is released, and applies one with automatic updates, after the
 * recommended date, "during one of your clusters' upcoming maintenance windows" ("Managing service updates", user guide).
 */
final class AutomaticUpdates {

    private static final String SCHEDULING = "scheduling";
    private static final String SCHEDULED = "scheduled";
    private static final String IN_PROGRESS = "in-progress";

    private AutomaticUpdates() {}

    /** Emits the event of the user guide ("ElastiCache SNS events") for each node that the update is for. */
    static void announce(RegionState region, Release release) {
        for (Action action : region.ask(UpdateActions.class).of(release)) {
            if (action.status() == UpdateActionStatus.NOT_APPLIED) {
                for (NodeGroupMemberUpdateStatus node : action.nodes()) {
                    region.emit(
                            CACHE_CLUSTER,
                            node.cacheClusterId(),
                            "Service update is available for cache node " + node.cacheNodeId() + ".");
                }
            }
        }
    }

    /** Schedules the update wherever it has not been applied by now. */
    static void schedule(RegionState region, Release release) {
        UpdateActions actions = region.ask(UpdateActions.class);
        for (Action action : actions.of(release)) {
            if (action.status() == UpdateActionStatus.NOT_APPLIED || action.status() == UpdateActionStatus.STOPPED) {
                Target target = action.target();
                Application application = new Application(region, action.kind(), target.id(), release);
                actions.put(target, release, UpdateActionStatus.SCHEDULING);
                region.after(Step.UPDATE_SCHEDULING, target.arn(), application.aspect(), SCHEDULING, SCHEDULED, () -> {
                    actions.put(target, release, UpdateActionStatus.SCHEDULED);
                    waitForWindow(application, target);
                });
            }
        }
    }

    private static void waitForWindow(Application application, Target target) {
        RegionState region = application.region();
        region.plan(
                MaintenanceWindow.of(target.maintenanceWindow()).next(region.now()),
                target.arn(),
                application.aspect(),
                SCHEDULED,
                IN_PROGRESS,
                () -> inWindow(application));
    }

    /** A cluster or group that something else is under way for is updated in a later window. */
    private static void inWindow(Application application) {
        Action action = application.find();
        if (action == null || action.status() != UpdateActionStatus.SCHEDULED) {
            return;
        }
        if (action.target().available()) {
            application.beginAtOnce();
        } else {
            waitForWindow(application, action.target());
        }
    }
}
