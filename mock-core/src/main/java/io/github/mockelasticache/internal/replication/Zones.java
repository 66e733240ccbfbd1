package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.Placement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The availability zones of the nodes of a node group: those that the caller asks for, and otherwise the one with the fewest of
 * its nodes.
 *
 * @param name what decides which zone comes first
 * @param network the network of the replication group
 * @param call the call
 */
record Zones(String name, Network network, Call call) {

    /**
     * The zone of each new node.
     *
     * @param present the zones of the nodes that the node group has already
     * @param asked the zone that the caller asks for, or null, for each new node
     */
    List<String> choose(List<String> present, List<@Nullable String> asked) {
        List<String> order = Placement.spread(name, network.zones(call.region()).size(), network, call);
        List<String> used = new ArrayList<>(present);
        List<String> chosen = new ArrayList<>();
        for (String zone : asked) {
            if (zone != null) {
                used.add(Placement.requested(zone, network, call));
            }
        }
        for (String zone : asked) {
            String next = zone != null ? zone : leastUsed(order, used);
            chosen.add(next);
            if (zone == null) {
                used.add(next);
            }
        }
        return chosen;
    }

    /** The zone of each of some new nodes for which none is asked. */
    List<String> choose(List<String> present, int number) {
        return choose(present, Collections.nCopies(number, null));
    }

    private static String leastUsed(List<String> order, List<String> used) {
        String best = order.get(0);
        for (String zone : order) {
            if (Collections.frequency(used, zone) < Collections.frequency(used, best)) {
                best = zone;
            }
        }
        return best;
    }
}
