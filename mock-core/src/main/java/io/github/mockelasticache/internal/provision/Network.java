package io.github.mockelasticache.internal.provision;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SECURITY_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SUBNET_GROUP;

import io.github.mockelasticache.Platform;
import io.github.mockelasticache.internal.catalog.AvailabilityZones;
import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.IpDiscovery;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;

/**
 * Where a cache is reached from: in EC2-Classic, by its cache security groups, or in a VPC, by its subnet group and the VPC's
 * security groups.
 *
 * @param subnetGroup the subnet group; null in EC2-Classic
 * @param securityGroups the VPC security groups' ids
 * @param cacheSecurityGroups the names of the cache security groups
 * @param networkType the network type
 * @param ipDiscovery the IP version that clients are told
 */
public record Network(
        @Nullable CacheSubnetGroup subnetGroup,
        List<String> securityGroups,
        List<String> cacheSecurityGroups,
        NetworkType networkType,
        IpDiscovery ipDiscovery) {

    private static final String DEFAULT = "default";
    private static final String ACTIVE = "active";
    private static final Map<String, String> IPV6_SINCE = Map.of("redis", "6.2", EngineChoice.MEMCACHED, "1.6.6");

    /** "Instances built on the AWS Nitro System", Amazon EC2 user guide, has all other families. */
    private static final Set<String> WITHOUT_NITRO = Set.of("c1", "m1", "m2", "m3", "m4", "r3", "r4", "t1", "t2");

    /**
     * What a request asks for. Without any group, an account with EC2-Classic gets the cache security group {@code default}
     * (the CloudTrail sample of the user guide shows it), and any other one the subnet group {@code default}.
     *
     * @param subnetGroup {@code CacheSubnetGroupName} of the request, or null
     * @param securityGroups {@code SecurityGroupIds} of the request
     * @param cacheSecurityGroups {@code CacheSecurityGroupNames} of the request
     * @param networkType {@code NetworkType} of the request as text, or null
     * @param ipDiscovery {@code IpDiscovery} of the request as text, or null
     * @param call the call: {@code InvalidParameterCombination} for groups of both kinds or an IP version that the subnets or
     *     the network type do not have, {@code InvalidParameterValue} for cache security groups on an account without
     *     EC2-Classic, and the errors for groups that do not exist
     * @return the network
     */
    public static Network requested(
            @Nullable String subnetGroup,
            List<String> securityGroups,
            List<String> cacheSecurityGroups,
            @Nullable String networkType,
            @Nullable String ipDiscovery,
            Call call) {
        boolean vpcOnly = call.region().settings().platform() == Platform.VPC_ONLY;
        boolean vpcAsked = subnetGroup != null || !securityGroups.isEmpty();
        requireCacheSecurityGroupsPossible(cacheSecurityGroups, vpcAsked, call);
        NetworkType type = call.parameters().oneOf("NetworkType", networkType, List.copyOf(NetworkType.knownValues()));
        IpDiscovery discovery =
                call.parameters().oneOf("IpDiscovery", ipDiscovery, List.copyOf(IpDiscovery.knownValues()));
        if (!vpcOnly && !vpcAsked) {
            List<String> names = cacheSecurityGroups.isEmpty()
                    ? List.of(DEFAULT)
                    : cacheSecurityGroups.stream().map(Table::key).toList();
            return new Network(null, List.of(), names, NetworkType.IPV4, IpDiscovery.IPV4)
                    .withIp(type, discovery, call);
        }
        CacheSubnetGroup subnets = call.existing(CACHE_SUBNET_GROUP, subnetGroup == null ? DEFAULT : subnetGroup);
        return new Network(
                        subnets, securityGroupIds(securityGroups, call), List.of(), NetworkType.IPV4, IpDiscovery.IPV4)
                .withIp(type, discovery, call);
    }

    /**
     * The VPC security groups that a request names.
     *
     * @param ids their ids
     * @param call the call: {@code InvalidParameterValue} for one that is blank
     * @return the ids
     */
    public static List<String> securityGroupIds(List<String> ids, Call call) {
        return ids.stream()
                .map(id -> call.parameters().required("SecurityGroupId", id))
                .distinct()
                .toList();
    }

    /**
     * Where a cluster is reached from.
     *
     * @param region the region
     * @param cluster the cluster
     * @return its network
     */
    public static Network of(RegionState region, CacheCluster cluster) {
        String subnets = cluster.cacheSubnetGroupName();
        return new Network(
                subnets == null ? null : region.table(CACHE_SUBNET_GROUP).find(subnets),
                cluster.securityGroups().stream()
                        .map(SecurityGroupMembership::securityGroupId)
                        .toList(),
                cluster.cacheSecurityGroups().stream()
                        .map(CacheSecurityGroupMembership::cacheSecurityGroupName)
                        .toList(),
                cluster.networkType(),
                cluster.ipDiscovery());
    }

    /**
     * Checks the cache security groups that a request names.
     *
     * @param names their names
     * @param vpcAsked whether the cache is in a VPC, or the request asks for one
     * @param call the call: {@code InvalidParameterValue} on an account without EC2-Classic, {@code
     *     InvalidParameterCombination} in a VPC, {@code CacheSecurityGroupNotFound}
     */
    public static void requireCacheSecurityGroupsPossible(List<String> names, boolean vpcAsked, Call call) {
        if (names.isEmpty()) {
            return;
        }
        if (call.region().settings().platform() == Platform.VPC_ONLY) {
            // The wording is the service's own: ansible/ansible-modules-core#5815.
            throw call.faults()
                    .invalidParameterValue(
                            "Use of cache security groups is not permitted in this API version for your account.");
        }
        if (vpcAsked) {
            // The wording is the service's own: crossplane-contrib/provider-aws#326.
            throw call.faults()
                    .invalidParameterCombination("Use of cache security groups is not permitted along with cache subnet"
                            + " group and/or security group Ids.");
        }
        names.forEach(name -> call.existing(CACHE_SECURITY_GROUP, name));
    }

    /**
     * The availability zones that nodes can be placed in.
     *
     * @param region the region
     * @return those of the subnets, in order; in EC2-Classic all of the region
     */
    public List<String> zones(RegionState region) {
        return subnetGroup == null
                ? AvailabilityZones.of(region.region())
                : subnetGroup.subnets().stream()
                        .map(subnet -> subnet.subnetAvailabilityZone().name())
                        .distinct()
                        .sorted()
                        .toList();
    }

    /**
     * The name of the subnet group.
     *
     * @return the name, or null in EC2-Classic
     */
    public @Nullable String subnetGroupName() {
        return subnetGroup == null ? null : subnetGroup.cacheSubnetGroupName();
    }

    /**
     * The ARNs of the groups that are in use by a cache in this network.
     *
     * @param region the region
     * @return ARNs of the subnet group and the cache security groups
     */
    public List<String> used(RegionState region) {
        return Stream.concat(
                        Stream.ofNullable(subnetGroupName()).map(name -> region.arn(CACHE_SUBNET_GROUP, name)),
                        cacheSecurityGroups.stream().map(name -> region.arn(CACHE_SECURITY_GROUP, name)))
                .toList();
    }

    /**
     * Cache security groups as the service returns them.
     *
     * @param names their names
     * @return each with the status {@code active}
     */
    public static List<CacheSecurityGroupMembership> cacheSecurityGroupMemberships(List<String> names) {
        return names.stream()
                .map(name -> CacheSecurityGroupMembership.builder()
                        .cacheSecurityGroupName(Table.key(name))
                        .status(ACTIVE)
                        .build())
                .toList();
    }

    /**
     * VPC security groups as the service returns them.
     *
     * @param ids their ids
     * @return each with the status {@code active}
     */
    public static List<SecurityGroupMembership> securityGroupMemberships(List<String> ids) {
        return ids.stream()
                .map(id -> SecurityGroupMembership.builder()
                        .securityGroupId(id)
                        .status(ACTIVE)
                        .build())
                .toList();
    }

    private Network withIp(@Nullable NetworkType asked, @Nullable IpDiscovery discovery, Call call) {
        NetworkType type = asked == null ? NetworkType.IPV4 : asked;
        List<NetworkType> supported = subnetGroup == null ? List.of(NetworkType.IPV4) : supported(subnetGroup);
        if (!supported.contains(type)) {
            throw call.faults()
                    .invalidParameterCombination(
                            "The network type " + type + " is not supported by the cache subnet group"
                                    + (subnetGroup == null ? "" : " " + subnetGroupName()) + ".");
        }
        IpDiscovery chosen =
                discovery != null ? discovery : type == NetworkType.IPV6 ? IpDiscovery.IPV6 : IpDiscovery.IPV4;
        requireDiscoverable(type, chosen, call);
        return new Network(subnetGroup, securityGroups, cacheSecurityGroups, type, chosen);
    }

    /**
     * Checks that clients can be told an IP version.
     *
     * @param type the network type
     * @param discovery the IP version
     * @param call the call: {@code InvalidParameterCombination} if the network does not have it
     */
    public static void requireDiscoverable(NetworkType type, IpDiscovery discovery, Call call) {
        if (type != NetworkType.DUAL_STACK && !type.toString().equals(discovery.toString())) {
            throw call.faults()
                    .invalidParameterCombination(
                            "The IP discovery " + discovery + " is not possible with the network type " + type + ".");
        }
    }

    /**
     * Checks that an engine and its nodes can have an IPv6 address: Valkey, Redis OSS from 6.2 and Memcached from 1.6.6 on, on
     * nodes built on the Nitro system (NetworkType, API reference).
     *
     * @param version the engine
     * @param nodeType the type of the nodes
     * @param call the call: {@code InvalidParameterCombination} if they cannot, and the network asks for it
     */
    public void requireSupported(EngineVersion version, NodeType nodeType, Call call) {
        if (networkType == NetworkType.IPV4) {
            return;
        }
        String since = IPV6_SINCE.get(version.engine());
        if (since != null && !version.atLeast(since)) {
            throw call.faults()
                    .invalidParameterCombination("The network type " + networkType + " is not supported for engine "
                            + version.engine() + " " + version.version() + ".");
        }
        if (WITHOUT_NITRO.contains(nodeType.family())) {
            throw call.faults()
                    .invalidParameterCombination("The network type " + networkType
                            + " is not supported for the node type " + nodeType.name() + ".");
        }
    }

    private static List<NetworkType> supported(CacheSubnetGroup group) {
        return group.hasSupportedNetworkTypes() ? group.supportedNetworkTypes() : List.of(NetworkType.IPV4);
    }
}
