package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.MaintenanceWindow;
import io.github.mockelasticache.internal.provision.Uses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** The course of changes that take time: one after the other, at once or in the next maintenance window. */
final class Modification {

    private static final String WINDOW = "maintenance window";

    private Modification() {}

    /**
     * Begins changes now.
     *
     * @param region the region
     * @param id the group's id
     * @param changes the changes
     * @param withDeferred whether those that were waiting begin as well: with {@code ApplyImmediately}, "the modifications in this
     *     request and any pending modifications" do
     * @return the group
     */
    static ReplicationGroup begin(RegionState region, String id, List<Change> changes, boolean withDeferred) {
        List<Change> all = changes;
        if (withDeferred) {
            all = replacing(region, id, changes);
            region.ask(GroupPlans.class).change(id, plan -> plan.withDeferred(List.of()));
            region.cancel(Groups.of(region, id).arn(), WINDOW);
        }
        if (all.isEmpty()) {
            return Shape.refresh(region, id);
        }
        changes.forEach(each -> show(region, id, each));
        Groups.status(region, id, Groups.MODIFYING);
        next(region, id, all);
        return Groups.of(region, id);
    }

    /** Lets changes wait for the next maintenance window. */
    static ReplicationGroup defer(RegionState region, String id, List<Change> changes) {
        List<Change> all = replacing(region, id, changes);
        region.ask(GroupPlans.class).change(id, plan -> plan.withDeferred(all));
        changes.forEach(each -> show(region, id, each));
        planWindow(region, id);
        return Groups.of(region, id);
    }

    /** Plans what waits for the maintenance window; to be called again when the window is another. */
    static void planWindow(RegionState region, String id) {
        ReplicationGroup group = Groups.of(region, id);
        region.cancel(group.arn(), WINDOW);
        if (region.ask(GroupPlans.class).of(id).deferred().isEmpty()) {
            return;
        }
        Instant next = MaintenanceWindow.of(Groups.primary(region, group).preferredMaintenanceWindow())
                .next(region.now());
        region.plan(next, group.arn(), WINDOW, "pending", Groups.MODIFYING, () -> {
            if (Groups.of(region, id).status().equals(Groups.AVAILABLE)) {
                begin(region, id, List.of(), true);
            } else {
                planWindow(region, id);
            }
        });
    }

    /** Forgets what waits, because the group is deleted. */
    static void drop(RegionState region, String id) {
        region.ask(GroupPlans.class).change(id, plan -> {
            plan.deferred().forEach(each -> release(region, id, each));
            return plan.withDeferred(List.of());
        });
    }

    private static List<Change> replacing(RegionState region, String id, List<Change> later) {
        Set<String> aspects = later.stream().map(Change::aspect).collect(Collectors.toSet());
        List<Change> all = new ArrayList<>();
        for (Change each : region.ask(GroupPlans.class).of(id).deferred()) {
            if (aspects.contains(each.aspect())) {
                release(region, id, each);
            } else {
                all.add(each);
            }
        }
        all.addAll(later);
        return all;
    }

    private static void release(RegionState region, String id, Change change) {
        if (change.uses() != null) {
            region.references().remove(Groups.of(region, id).arn(), change.uses());
        }
    }

    private static void show(RegionState region, String id, Change change) {
        if (change.uses() != null) {
            region.references().add(Groups.of(region, id).arn(), change.uses());
        }
        Groups.change(region, id, change.pending());
        if (change.members().any()) {
            Members.changeAll(region, id, change.members().pending());
        }
    }

    private static void next(RegionState region, String id, List<Change> changes) {
        Change change = changes.get(0);
        Groups.change(region, id, change.begun());
        if (change.members().any()) {
            changeMembers(region, id, change);
        }
        Shape.refresh(region, id);
        region.after(
                change.step(),
                Groups.of(region, id).arn(),
                change.aspect(),
                change.from(),
                change.to(),
                () -> complete(region, id, changes));
    }

    private static void changeMembers(RegionState region, String id, Change change) {
        for (String cluster : region.ask(GroupPlans.class)
                .change(id, plan -> plan.withEach(shard -> shard.withStatus(Shard.MODIFYING)))
                .clusters()) {
            Members.change(
                    region,
                    cluster,
                    each -> each.toBuilder()
                            .cacheClusterStatus(Members.MODIFYING)
                            .build());
            region.after(
                    change.step(),
                    region.arn(CACHE_CLUSTER, cluster),
                    change.aspect(),
                    Members.MODIFYING,
                    Members.AVAILABLE,
                    () -> {
                        Uses.end(region, Members.of(region, cluster));
                        Uses.begin(
                                region,
                                Members.change(
                                        region,
                                        cluster,
                                        each -> change.members().completed().apply(each).toBuilder()
                                                .cacheClusterStatus(Members.AVAILABLE)
                                                .build()));
                    });
        }
    }

    private static void complete(RegionState region, String id, List<Change> changes) {
        Change change = changes.get(0);
        Groups.change(region, id, change.completed());
        change.andThen().run();
        release(region, id, change);
        List<Change> rest = changes.subList(1, changes.size());
        if (rest.isEmpty()) {
            Groups.settled(region, id);
        } else {
            Shape.refresh(region, id);
            next(region, id, rest);
        }
    }
}
