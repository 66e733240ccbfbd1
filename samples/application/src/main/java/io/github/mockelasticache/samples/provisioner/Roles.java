package io.github.mockelasticache.samples.provisioner;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** Who is primary and who is replica in a replication group that is available. */
record Roles(ReplicationGroup group) {

    /** The one node group that a replication group with cluster mode disabled has. */
    NodeGroup nodeGroup() {
        return group.nodeGroups().get(0);
    }

    /** Empty while nobody is: between one primary and the next. */
    Optional<String> primary() {
        return inRole("primary").stream().findFirst();
    }

    List<String> replicas() {
        return inRole("replica");
    }

    private List<String> inRole(String role) {
        return nodeGroup().nodeGroupMembers().stream()
                .filter(member -> role.equals(member.currentRole()))
                .map(NodeGroupMember::cacheClusterId)
                .toList();
    }

    /** The members by role: {@code primary shop-001, replicas shop-002, shop-003}. */
    @Override
    public String toString() {
        List<String> replicas = replicas();
        return "primary " + primary().orElse("unknown") + (replicas.size() == 1 ? ", replica " : ", replicas ")
                + String.join(", ", replicas);
    }
}
