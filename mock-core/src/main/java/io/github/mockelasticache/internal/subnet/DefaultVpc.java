package io.github.mockelasticache.internal.subnet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mockelasticache.internal.catalog.AvailabilityZones;
import io.github.mockelasticache.internal.engine.RegionState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/**
 * The VPC that the account has in a region from the start, with a subnet in each availability zone ("Default VPCs", Amazon VPC
 * user guide). Its ids follow from the account and the region alone.
 *
 * @param id the id of the VPC
 * @param zones the names of the region's availability zones
 * @param subnets its subnets, one in each zone
 */
record DefaultVpc(String id, List<String> zones, List<Subnet> subnets) {

    /** As long as the ids that EC2 has given out since 2018. */
    private static final int DIGITS = 17;

    static DefaultVpc of(RegionState region) {
        List<String> zones = AvailabilityZones.of(region.region());
        List<Subnet> subnets = new ArrayList<>();
        for (String zone : zones) {
            subnets.add(subnet("subnet-" + digits(region, zone), zone));
        }
        return new DefaultVpc("vpc-" + digits(region, "vpc"), zones, subnets);
    }

    /** The subnet of that id, or null if it is none of this VPC's. */
    @Nullable
    Subnet find(String subnetId) {
        return subnets.stream()
                .filter(subnet -> subnet.subnetIdentifier().equals(subnetId))
                .findFirst()
                .orElse(null);
    }

    /** A subnet that nobody has said anything about: its zone follows from its id alone. */
    Subnet assumed(String subnetId) {
        return subnet(subnetId, zones.get(Math.floorMod(subnetId.hashCode(), zones.size())));
    }

    private static Subnet subnet(String id, String zone) {
        return Subnet.builder()
                .subnetIdentifier(id)
                .subnetAvailabilityZone(availabilityZone -> availabilityZone.name(zone))
                .supportedNetworkTypes(NetworkType.IPV4)
                .build();
    }

    private static String digits(RegionState region, String of) {
        return UUID.nameUUIDFromBytes((region.arnPrefix() + of).getBytes(UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, DIGITS);
    }
}
