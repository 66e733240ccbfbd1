package io.github.mockelasticache.internal.subnet;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Ec2Subnets.Ec2Subnet;
import io.github.mockelasticache.internal.engine.VpcSubnets;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The subnets of the account in a region, as other families choose among them.
 *
 * @param defaultVpc the account's default VPC
 */
record AccountSubnets(DefaultVpc defaultVpc) implements VpcSubnets {

    @Override
    public List<Ec2Subnet> existing(Call call, List<String> ids) {
        return ChosenSubnets.existing(new LinkedHashSet<>(ids), call);
    }

    @Override
    public List<Ec2Subnet> ofDefaultVpc() {
        return defaultVpc.subnets().stream()
                .map(subnet -> new Ec2Subnet(defaultVpc.id(), subnet))
                .toList();
    }
}
