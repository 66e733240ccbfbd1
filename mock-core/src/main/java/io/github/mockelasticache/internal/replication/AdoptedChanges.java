package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.Deletion;
import io.github.mockelasticache.internal.provision.LogDelivery;
import io.github.mockelasticache.time.Delays.Step;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.AuthTokenUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.PendingAutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.UserGroupsUpdateStatus;

/**
 * What was under way, or pending, for a replication group when it was described elsewhere: it begins anew, or waits for the
 * maintenance window of a group that is {@code available}.
 */
final class AdoptedChanges {

    private static final String PENDING = "/PendingModifiedValues";
    private static final String CLUSTER_ON = ".cluster.on";

    private final RegionState region;
    private final String id;
    private final Adopter.Unfit unfit;
    private final ReplicationGroup group;
    private final List<String> creating;
    private final List<String> deleting;
    private final List<String> modifying;

    AdoptedChanges(RegionState region, String id, Adopter.Unfit unfit) {
        this.region = region;
        this.id = id;
        this.unfit = unfit;
        this.group = Groups.of(region, id);
        this.creating = inStatus(Members.CREATING);
        this.deleting = inStatus(Members.DELETING);
        this.modifying = inStatus(Members.MODIFYING);
    }

    void goOn() {
        List<Change> changes = changes();
        switch (group.status()) {
            case Groups.CREATING -> create(changes);
            case Groups.AVAILABLE -> {
                requireNone(creating, "created");
                requireNone(deleting, "deleted");
                requireNone(modifying, "modified");
                if (!changes.isEmpty()) {
                    Modification.defer(region, id, changes);
                }
            }
            case Groups.MODIFYING -> modify(changes);
            default -> {
                // Its creation has failed, and it stays so until it is deleted.
            }
        }
    }

    private void create(List<Change> changes) {
        requireNone(deleting, "deleted");
        requireNone(modifying, "modified");
        if (!changes.isEmpty()) {
            throw unfit.because(PENDING, "A replication group that is being created cannot be modified; write {}.");
        }
        var logs =
                LogDelivery.told(group.logDeliveryConfigurations(), List.of()).settled();
        String primary = region.ask(GroupPlans.class).of(id).first().primary();
        if (creating.contains(primary) || Groups.clusterMode(group)) {
            CreateReplicationGroup.becomeAvailable(region, id, creating, logs, "");
        } else {
            CreateReplicationGroup.replicasBecomeAvailable(region, id, creating, logs);
        }
    }

    private void modify(List<Change> changes) {
        boolean resized = !creating.isEmpty() || !deleting.isEmpty();
        if (!changes.isEmpty()) {
            if (resized) {
                throw unfit.because(
                        PENDING,
                        "Which comes first, these modifications or the members that are being created or deleted, is not"
                                + " told; write {} and modify the group again.");
            }
            Modification.begin(region, id, changes, false);
            return;
        }
        Members.becomeAvailable(region, id, Step.REPLICAS_ADDING, creating);
        deleting.forEach(this::disappear);
        modifying.forEach(this::becomeAvailable);
        Step longest = !creating.isEmpty()
                ? Step.REPLICAS_ADDING
                : deleting.isEmpty() ? Step.SETTINGS_CHANGING : Step.REPLICAS_REMOVING;
        region.after(longest, group.arn(), "", Groups.MODIFYING, Groups.AVAILABLE, () -> Groups.settled(region, id));
    }

    private void disappear(String member) {
        region.after(
                Step.REPLICAS_REMOVING,
                region.arn(CACHE_CLUSTER, member),
                "",
                Members.DELETING,
                Members.DELETED,
                () -> {
                    Deletion.complete(region, member);
                    Members.forget(region, id, member);
                });
    }

    private void becomeAvailable(String member) {
        region.after(
                Step.SETTINGS_CHANGING,
                region.arn(CACHE_CLUSTER, member),
                "",
                Members.MODIFYING,
                Members.AVAILABLE,
                () -> Members.change(
                        region,
                        member,
                        each -> each.toBuilder()
                                .cacheClusterStatus(Members.AVAILABLE)
                                .build()));
    }

    private List<Change> changes() {
        ReplicationGroupPendingModifiedValues pending = group.pendingModifiedValues();
        requireTold(pending);
        List<Change> changes = new ArrayList<>();
        if (pending.hasLogDeliveryConfigurations()) {
            changes.add(SettingsChanges.logDelivery(
                    region,
                    id,
                    LogDelivery.told(group.logDeliveryConfigurations(), pending.logDeliveryConfigurations())));
        }
        if (pending.primaryClusterId() != null) {
            Shard shard = region.ask(GroupPlans.class).of(id).shardOf(pending.primaryClusterId());
            if (shard == null) {
                throw unfit.because(
                        PENDING + "/PrimaryClusterId", pending.primaryClusterId() + " is no member of the group.");
            }
            changes.add(RoleChanges.promotion(region, id, shard.primary(), pending.primaryClusterId()));
        }
        if (pending.automaticFailoverStatus() != null) {
            changes.add(RoleChanges.failoverSwitch(
                    pending.automaticFailoverStatus() == PendingAutomaticFailoverStatus.ENABLED));
        }
        if (pending.authTokenStatus() != null) {
            changes.add(
                    AccessChanges.tokenChange(region, id, pending.authTokenStatus() == AuthTokenUpdateStatus.SETTING));
        }
        if (pending.userGroups() != null) {
            UserGroupsUpdateStatus told = pending.userGroups();
            UserGroupChanges.requireLoaded(
                    told.userGroupIdsToAdd(), PENDING + "/UserGroups/UserGroupIdsToAdd", region, unfit);
            changes.addAll(
                    new UserGroupChanges(group.userGroupIds(), told.userGroupIdsToAdd(), told.userGroupIdsToRemove())
                            .of(region, id));
        }
        if (pending.transitEncryptionEnabled() != null || pending.transitEncryptionMode() != null) {
            changes.add(AccessChanges.encryptionChange(
                    region,
                    group,
                    pending.transitEncryptionEnabled() == null
                            ? AccessChanges.inTransit(group)
                            : pending.transitEncryptionEnabled(),
                    pending.transitEncryptionMode()));
        }
        changes.addAll(ofMembers());
        return changes;
    }

    private void requireTold(ReplicationGroupPendingModifiedValues pending) {
        String untold =
                pending.resharding() != null ? "Resharding" : pending.clusterMode() != null ? "ClusterMode" : null;
        if (untold != null) {
            throw unfit.because(
                    PENDING + "/" + untold,
                    "What else is to change with this is not told; leave it out and modify the group again.");
        }
    }

    /** Node type and engine are shown by the members, all in the same way. */
    private List<Change> ofMembers() {
        CacheCluster primary = Groups.primary(region, group);
        PendingModifiedValues pending = primary.pendingModifiedValues();
        List<Change> changes = new ArrayList<>();
        if (pending.engineVersion() != null) {
            EngineVersion present = Groups.version(primary);
            EngineVersion version = EngineVersions.findPatch(primary.engine(), pending.engineVersion());
            String parameterGroup = EngineChanges.parameterGroup(primary);
            if (version == null
                    || (!version.parameterFamily().equals(present.parameterFamily())
                            && !CACHE_PARAMETER_GROUP.reserved().test(parameterGroup))) {
                throw unfit.because(
                        PENDING,
                        "With which parameter group " + primary.cacheClusterId() + " is to run "
                                + pending.engineVersion()
                                + " is not told; write {} as its PendingModifiedValues and modify the group again.");
            }
            boolean sameFamily = version.parameterFamily().equals(present.parameterFamily());
            String suffix = parameterGroup.endsWith(CLUSTER_ON) ? CLUSTER_ON : "";
            changes.add(EngineChanges.upgrade(
                    region,
                    id,
                    present,
                    version,
                    parameterGroup,
                    sameFamily ? parameterGroup : "default." + version.parameterFamily() + suffix));
        }
        if (pending.cacheNodeType() != null) {
            NodeType type = NodeTypes.find(pending.cacheNodeType());
            if (type == null) {
                throw unfit.because(
                        PENDING,
                        "There is no node type " + pending.cacheNodeType() + ", for which " + primary.cacheClusterId()
                                + " waits.");
            }
            changes.add(EngineChanges.nodeType(region, id, primary.cacheNodeType(), type));
        }
        return changes;
    }

    private void requireNone(List<String> members, String participle) {
        if (!members.isEmpty()) {
            throw unfit.because(
                    "/Status",
                    "The member " + members.get(0) + " is being " + participle + ", so the group cannot be "
                            + group.status() + ".");
        }
    }

    private List<String> inStatus(String status) {
        return region.ask(GroupPlans.class).of(id).clusters().stream()
                .filter(each -> Members.of(region, each).cacheClusterStatus().equals(status))
                .toList();
    }
}
