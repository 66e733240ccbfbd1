package io.github.mockelasticache.internal.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** The subnets of one region that the test has registered. */
public final class Ec2Subnets {

    private final Map<String, Ec2Subnet> byId = new HashMap<>();

    Ec2Subnets() {}

    void register(String vpcId, Subnet subnet) {
        byId.put(subnet.subnetIdentifier(), new Ec2Subnet(vpcId, subnet));
    }

    /**
     * Looks a subnet up.
     *
     * @param subnetId its id
     * @return the subnet, or null if it has not been registered in this region
     */
    public @Nullable Ec2Subnet find(String subnetId) {
        return byId.get(subnetId);
    }

    /**
     * A subnet, with what ElastiCache's own model of it leaves out.
     *
     * @param vpcId the id of the VPC that it is in
     * @param subnet the subnet as cache subnet groups show it
     */
    public record Ec2Subnet(String vpcId, Subnet subnet) {}
}
