package io.github.mockelasticache.samples.provisioner;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.NoOperationException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;

/** The replication group itself. */
record CacheGroup(ElastiCacheClient client, Watch watch, Blueprint blueprint) implements Resource {

    @Override
    public Part part() {
        return Part.REPLICATION_GROUP;
    }

    @Override
    public boolean exists() {
        try {
            String status = client.describeReplicationGroups(named -> named.replicationGroupId(blueprint.name()))
                    .replicationGroups()
                    .get(0)
                    .status();
            if (!status.equals("deleting")) {
                return true;
            }
        } catch (ReplicationGroupNotFoundException absent) {
            return false;
        }
        waiters().untilDeleted(blueprint.name());
        return false;
    }

    /** A subnet group or parameter group that has just been created is not known everywhere at once. */
    @Override
    public boolean create() {
        try {
            watch.untilTaken(
                    () -> client.createReplicationGroup(group -> group.replicationGroupId(blueprint.name())
                            .replicationGroupDescription("Cache of " + blueprint.name())
                            .engine("redis")
                            .engineVersion(Blueprint.ENGINE_VERSION)
                            .cacheNodeType(blueprint.nodeType())
                            .numCacheClusters(blueprint.replicas() + 1)
                            .automaticFailoverEnabled(true)
                            .cacheSubnetGroupName(blueprint.name())
                            .cacheParameterGroupName(blueprint.name())
                            .snapshotName(blueprint.restoredFrom().orElse(null))),
                    refusal -> refusal instanceof CacheParameterGroupNotFoundException
                            || refusal instanceof CacheSubnetGroupNotFoundException);
            return true;
        } catch (ReplicationGroupAlreadyExistsException overtaken) {
            return false;
        }
    }

    @Override
    public Result adjust() {
        ReplicationGroup group = waiters().untilAvailable(blueprint.name());
        requireFitting(group);
        if (replicas(group) == blueprint.replicas()) {
            return Result.unchanged(new Roles(group).toString());
        }
        watch.untilTaken(this::scale, InvalidReplicationGroupStateException.class::isInstance);
        return Result.changed(new Roles(waiters().untilAvailable(blueprint.name())) + " (" + replicas(group) + " > "
                + blueprint.replicas() + ")");
    }

    /** Refused until the group is settled. */
    @Override
    public void delete() {
        try {
            watch.untilTaken(
                    () -> client.deleteReplicationGroup(group -> group.replicationGroupId(blueprint.name())),
                    InvalidReplicationGroupStateException.class::isInstance);
            waiters().untilDeleted(blueprint.name());
        } catch (ReplicationGroupNotFoundException overtaken) {
            // Gone is what was asked for.
        }
    }

    private void requireFitting(ReplicationGroup group) {
        CacheCluster member = client.describeCacheClusters(
                        named -> named.cacheClusterId(group.memberClusters().get(0)))
                .cacheClusters()
                .get(0);
        require("nodes of type", blueprint.nodeType(), member.cacheNodeType());
        require("subnet group", blueprint.name(), member.cacheSubnetGroupName());
        require(
                "parameter group",
                blueprint.name(),
                member.cacheParameterGroup().cacheParameterGroupName());
    }

    private static void require(String what, String wanted, String present) {
        if (!wanted.equals(present)) {
            throw Shortfall.failed("has " + what + " " + present + ", not " + wanted);
        }
    }

    private void scale() {
        int present = replicas(waiters().untilAvailable(blueprint.name()));
        try {
            if (present < blueprint.replicas()) {
                client.increaseReplicaCount(group -> group.replicationGroupId(blueprint.name())
                        .newReplicaCount(blueprint.replicas())
                        .applyImmediately(true));
            } else if (present > blueprint.replicas()) {
                client.decreaseReplicaCount(group -> group.replicationGroupId(blueprint.name())
                        .newReplicaCount(blueprint.replicas())
                        .applyImmediately(true));
            }
        } catch (NoOperationException overtaken) {
            // So many there are already.
        }
    }

    private static int replicas(ReplicationGroup group) {
        return group.memberClusters().size() - 1;
    }

    private Waiters waiters() {
        return new Waiters(client, watch.patience());
    }
}
