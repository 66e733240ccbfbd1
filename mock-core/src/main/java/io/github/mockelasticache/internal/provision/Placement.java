package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.catalog.AvailabilityZones;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Which availability zone each node is in. */
public final class Placement {

    private Placement() {}

    /**
     * Checks an availability zone that a request names.
     *
     * @param zone the zone
     * @param network the network of the cache
     * @param call the call: {@code InvalidParameterValue} if the region has no such zone, {@code
     *     InvalidVPCNetworkStateFault} if no subnet is in it, {@code InsufficientCacheClusterCapacity} if it has no capacity
     * @return the zone
     */
    public static String requested(String zone, Network network, Call call) {
        if (!AvailabilityZones.exists(call.region().region(), zone)) {
            // The wording is the service's own: boto/boto#2747.
            throw call.faults().invalidParameterValue(zone + " is not a valid availability zone.");
        }
        if (!network.zones(call.region()).contains(zone)) {
            // The wording is the service's own as far as the zone: app-sre/qontract-reconcile#3644.
            throw call.faults()
                    .of(
                            ServiceError.INVALID_VPC_NETWORK_STATE,
                            "No subnet is present in the cache subnet group for availability zone " + zone + ".");
        }
        if (!call.region().hasCapacity(zone)) {
            throw insufficient(zone, call);
        }
        return zone;
    }

    /**
     * The service's choice: one zone after the other, beginning where the name of the cache says.
     *
     * @param name the name of the cache
     * @param number how many nodes
     * @param network the network of the cache
     * @param call the call: {@code InsufficientCacheClusterCapacity} if no zone of the network has capacity
     * @return a zone for each node
     */
    public static List<String> spread(String name, int number, Network network, Call call) {
        List<String> zones = network.zones(call.region()).stream()
                .filter(call.region()::hasCapacity)
                .toList();
        if (zones.isEmpty()) {
            throw insufficient(String.join(", ", network.zones(call.region())), call);
        }
        int first = Math.floorMod(name.hashCode(), zones.size());
        List<String> chosen = new ArrayList<>();
        for (int node = 0; node < number; node++) {
            chosen.add(zones.get((first + node) % zones.size()));
        }
        return chosen;
    }

    /** The wording follows the API reference: "The requested cache node type is not available in the specified zone". */
    private static AwsServiceException insufficient(String zone, Call call) {
        return call.faults()
                .of(
                        ServiceError.INSUFFICIENT_CACHE_CLUSTER_CAPACITY,
                        "The requested cache node type is not available in the specified Availability Zone: " + zone
                                + ".");
    }
}
