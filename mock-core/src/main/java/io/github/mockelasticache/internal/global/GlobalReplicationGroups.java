package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.GlobalGroups;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import software.amazon.awssdk.services.elasticache.model.CreateGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DecreaseNodeGroupsInGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeGlobalReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DisassociateGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.FailoverGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseNodeGroupsInGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.RebalanceSlotsInGlobalReplicationGroupRequest;

/**
 * The global replication group operations. Each has a class of its own, with the operation's name.
 *
 * <p>A group belongs to no region: every region of its partition shows it. Its members are replication groups of one region each,
 * which change in their regions, and it follows them.
 */
public final class GlobalReplicationGroups implements Family {

    @Override
    public void register(Operations operations) {
        operations.handle(CreateGlobalReplicationGroupRequest.class, CreateGlobalReplicationGroup::handle);
        operations.handle(ModifyGlobalReplicationGroupRequest.class, ModifyGlobalReplicationGroup::handle);
        operations.handle(DeleteGlobalReplicationGroupRequest.class, DeleteGlobalReplicationGroup::handle);
        operations.describe(
                DescribeGlobalReplicationGroupsRequest.class,
                DescribeGlobalReplicationGroups::polled,
                DescribeGlobalReplicationGroups::handle);
        operations.handle(DisassociateGlobalReplicationGroupRequest.class, DisassociateGlobalReplicationGroup::handle);
        operations.handle(FailoverGlobalReplicationGroupRequest.class, FailoverGlobalReplicationGroup::handle);
        operations.handle(
                IncreaseNodeGroupsInGlobalReplicationGroupRequest.class,
                IncreaseNodeGroupsInGlobalReplicationGroup::handle);
        operations.handle(
                DecreaseNodeGroupsInGlobalReplicationGroupRequest.class,
                DecreaseNodeGroupsInGlobalReplicationGroup::handle);
        operations.handle(
                RebalanceSlotsInGlobalReplicationGroupRequest.class, RebalanceSlotsInGlobalReplicationGroup::handle);
    }

    @Override
    public void open(RegionState region) {
        region.offer(GlobalGroups.class, new MembersOfRegion(region));
    }

    @Override
    public void openEverywhere(RegionState everywhere) {
        everywhere.offer(GlobalPlans.class, new GlobalPlans());
    }
}
