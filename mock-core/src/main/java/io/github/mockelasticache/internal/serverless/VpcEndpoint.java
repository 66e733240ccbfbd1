package io.github.mockelasticache.internal.serverless;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Ec2Subnets.Ec2Subnet;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.VpcSubnets;
import io.github.mockelasticache.internal.provision.Network;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.regions.Region;

/**
 * The interface endpoint through which a serverless cache is reached in a VPC.
 *
 * @param subnetIds the subnets that it is in
 * @param securityGroupIds the security groups that say who gets through
 */
record VpcEndpoint(List<String> subnetIds, List<String> securityGroupIds) {

    /** As long as the ids that EC2 has given out since 2018. */
    private static final int DIGITS = 17;

    private static final int DEFAULT_SUBNETS = 3;

    /** "If … your VPC is in us-west-1, then ElastiCache will select 2 default subnets" (ServerlessCache, API reference). */
    private static final int DEFAULT_SUBNETS_IN_US_WEST_1 = 2;

    /** What a request asks for: by default subnets of the default VPC, and the default security group of the subnets' VPC. */
    static VpcEndpoint requested(List<String> subnetIds, List<String> securityGroupIds, Call call) {
        List<Ec2Subnet> subnets = subnetIds.isEmpty() ? ofDefaultVpc(call.region()) : chosen(subnetIds, call);
        List<String> groups = Network.securityGroupIds(securityGroupIds, call);
        return new VpcEndpoint(
                subnets.stream().map(each -> each.subnet().subnetIdentifier()).toList(),
                groups.isEmpty()
                        ? List.of(defaultSecurityGroup(
                                call.region(), subnets.get(0).vpcId()))
                        : groups);
    }

    private static List<Ec2Subnet> ofDefaultVpc(RegionState region) {
        return region.ask(VpcSubnets.class).ofDefaultVpc().stream()
                .limit(region.region().equals(Region.US_WEST_1) ? DEFAULT_SUBNETS_IN_US_WEST_1 : DEFAULT_SUBNETS)
                .toList();
    }

    private static List<Ec2Subnet> chosen(List<String> ids, Call call) {
        List<Ec2Subnet> chosen = call.region().ask(VpcSubnets.class).existing(call, ids);
        Ec2Subnet first = chosen.get(0);
        for (Ec2Subnet other : chosen) {
            if (!other.vpcId().equals(first.vpcId())) {
                // InvalidSubnet, the error for cache subnet groups with this wording, is not among those of the
                // operation.
                throw call.faults()
                        .invalidParameterValue("Subnets " + first.subnet().subnetIdentifier() + " and "
                                + other.subnet().subnetIdentifier() + " are not in the same VPC.");
            }
            if (other.subnet().subnetOutpost() != null) {
                throw call.faults()
                        .invalidParameterValue("Subnet " + other.subnet().subnetIdentifier()
                                + " is on an outpost, where there are no serverless caches.");
            }
        }
        return chosen;
    }

    /** Every VPC has one, whose id the mock makes up: nothing that a test can register tells it. */
    private static String defaultSecurityGroup(RegionState region, String vpcId) {
        return "sg-"
                + UUID.nameUUIDFromBytes((region.arnPrefix() + vpcId).getBytes(UTF_8))
                        .toString()
                        .replace("-", "")
                        .substring(0, DIGITS);
    }
}
