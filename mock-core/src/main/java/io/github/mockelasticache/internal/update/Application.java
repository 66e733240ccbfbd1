package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.UpdateTargets.Target;
import io.github.mockelasticache.time.Delays.Step;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMemberUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateInitiatedBy;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/**
 * How an update is applied to a cluster or group: its nodes are replaced one by one. Meanwhile it is {@code modifying}, so that
 * nothing else can be begun; which status it has is not documented. The events are those of a node replacement.
 *
 * @param region the region
 * @param kind whether it is a cluster or a group
 * @param id its id
 * @param release the update
 */
record Application(RegionState region, TargetKind kind, String id, Release release) {

    private static final String WAITING = "waiting-to-start";
    private static final String IN_PROGRESS = "in-progress";
    private static final String COMPLETE = "complete";
    private static final String STOPPING = "stopping";
    private static final String STOPPED = "stopped";

    /** Begins at a caller's request. */
    void begin() {
        Target target = target();
        region.cancel(target.arn(), aspect());
        kind.of(region).begin(id);
        await(NodeUpdateInitiatedBy.CUSTOMER);
        actions().put(target, release, UpdateActionStatus.WAITING_TO_START);
        region.after(Step.UPDATE_STARTING, target.arn(), aspect(), WAITING, IN_PROGRESS, this::updateNext);
    }

    /** Begins in a maintenance window. */
    void beginAtOnce() {
        kind.of(region).begin(id);
        await(NodeUpdateInitiatedBy.SYSTEM);
        updateNext();
    }

    /** Stops: "It continues to completion any nodes that have an in progress status" (user guide). */
    void stop() {
        Target target = target();
        change(NodeUpdateStatus.WAITING_TO_START, NodeUpdateStatus.STOPPING, node -> {});
        actions().put(target, release, UpdateActionStatus.STOPPING);
        if (first(NodeUpdateStatus.IN_PROGRESS) == null) {
            region.cancel(target.arn(), aspect());
            region.after(Step.UPDATE_STOPPING, target.arn(), aspect(), STOPPING, STOPPED, this::stopped);
        }
    }

    private void await(NodeUpdateInitiatedBy initiator) {
        for (NodeUpdateStatus status :
                new NodeUpdateStatus[] {NodeUpdateStatus.NOT_APPLIED, NodeUpdateStatus.STOPPED}) {
            change(
                    status,
                    NodeUpdateStatus.WAITING_TO_START,
                    node -> node.nodeUpdateInitiatedBy(initiator).nodeUpdateInitiatedDate(region.now()));
        }
    }

    private void updateNext() {
        NodeGroupMemberUpdateStatus node = first(NodeUpdateStatus.WAITING_TO_START);
        if (node == null) {
            actions().follow(target(), release);
            kind.of(region).end(id);
            return;
        }
        if (action().status() != UpdateActionStatus.IN_PROGRESS) {
            actions().put(target(), release, UpdateActionStatus.IN_PROGRESS);
        }
        put(node, NodeUpdateStatus.IN_PROGRESS, begun -> begun.nodeUpdateStartDate(region.now()));
        region.emit(CACHE_CLUSTER, node.cacheClusterId(), "Recovering cache nodes " + node.cacheNodeId());
        region.after(
                Step.NODE_UPDATING,
                target().arn(),
                aspect() + " on node " + node.cacheNodeId() + " of " + node.cacheClusterId(),
                IN_PROGRESS,
                COMPLETE,
                this::updated);
    }

    private void updated() {
        NodeGroupMemberUpdateStatus node = Objects.requireNonNull(first(NodeUpdateStatus.IN_PROGRESS), id);
        put(node, NodeUpdateStatus.COMPLETE, done -> done.nodeUpdateEndDate(region.now()));
        region.emit(CACHE_CLUSTER, node.cacheClusterId(), "Finished recovery for cache nodes " + node.cacheNodeId());
        if (action().status() == UpdateActionStatus.STOPPING) {
            stopped();
        } else {
            updateNext();
        }
    }

    private void stopped() {
        change(NodeUpdateStatus.STOPPING, NodeUpdateStatus.STOPPED, node -> {});
        actions().put(target(), release, UpdateActionStatus.STOPPED);
        kind.of(region).end(id);
    }

    private void change(
            NodeUpdateStatus from, NodeUpdateStatus to, Consumer<NodeGroupMemberUpdateStatus.Builder> change) {
        for (NodeGroupMemberUpdateStatus node : action().nodes()) {
            if (node.nodeUpdateStatus() == from) {
                put(node, to, change);
            }
        }
    }

    private void put(
            NodeGroupMemberUpdateStatus node,
            NodeUpdateStatus status,
            Consumer<NodeGroupMemberUpdateStatus.Builder> change) {
        NodeGroupMemberUpdateStatus.Builder changed =
                node.toBuilder().nodeUpdateStatus(status).nodeUpdateStatusModifiedDate(region.now());
        change.accept(changed);
        actions().put(release, changed.build());
    }

    private @Nullable NodeGroupMemberUpdateStatus first(NodeUpdateStatus status) {
        Optional<NodeGroupMemberUpdateStatus> first = action().nodes().stream()
                .filter(node -> node.nodeUpdateStatus() == status)
                .findFirst();
        return first.orElse(null);
    }

    /** The action at this moment; null if there is none any more. */
    @Nullable
    Action find() {
        Target target = kind.of(region).find(id);
        return target == null ? null : actions().find(kind, target, release);
    }

    private Action action() {
        return Objects.requireNonNull(find(), id);
    }

    private Target target() {
        return Objects.requireNonNull(kind.of(region).find(id), id);
    }

    private UpdateActions actions() {
        return region.ask(UpdateActions.class);
    }

    String aspect() {
        return "service update " + release.name();
    }
}
