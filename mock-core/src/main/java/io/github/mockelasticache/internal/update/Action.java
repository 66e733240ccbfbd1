package io.github.mockelasticache.internal.update;

import io.github.mockelasticache.internal.engine.UpdateTargets.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticache.model.CacheNodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMemberUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroupUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.SlaMet;
import software.amazon.awssdk.services.elasticache.model.UpdateAction;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/**
 * What a service update means for one cache cluster or replication group, at one instant.
 *
 * @param release the update
 * @param kind whether it is a cluster or a group
 * @param target the cluster or group
 * @param status how far the update has got
 * @param modified since when it has that status
 * @param nodes how far it has got on each node, in the order of the target's nodes
 */
record Action(
        Release release,
        TargetKind kind,
        Target target,
        UpdateActionStatus status,
        Instant modified,
        List<NodeGroupMemberUpdateStatus> nodes) {

    /** The action as it is described at an instant. */
    UpdateAction described(Instant now, boolean withNodes) {
        UpdateAction.Builder action = UpdateAction.builder()
                .serviceUpdateName(release.name())
                .serviceUpdateReleaseDate(release.released())
                .serviceUpdateSeverity(release.severity())
                .serviceUpdateStatus(release.status(now))
                .serviceUpdateRecommendedApplyByDate(release.applyBy())
                .serviceUpdateType(release.described(now).serviceUpdateType())
                .updateActionAvailableDate(release.availableTo(target))
                .updateActionStatus(status)
                .nodesUpdated(updated() + "/" + nodes.size())
                .updateActionStatusModifiedDate(modified)
                .slaMet(slaMet())
                .estimatedUpdateTime(Release.ESTIMATED_UPDATE_TIME)
                .engine(target.engine());
        if (kind == TargetKind.REPLICATION_GROUP) {
            action.replicationGroupId(target.id());
            return withNodes ? action.nodeGroupUpdateStatus(nodeGroups()).build() : action.build();
        }
        action.cacheClusterId(target.id());
        return withNodes ? action.cacheNodeUpdateStatus(cacheNodes()).build() : action.build();
    }

    private long updated() {
        return nodes.stream()
                .filter(node -> node.nodeUpdateStatus() == NodeUpdateStatus.COMPLETE)
                .count();
    }

    /** "If N/A, the replication group was created after the recommended apply-by date" (UpdateAction, API reference). */
    private SlaMet slaMet() {
        if (target.created().isAfter(release.applyBy()) || status == UpdateActionStatus.NOT_APPLICABLE) {
            return SlaMet.N_A;
        }
        return status == UpdateActionStatus.COMPLETE && !modified.isAfter(release.applyBy()) ? SlaMet.YES : SlaMet.NO;
    }

    private List<NodeGroupUpdateStatus> nodeGroups() {
        Map<String, List<NodeGroupMemberUpdateStatus>> byGroup = new LinkedHashMap<>();
        for (int index = 0; index < nodes.size(); index++) {
            byGroup.computeIfAbsent(target.nodes().get(index).nodeGroup(), group -> new ArrayList<>())
                    .add(nodes.get(index));
        }
        List<NodeGroupUpdateStatus> groups = new ArrayList<>();
        byGroup.forEach((group, members) -> groups.add(NodeGroupUpdateStatus.builder()
                .nodeGroupId(group)
                .nodeGroupMemberUpdateStatus(members)
                .build()));
        return groups;
    }

    private List<CacheNodeUpdateStatus> cacheNodes() {
        return nodes.stream()
                .map(node -> CacheNodeUpdateStatus.builder()
                        .cacheNodeId(node.cacheNodeId())
                        .nodeUpdateStatus(node.nodeUpdateStatus())
                        .nodeUpdateStartDate(node.nodeUpdateStartDate())
                        .nodeUpdateEndDate(node.nodeUpdateEndDate())
                        .nodeUpdateInitiatedBy(node.nodeUpdateInitiatedBy())
                        .nodeUpdateInitiatedDate(node.nodeUpdateInitiatedDate())
                        .nodeUpdateStatusModifiedDate(node.nodeUpdateStatusModifiedDate())
                        .build())
                .toList();
    }
}
