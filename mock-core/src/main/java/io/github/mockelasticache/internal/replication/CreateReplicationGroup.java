package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.GlobalGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.DataTieringStatus;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfiguration;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Tag;

/**
 * {@code CreateReplicationGroup}: with new nodes, or with a cluster that exists as its primary.
 *
 * <p>With cluster mode disabled the replicas are built after their primary, in recorded answers by four minutes and more; with it
 * enabled all nodes have one create time. The group is {@code available} when all its members are: the answer has listed them
 * from the start, and who waits for the group goes on to use them.
 */
final class CreateReplicationGroup {

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_DESCRIPTION = 255;

    private CreateReplicationGroup() {}

    static CreateReplicationGroupResponse.Builder handle(CreateReplicationGroupRequest request, Call call) {
        String id =
                Table.key(call.parameters().identifier("ReplicationGroupId", request.replicationGroupId(), LONGEST_ID));
        String description = description(request.replicationGroupDescription(), call);
        if (call.region().table(REPLICATION_GROUP).find(id) != null) {
            // The wording is the service's own: crossplane-contrib/provider-jet-aws#195.
            throw call.faults()
                    .of(
                            ServiceError.REPLICATION_GROUP_ALREADY_EXISTS,
                            "Replication group with specified name already exists.");
        }
        RegionState region = call.region();
        GlobalGroups.Secondary secondary = request.globalReplicationGroupId() == null
                ? null
                : region.ask(GlobalGroups.class).secondary(request, call);
        CreateReplicationGroupRequest whole = secondary == null ? request : secondary.request();
        NewGroup made = whole.primaryClusterId() == null
                ? NewGroup.ofNodes(id, whole, call)
                : NewGroup.ofPrimary(id, whole, call);
        region.tags().check(region.arn(REPLICATION_GROUP, id), made.tags(), call.faults());
        region.ask(NodePlans.class).requireQuota(made.added().size(), call);
        if (secondary != null) {
            GlobalMembership.requireVpc(made.template(), call);
            made = made.as(secondary, region.ask(GlobalGroups.class).join(secondary, id), region.now());
        }

        return CreateReplicationGroupResponse.builder()
                .replicationGroup(store(id, description, whole, made, secondary, call).toBuilder()
                        .nodeGroups((List<NodeGroup>) null)
                        .configurationEndpoint((Endpoint) null)
                        .build());
    }

    /** Checks a description. */
    static String description(@Nullable String text, Call call) {
        String description = call.parameters().required("ReplicationGroupDescription", text);
        if (description.length() > LONGEST_DESCRIPTION) {
            throw call.faults()
                    .invalidParameterValue("The parameter ReplicationGroupDescription must have at most "
                            + LONGEST_DESCRIPTION + " characters.");
        }
        return description;
    }

    private static ReplicationGroup store(
            String id,
            String description,
            CreateReplicationGroupRequest request,
            NewGroup made,
            GlobalGroups.@Nullable Secondary secondary,
            Call call) {
        RegionState region = call.region();
        String arn = region.arn(REPLICATION_GROUP, id);
        List<Tag> tags = made.tags();
        CacheCluster template = made.template();
        region.tags().add(arn, tags, call.faults());
        region.ask(GroupPlans.class)
                .put(id, GroupPlan.of(made.shards(), made.clusterMode() ? ShardIds.highest(made.shards()) : 1));
        region.table(REPLICATION_GROUP)
                .put(
                        id,
                        ReplicationGroup.builder()
                                .replicationGroupId(id)
                                .description(description)
                                .globalReplicationGroupInfo(
                                        secondary == null ? GlobalMembership.NONE : secondary.membership())
                                .status(Groups.CREATING)
                                .pendingModifiedValues(none -> {})
                                .snapshottingClusterId(made.snapshottingCluster())
                                .automaticFailover(
                                        made.failover()
                                                ? AutomaticFailoverStatus.ENABLED
                                                : AutomaticFailoverStatus.DISABLED)
                                .multiAZ(made.multiAz() ? MultiAZStatus.ENABLED : MultiAZStatus.DISABLED)
                                .snapshotRetentionLimit(made.retention())
                                .snapshotWindow(template.snapshotWindow())
                                .clusterEnabled(made.clusterMode())
                                .clusterMode(made.clusterMode() ? ClusterMode.ENABLED : ClusterMode.DISABLED)
                                .cacheNodeType(template.cacheNodeType())
                                .authTokenEnabled(template.authTokenEnabled())
                                .authTokenLastModifiedDate(template.authTokenLastModifiedDate())
                                .transitEncryptionEnabled(template.transitEncryptionEnabled())
                                .transitEncryptionMode(template.transitEncryptionMode())
                                .atRestEncryptionEnabled(template.atRestEncryptionEnabled())
                                .kmsKeyId(made.kmsKeyId())
                                .userGroupIds(made.userGroups().isEmpty() ? null : made.userGroups())
                                .arn(arn)
                                .logDeliveryConfigurations(made.logs().configurations())
                                .replicationGroupCreateTime(region.now())
                                .dataTiering(
                                        Boolean.TRUE.equals(request.dataTieringEnabled())
                                                ? DataTieringStatus.ENABLED
                                                : DataTieringStatus.DISABLED)
                                .autoMinorVersionUpgrade(template.autoMinorVersionUpgrade())
                                .networkType(template.networkType())
                                .ipDiscovery(template.ipDiscovery())
                                .engine(template.engine())
                                .build());
        UserGroupChanges.attach(region, Groups.of(region, id));
        made.adopt(call);
        Members.create(Members.like(template), made.added(), made.port(), made.snapshotName(), tags, call);
        if (!made.snapshotName().isEmpty()) {
            region.ask(Snapshots.class).restoring(made.snapshotName());
        }
        Snapshotting.apply(region, id);
        becomeAvailable(
                region,
                id,
                made.added().stream().map(Shard.Member::cluster).toList(),
                made.logs().settled(),
                made.snapshotName());
        return Shape.refresh(region, id);
    }

    /** Schedules that a group that is being created is available, or whatever is planned for it instead. */
    static void becomeAvailable(
            RegionState region, String id, List<String> added, List<LogDeliveryConfiguration> logs, String snapshot) {
        String arn = region.arn(REPLICATION_GROUP, id);
        String failure = region.plannedFailure(arn);
        if (failure != null) {
            region.after(
                    Step.REPLICATION_GROUP_CREATING,
                    arn,
                    "",
                    Groups.CREATING,
                    failure,
                    () -> failed(id, snapshot, failure, region));
            return;
        }
        String primary = region.ask(GroupPlans.class).of(id).first().primary();
        List<String> later = Groups.clusterMode(Groups.of(region, id))
                ? List.of()
                : added.stream().filter(each -> !each.equals(primary)).toList();
        Members.becomeAvailable(
                region,
                id,
                Step.REPLICATION_GROUP_CREATING,
                added.stream().filter(each -> !later.contains(each)).toList());
        if (later.isEmpty()) {
            region.after(
                    Step.REPLICATION_GROUP_CREATING,
                    arn,
                    "",
                    Groups.CREATING,
                    Groups.AVAILABLE,
                    () -> created(id, logs, region));
            return;
        }
        region.after(
                Step.REPLICATION_GROUP_CREATING,
                arn,
                "primary",
                Groups.CREATING,
                Groups.AVAILABLE,
                () -> replicasBecomeAvailable(region, id, later, logs));
    }

    /** Schedules that the replicas of a group, whose primary is available, are available, and then the group. */
    static void replicasBecomeAvailable(
            RegionState region, String id, List<String> replicas, List<LogDeliveryConfiguration> logs) {
        Members.becomeAvailable(region, id, Step.REPLICAS_ADDING, replicas);
        region.after(
                Step.REPLICAS_ADDING,
                region.arn(REPLICATION_GROUP, id),
                "",
                Groups.CREATING,
                Groups.AVAILABLE,
                () -> created(id, logs, region));
    }

    /** Its members never come into being, and disappear with the group. The wording is the service's own (user guide). */
    private static void failed(String id, String snapshot, String status, RegionState region) {
        Groups.status(region, id, status);
        region.emit(
                REPLICATION_GROUP,
                id,
                "Failed to create replication group " + id + " due to unsuccessful creation of its cache cluster(s).");
        if (!snapshot.isEmpty()) {
            region.ask(Snapshots.class).restored(snapshot);
        }
        if (GlobalMembership.of(Groups.of(region, id)) != null) {
            region.ask(GlobalGroups.class).failed(id);
        }
    }

    private static void created(String id, List<LogDeliveryConfiguration> logs, RegionState region) {
        Groups.change(
                region,
                id,
                group -> group.toBuilder().logDeliveryConfigurations(logs).build());
        Groups.settled(region, id);
        Snapshotting.planOfGroup(region, id);
        // The wording is the service's own ("Monitoring events with Amazon SNS", user guide).
        region.emit(REPLICATION_GROUP, id, "Replication group " + id + " created");
    }
}
