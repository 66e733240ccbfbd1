package io.github.mockelasticache.internal.subnet;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SUBNET_GROUP;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.NodePlacement;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.engine.VpcSubnets;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSubnetGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSubnetGroupResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSubnetGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSubnetGroupResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheSubnetGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheSubnetGroupResponse;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/**
 * The cache subnet group operations.
 *
 * <p>Wordings are the service's own where a source stands beside them. Those of the two quotas, of a subnet that is in use or
 * on another outpost, and of the events follow the service's wordings for its other resources, and those of the same
 * operations of Amazon RDS and DAX.
 */
public final class CacheSubnetGroups implements Family {

    private static final String DEFAULT = "default";

    /** "No more than 255 alphanumeric characters or hyphens" (CreateCacheSubnetGroup, API reference). */
    private static final int LONGEST_NAME = 255;

    @Override
    public void register(Operations operations) {
        operations.handle(CreateCacheSubnetGroupRequest.class, this::create);
        operations.handle(DeleteCacheSubnetGroupRequest.class, this::delete);
        operations.handle(DescribeCacheSubnetGroupsRequest.class, this::describe);
        operations.handle(ModifyCacheSubnetGroupRequest.class, this::modify);
    }

    /** The description is that of the describe-cache-subnet-groups example in the AWS CLI reference. */
    @Override
    public void open(RegionState region) {
        DefaultVpc vpc = DefaultVpc.of(region);
        region.offer(VpcSubnets.class, new AccountSubnets(vpc));
        CacheSubnetGroup group = CacheSubnetGroup.builder()
                .cacheSubnetGroupName(DEFAULT)
                .arn(region.arn(CACHE_SUBNET_GROUP, DEFAULT))
                .build();
        region.table(CACHE_SUBNET_GROUP)
                .put(DEFAULT, with("Default CacheSubnetGroup", new ChosenSubnets(vpc.id(), vpc.subnets()), group));
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.add(
                CACHE_SUBNET_GROUP,
                CacheSubnetGroup::cacheSubnetGroupName,
                "CacheSubnetGroupName",
                CacheSubnetGroups::adopt);
    }

    private static void adopt(CacheSubnetGroup group, RegionState region, Adopter.Unfit unfit) {
        if (group.vpcId() == null || group.subnets().isEmpty()) {
            throw unfit.because("", "A cache subnet group needs a VpcId and Subnets.");
        }
        int index = 0;
        for (Subnet subnet : group.subnets()) {
            if (subnet.subnetIdentifier() == null || subnet.subnetAvailabilityZone() == null) {
                throw unfit.because(
                        "/Subnets/" + index, "A subnet needs a SubnetIdentifier and a SubnetAvailabilityZone.");
            }
            index++;
        }
        String name = group.cacheSubnetGroupName();
        region.table(CACHE_SUBNET_GROUP)
                .put(
                        name,
                        group.toBuilder()
                                .cacheSubnetGroupName(Table.key(name))
                                .arn(region.arn(CACHE_SUBNET_GROUP, name))
                                .build());
    }

    private CreateCacheSubnetGroupResponse.Builder create(CreateCacheSubnetGroupRequest request, Call call) {
        String name = name(request.cacheSubnetGroupName(), call);
        String description =
                call.parameters().required("CacheSubnetGroupDescription", request.cacheSubnetGroupDescription());
        if (request.subnetIds().isEmpty()) {
            // The wording is the service's own: hashicorp/terraform#2534.
            throw call.faults().invalidParameterValue("The parameter SubnetIds must be provided.");
        }
        RegionState region = call.region();
        Table<CacheSubnetGroup> groups = region.table(CACHE_SUBNET_GROUP);
        if (groups.find(name) != null) {
            // The wording is the service's own: floci-io/floci#2401.
            throw call.faults()
                    .of(
                            ServiceError.CACHE_SUBNET_GROUP_ALREADY_EXISTS,
                            "Cache subnet group " + name + " already exists.");
        }
        int quota = region.settings().quotas().of(Quota.CACHE_SUBNET_GROUPS);
        if (groups.size() >= quota) {
            throw call.faults()
                    .of(
                            ServiceError.CACHE_SUBNET_GROUP_QUOTA_EXCEEDED,
                            "You have already reached your quota of " + quota + " cache subnet groups in this region.");
        }
        ChosenSubnets subnets = ChosenSubnets.requested(request.subnetIds(), call);
        CacheSubnetGroup group = with(
                description,
                subnets,
                CacheSubnetGroup.builder()
                        .cacheSubnetGroupName(Table.key(name))
                        .arn(region.arn(CACHE_SUBNET_GROUP, name))
                        .build());
        region.tags().add(group.arn(), request.tags(), call.faults());

        groups.put(name, group);
        region.emit(CACHE_SUBNET_GROUP, name, "Cache subnet group created");
        return CreateCacheSubnetGroupResponse.builder().cacheSubnetGroup(group);
    }

    private DeleteCacheSubnetGroupResponse.Builder delete(DeleteCacheSubnetGroupRequest request, Call call) {
        String name = name(request.cacheSubnetGroupName(), call);
        CacheSubnetGroup group = call.existing(CACHE_SUBNET_GROUP, name);
        if (group.cacheSubnetGroupName().equals(DEFAULT)) {
            // "You cannot delete a default cache subnet group" (API reference); DAX's wording: rebuy-de/aws-nuke#313.
            throw call.faults().invalidParameterValue(DEFAULT + " is reserved and cannot be modified.");
        }
        RegionState region = call.region();
        if (!region.references().usersOf(group.arn()).isEmpty()) {
            // The wording is the service's own: aws/aws-cdk#6935.
            throw call.faults()
                    .of(
                            ServiceError.CACHE_SUBNET_GROUP_IN_USE,
                            "Cache subnet group " + name + " is currently in use by a cache cluster.");
        }

        region.table(CACHE_SUBNET_GROUP).remove(name);
        region.forget(group.arn());
        region.emit(CACHE_SUBNET_GROUP, name, "Cache subnet group deleted");
        return DeleteCacheSubnetGroupResponse.builder();
    }

    private DescribeCacheSubnetGroupsResponse.Builder describe(DescribeCacheSubnetGroupsRequest request, Call call) {
        String name = call.parameters().optional("CacheSubnetGroupName", request.cacheSubnetGroupName());
        var paging = call.paging(request.maxRecords(), request.marker());
        Page<CacheSubnetGroup> page = name == null
                ? call.region().table(CACHE_SUBNET_GROUP).page(paging, each -> true)
                : Page.of(found(name, call));
        return DescribeCacheSubnetGroupsResponse.builder()
                .cacheSubnetGroups(page.items())
                .marker(page.marker());
    }

    private ModifyCacheSubnetGroupResponse.Builder modify(ModifyCacheSubnetGroupRequest request, Call call) {
        String name = name(request.cacheSubnetGroupName(), call);
        String description =
                call.parameters().optional("CacheSubnetGroupDescription", request.cacheSubnetGroupDescription());
        CacheSubnetGroup group = found(name, call);
        ChosenSubnets present = new ChosenSubnets(group.vpcId(), group.subnets());
        ChosenSubnets subnets =
                request.subnetIds().isEmpty() ? present : ChosenSubnets.requested(request.subnetIds(), call);
        if ((description == null || description.equals(group.cacheSubnetGroupDescription()))
                && subnets.ids().equals(present.ids())) {
            // The wording is the service's own: aws-controllers-k8s/community#378.
            throw call.faults().invalidParameterValue("No modifications were requested.");
        }
        requireNoNodesOutside(subnets, group, call);

        CacheSubnetGroup modified =
                with(description == null ? group.cacheSubnetGroupDescription() : description, subnets, group);
        call.region().table(CACHE_SUBNET_GROUP).put(name, modified);
        call.region().emit(CACHE_SUBNET_GROUP, name, "Cache subnet group modified");
        return ModifyCacheSubnetGroupResponse.builder().cacheSubnetGroup(modified);
    }

    /**
     * Refuses to take away a subnet that hosts nodes of the group's users.
     *
     * <p>A node is known by its zone, and no answer of the service tells in which of the zone's subnets it is; it is taken to be
     * in one that stays, as long as one stays.
     */
    private static void requireNoNodesOutside(ChosenSubnets staying, CacheSubnetGroup group, Call call) {
        RegionState region = call.region();
        SortedSet<String> users = region.references().usersOf(group.arn());
        if (users.isEmpty()) {
            return;
        }
        NodePlacement placement = region.ask(NodePlacement.class);
        Set<String> zones = users.stream()
                .flatMap(user -> placement.availabilityZonesOf(user).stream())
                .collect(toSet());
        Set<String> ids = staying.ids();
        group.subnets().stream()
                .filter(subnet -> ids.contains(subnet.subnetIdentifier()))
                .forEach(subnet -> zones.remove(subnet.subnetAvailabilityZone().name()));
        String inUse = group.subnets().stream()
                .filter(subnet -> zones.contains(subnet.subnetAvailabilityZone().name()))
                .map(Subnet::subnetIdentifier)
                .collect(joining(", "));
        if (!inUse.isEmpty()) {
            throw call.faults()
                    .of(ServiceError.SUBNET_IN_USE, "Some of the subnets to be deleted are currently in use: " + inUse);
        }
    }

    private static String name(@Nullable String name, Call call) {
        return call.parameters().identifier("CacheSubnetGroupName", name, LONGEST_NAME);
    }

    /** DescribeCacheSubnetGroups and ModifyCacheSubnetGroup have words of their own for a group that does not exist. */
    private static CacheSubnetGroup found(String name, Call call) {
        CacheSubnetGroup group = call.region().table(CACHE_SUBNET_GROUP).find(name);
        if (group == null) {
            // The wording is the service's own: floci-io/floci#2401.
            throw call.faults()
                    .of(ServiceError.CACHE_SUBNET_GROUP_NOT_FOUND, "Cache subnet group " + name + " not found.");
        }
        return group;
    }

    private static CacheSubnetGroup with(String description, ChosenSubnets subnets, CacheSubnetGroup group) {
        return group.toBuilder()
                .cacheSubnetGroupDescription(description)
                .vpcId(subnets.vpcId())
                .subnets(subnets.subnets())
                .supportedNetworkTypes(subnets.networkTypes())
                .build();
    }
}
