package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.internal.engine.Ec2Subnets.Ec2Subnet;
import java.util.List;

/** What other families ask of the subnets that the account has in a region. */
public interface VpcSubnets {

    /**
     * The subnets that a request names, each once and in the order of the request.
     *
     * @param call the call: {@code InvalidParameterValue} if one of them does not exist
     * @param ids their ids
     * @return the subnets
     */
    List<Ec2Subnet> existing(Call call, List<String> ids);

    /**
     * The subnets of the account's default VPC.
     *
     * @return one in each availability zone, in order
     */
    List<Ec2Subnet> ofDefaultVpc();
}
