package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.EngineChoice;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.Placement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AZMode;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;

/**
 * The availability zones that {@code CreateCacheCluster} asks for.
 *
 * @param mode whether the nodes are to be in one zone or in several; null to go by the zones
 * @param one the zone of all nodes, or null
 * @param each the zone of each node, or empty
 */
record ZonesAsked(@Nullable AZMode mode, @Nullable String one, List<String> each) {

    static ZonesAsked by(CreateCacheClusterRequest request, Call call) {
        AZMode mode = call.parameters().oneOf("AZMode", request.azModeAsString(), List.copyOf(AZMode.knownValues()));
        String one = call.parameters().optional("PreferredAvailabilityZone", request.preferredAvailabilityZone());
        if (one != null && request.hasPreferredAvailabilityZones()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "PreferredAvailabilityZone and PreferredAvailabilityZones cannot be given together.");
        }
        return new ZonesAsked(mode, one, List.copyOf(request.preferredAvailabilityZones()));
    }

    /** The zone of each node. */
    List<String> forNodes(String cluster, int number, Network network, Call call) {
        if (mode == AZMode.CROSS_AZ && number == 1) {
            throw call.faults()
                    .invalidParameterCombination("AZMode cross-az is only supported for " + EngineChoice.MEMCACHED
                            + " clusters with more than one node.");
        }
        List<String> zones = chosen(cluster, number, network, call);
        boolean several = zones.stream().distinct().count() > 1;
        if (mode == AZMode.SINGLE_AZ && several) {
            throw call.faults()
                    .invalidParameterCombination("AZMode single-az does not go with several availability zones.");
        }
        if (mode == AZMode.CROSS_AZ && !several) {
            throw call.faults().invalidParameterCombination("AZMode cross-az needs more than one availability zone.");
        }
        return zones;
    }

    private List<String> chosen(String cluster, int number, Network network, Call call) {
        if (!each.isEmpty()) {
            if (each.size() != number) {
                // The wording is the service's own: hashicorp/terraform-provider-aws#207.
                throw call.faults()
                        .invalidParameterCombination("Must specify the same number of preferred availability zones as"
                                + " requested number of nodes.");
            }
            List<String> zones = new ArrayList<>();
            each.forEach(zone -> zones.add(Placement.requested(zone, network, call)));
            return zones;
        }
        if (one != null) {
            return Collections.nCopies(number, Placement.requested(one, network, call));
        }
        List<String> spread = Placement.spread(cluster, number, network, call);
        return mode == AZMode.CROSS_AZ ? spread : Collections.nCopies(number, spread.get(0));
    }
}
