package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AZMode;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;

/**
 * The availability zones that {@code ModifyCacheCluster} asks for its new nodes; those that a cluster has stay where they are.
 *
 * @param mode whether all nodes are to be in one zone or in several; null to go on as before
 * @param each the zone of each new node, or empty
 */
record AddedZones(@Nullable AZMode mode, List<String> each) {

    static AddedZones by(ModifyCacheClusterRequest request, Call call) {
        return new AddedZones(
                call.parameters().oneOf("AZMode", request.azModeAsString(), List.copyOf(AZMode.knownValues())),
                List.copyOf(request.newAvailabilityZones()));
    }

    boolean isAsked() {
        return mode != null || !each.isEmpty();
    }

    /** "You cannot specify single-az if the Memcached cluster already has cache nodes in different zones" (API reference). */
    void requirePossible(CacheCluster cluster, Call call) {
        if (mode == AZMode.SINGLE_AZ
                && NodesChange.zones(cluster, List.of()).distinct().count() > 1) {
            throw call.faults()
                    .invalidParameterCombination("AZMode single-az cannot be specified for a cluster that has nodes in"
                            + " different availability zones.");
        }
    }

    /** The wording is that of the zones of a new cluster: hashicorp/terraform-provider-aws#207. */
    void requireFor(int added, Call call) {
        if (!each.isEmpty() && each.size() != added) {
            throw call.faults()
                    .invalidParameterCombination("Must specify the same number of new availability zones as number of"
                            + " nodes to be added, which is " + added + ".");
        }
    }

    /** The zone of each new node. */
    List<String> chosen(CacheCluster cluster, List<String> coming, int number, Network network, Call call) {
        List<String> taken = new ArrayList<>(NodesChange.zones(cluster, coming).toList());
        List<String> chosen = each.isEmpty() ? picked(taken, number, network, call) : requested(network, call);
        taken.addAll(chosen);
        if (mode == AZMode.SINGLE_AZ && taken.stream().distinct().count() > 1) {
            throw call.faults()
                    .invalidParameterCombination("AZMode single-az does not go with several availability zones.");
        }
        if (mode == AZMode.CROSS_AZ && taken.stream().distinct().count() == 1) {
            throw call.faults().invalidParameterCombination("AZMode cross-az needs more than one availability zone.");
        }
        return chosen;
    }

    private List<String> requested(Network network, Call call) {
        List<String> zones = new ArrayList<>();
        each.forEach(zone -> zones.add(Placement.requested(zone, network, call)));
        return zones;
    }

    /** The zone of all nodes, or else always the one that has the fewest of them. */
    private List<String> picked(List<String> present, int number, Network network, Call call) {
        boolean several = mode == AZMode.CROSS_AZ || present.stream().distinct().count() > 1;
        List<String> candidates = several ? network.zones(call.region()) : List.of(present.get(0));
        List<String> taken = new ArrayList<>(present);
        for (int node = 0; node < number; node++) {
            taken.add(candidates.stream()
                    .min(Comparator.comparingLong(
                            zone -> taken.stream().filter(zone::equals).count()))
                    .orElseThrow());
        }
        return List.copyOf(taken.subList(present.size(), taken.size()));
    }
}
