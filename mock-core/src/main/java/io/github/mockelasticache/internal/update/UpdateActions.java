package io.github.mockelasticache.internal.update;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.UpdateTargets.Node;
import io.github.mockelasticache.internal.engine.UpdateTargets.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMemberUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/**
 * The update actions of a region: one for each cluster on its own, and each replication group, that an update concerns.
 *
 * <p>Kept is only what has been done; everything else follows from it. An update is on a node if it, or a newer one, has been applied
 * ("service updates are cumulative", user guide), or if the node was created after the recommended date: of the four actions in the
 * AWS CLI reference (describe-update-actions), all of clusters created after it, three were complete from the start. An action
 * is complete when the update is on all nodes.
 */
final class UpdateActions {

    private static final List<UpdateActionStatus> UNDER_WAY =
            List.of(UpdateActionStatus.WAITING_TO_START, UpdateActionStatus.IN_PROGRESS, UpdateActionStatus.STOPPING);

    private final RegionState region;
    private final Releases releases;
    private final Map<String, Map<String, Phase>> phases = new HashMap<>();
    private final Map<String, Map<NodeUpdate, NodeGroupMemberUpdateStatus>> nodes = new HashMap<>();

    UpdateActions(RegionState region, Releases releases) {
        this.region = region;
        this.releases = releases;
        region.whenForgotten(arn -> {
            phases.remove(arn);
            nodes.remove(arn);
        });
    }

    /** A status that does not follow from the nodes, and since when. */
    private record Phase(UpdateActionStatus status, Instant since) {}

    /** An update on a node of a cluster. */
    private record NodeUpdate(String release, String node) {}

    /** The catalogue. */
    Releases releases() {
        return releases;
    }

    /** The action of an update on a cluster or group, or null if it is none of its business. */
    @Nullable
    Action find(TargetKind kind, Target target, Release release) {
        if (!release.isReleased(region.now())
                || !release.concerns(target)
                || target.nodes().isEmpty()) {
            return null;
        }
        Instant available = release.availableTo(target);
        List<NodeGroupMemberUpdateStatus> onNodes = new ArrayList<>();
        if (!release.isApplicableTo(target)) {
            target.nodes().forEach(node -> onNodes.add(without(release, node)));
            return new Action(release, kind, target, UpdateActionStatus.NOT_APPLICABLE, available, onNodes);
        }
        target.nodes().forEach(node -> onNodes.add(onNode(release, node)));
        Phase phase = phases.getOrDefault(target.arn(), Map.of()).get(release.name());
        if (phase != null && UNDER_WAY.contains(phase.status())) {
            return new Action(release, kind, target, phase.status(), phase.since(), onNodes);
        }
        if (onNodes.stream().allMatch(UpdateActions::isComplete)) {
            Instant last = available;
            for (NodeGroupMemberUpdateStatus node : onNodes) {
                last = node.nodeUpdateStatusModifiedDate().isAfter(last) ? node.nodeUpdateStatusModifiedDate() : last;
            }
            return new Action(release, kind, target, UpdateActionStatus.COMPLETE, last, onNodes);
        }
        return phase == null
                ? new Action(release, kind, target, UpdateActionStatus.NOT_APPLIED, available, onNodes)
                : new Action(release, kind, target, phase.status(), phase.since(), onNodes);
    }

    /** All actions of the region: update by update, the newest first. */
    List<Action> all() {
        List<Action> all = new ArrayList<>();
        for (Release release : releases.byName().values()) {
            all.addAll(of(release));
        }
        return all;
    }

    /** The actions of an update. */
    List<Action> of(Release release) {
        List<Action> actions = new ArrayList<>();
        for (TargetKind kind : TargetKind.values()) {
            for (Target target : kind.of(region).all()) {
                Action action = find(kind, target, release);
                if (action != null) {
                    actions.add(action);
                }
            }
        }
        return actions;
    }

    /** Gives an action a status that does not follow from the nodes. */
    void put(Target target, Release release, UpdateActionStatus status) {
        phases.computeIfAbsent(target.arn(), arn -> new HashMap<>())
                .put(release.name(), new Phase(status, region.now()));
    }

    /** Lets the status of an action follow from the nodes. */
    void follow(Target target, Release release) {
        phases.getOrDefault(target.arn(), new HashMap<>()).remove(release.name());
    }

    /** Notes how far an update has got on a node. */
    void put(Release release, NodeGroupMemberUpdateStatus node) {
        nodes.computeIfAbsent(clusterArn(node.cacheClusterId()), arn -> new HashMap<>())
                .put(new NodeUpdate(release.name(), node.cacheNodeId()), node);
    }

    static boolean isComplete(NodeGroupMemberUpdateStatus node) {
        return node.nodeUpdateStatus() == NodeUpdateStatus.COMPLETE;
    }

    private NodeGroupMemberUpdateStatus onNode(Release release, Node node) {
        Map<NodeUpdate, NodeGroupMemberUpdateStatus> known = nodes.getOrDefault(clusterArn(node.cluster()), Map.of());
        NodeGroupMemberUpdateStatus own = known.get(new NodeUpdate(release.name(), node.id()));
        if (own != null && isComplete(own)) {
            return own;
        }
        for (Release newer : releases.byName().headMap(release.name()).values()) {
            NodeGroupMemberUpdateStatus covering = known.get(new NodeUpdate(newer.name(), node.id()));
            if (covering != null && isComplete(covering)) {
                return covering;
            }
        }
        if (own != null) {
            return own;
        }
        NodeGroupMemberUpdateStatus without = without(release, node);
        return node.created().isAfter(release.applyBy())
                ? without.toBuilder()
                        .nodeUpdateStatus(NodeUpdateStatus.COMPLETE)
                        .build()
                : without;
    }

    /** A node on which nothing has been done. */
    private static NodeGroupMemberUpdateStatus without(Release release, Node node) {
        return NodeGroupMemberUpdateStatus.builder()
                .cacheClusterId(node.cluster())
                .cacheNodeId(node.id())
                .nodeUpdateStatus(NodeUpdateStatus.NOT_APPLIED)
                .nodeUpdateStatusModifiedDate(release.since(node.created()))
                .build();
    }

    private String clusterArn(String cluster) {
        return region.arn(TargetKind.CACHE_CLUSTER_ALONE.type(), cluster);
    }
}
