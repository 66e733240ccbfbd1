package io.github.mockelasticache.internal.subnet;

import static java.util.stream.Collectors.toSet;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Ec2Subnets.Ec2Subnet;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.Subnet;
import software.amazon.awssdk.services.elasticache.model.SubnetOutpost;

/**
 * The subnets that a request chooses for its cache subnet group, each once and in the order of the request.
 *
 * @param vpcId the VPC that all of them are in
 * @param subnets the subnets
 */
record ChosenSubnets(String vpcId, List<Subnet> subnets) {

    private static final Pattern ID = Pattern.compile("subnet-[A-Za-z0-9-]+");

    /** The subnets of a request; refused unless they exist and fit together. */
    static ChosenSubnets requested(List<String> ids, Call call) {
        Set<String> distinct = new LinkedHashSet<>(ids);
        int quota = call.region().settings().quotas().of(Quota.SUBNETS_PER_GROUP);
        if (distinct.size() > quota) {
            throw call.faults()
                    .of(
                            ServiceError.CACHE_SUBNET_QUOTA_EXCEEDED,
                            "Cache subnet quota exceeded. Each cache subnet group can have at most " + quota
                                    + " subnets.");
        }
        List<Ec2Subnet> found = existing(distinct, call);
        requireOneNetwork(found, call);
        return new ChosenSubnets(
                found.get(0).vpcId(), found.stream().map(Ec2Subnet::subnet).toList());
    }

    /** The subnets of those ids; refused unless all of them exist. */
    static List<Ec2Subnet> existing(Set<String> ids, Call call) {
        DefaultVpc defaultVpc = DefaultVpc.of(call.region());
        List<Ec2Subnet> found = ids.stream()
                .flatMap(id -> Stream.ofNullable(find(id, defaultVpc, call.region())))
                .toList();
        if (found.size() < ids.size()) {
            // The wording is the service's own: openedx-unsupported/configuration#313.
            throw call.faults()
                    .invalidParameterValue("Some input subnets in :[" + String.join(", ", ids) + "] are invalid.");
        }
        return found;
    }

    /** The ids of the subnets. */
    Set<String> ids() {
        return subnets.stream().map(Subnet::subnetIdentifier).collect(toSet());
    }

    /** What a cache can have in whichever of the subnets its nodes are placed: the types that all of them support. */
    Set<NetworkType> networkTypes() {
        Set<NetworkType> common = EnumSet.allOf(NetworkType.class);
        subnets.forEach(subnet -> common.retainAll(subnet.supportedNetworkTypes()));
        return common;
    }

    /** A mock that is not strict takes every id that is one in form, and has it in the default VPC. */
    private static @Nullable Ec2Subnet find(@Nullable String id, DefaultVpc defaultVpc, RegionState region) {
        if (id == null || !ID.matcher(id).matches()) {
            return null;
        }
        Ec2Subnet registered = region.ec2Subnets().find(id);
        if (registered != null) {
            return registered;
        }
        Subnet subnet = defaultVpc.find(id);
        if (subnet == null && !region.settings().strictEc2()) {
            subnet = defaultVpc.assumed(id);
        }
        return subnet == null ? null : new Ec2Subnet(defaultVpc.id(), subnet);
    }

    private static void requireOneNetwork(List<Ec2Subnet> found, Call call) {
        Ec2Subnet first = found.get(0);
        for (Ec2Subnet other : found) {
            if (!other.vpcId().equals(first.vpcId())) {
                // The wording is the service's own: floci-io/floci#2401.
                throw mismatch(call, ServiceError.INVALID_SUBNET, first, other, "in the same VPC");
            }
        }
        for (Ec2Subnet other : found) {
            if (!Objects.equals(outpost(other), outpost(first))) {
                throw mismatch(call, ServiceError.SUBNET_NOT_ALLOWED, first, other, "on the same outpost");
            }
        }
    }

    private static AwsServiceException mismatch(
            Call call, ServiceError error, Ec2Subnet first, Ec2Subnet other, String where) {
        return call.faults()
                .of(
                        error,
                        "Subnets " + first.subnet().subnetIdentifier() + " and "
                                + other.subnet().subnetIdentifier() + " are not " + where + ".");
    }

    private static @Nullable String outpost(Ec2Subnet of) {
        SubnetOutpost outpost = of.subnet().subnetOutpost();
        return outpost == null ? null : outpost.subnetOutpostArn();
    }
}
