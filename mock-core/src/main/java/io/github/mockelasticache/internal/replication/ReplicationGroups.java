package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.GlobalMembers;
import io.github.mockelasticache.internal.engine.NodeFailures;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Replicas;
import io.github.mockelasticache.internal.engine.UpdateTargets;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CompleteMigrationRequest;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DecreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.StartMigrationRequest;
import software.amazon.awssdk.services.elasticache.model.TestFailoverRequest;
import software.amazon.awssdk.services.elasticache.model.TestMigrationRequest;

/** The replication group operations. Each has a class of its own, with the operation's name. */
public final class ReplicationGroups implements Family {

    @Override
    public void register(Operations operations) {
        operations.handle(CreateReplicationGroupRequest.class, CreateReplicationGroup::handle);
        operations.handle(ModifyReplicationGroupRequest.class, ModifyReplicationGroup::handle);
        operations.handle(DeleteReplicationGroupRequest.class, DeleteReplicationGroup::handle);
        operations.describe(
                DescribeReplicationGroupsRequest.class,
                DescribeReplicationGroups::polled,
                DescribeReplicationGroups::handle);
        operations.handle(IncreaseReplicaCountRequest.class, IncreaseReplicaCount::handle);
        operations.handle(DecreaseReplicaCountRequest.class, DecreaseReplicaCount::handle);
        operations.handle(
                ModifyReplicationGroupShardConfigurationRequest.class,
                ModifyReplicationGroupShardConfiguration::handle);
        operations.handle(TestFailoverRequest.class, TestFailover::handle);
        operations.handle(StartMigrationRequest.class, StartMigration::handle);
        operations.handle(TestMigrationRequest.class, TestMigration::handle);
        operations.handle(CompleteMigrationRequest.class, CompleteMigration::handle);
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.addAfter(
                List.of(CACHE_CLUSTER, USER_GROUP),
                REPLICATION_GROUP,
                ReplicationGroup::replicationGroupId,
                "ReplicationGroupId",
                new AdoptedGroup());
    }

    @Override
    public void open(RegionState region) {
        region.offer(GroupPlans.class, new GroupPlans());
        region.offer(FailoverTests.class, new FailoverTests());
        region.offer(Migrations.class, new Migrations());
        region.offer(Replicas.class, new ReadReplicas());
        region.offer(GlobalMembers.class, new MembersOfGlobalGroups(region));
        region.offer(NodeFailures.class, new FailedNodes(region));
        region.offer(UpdateTargets.OfReplicationGroups.class, new UpdatedGroups(region));
    }
}
