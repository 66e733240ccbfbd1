package io.github.mockelasticache.samples.provisioner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be built: a Redis replication group with cluster mode disabled and automatic failover, in subnets of its own
 * choice and with parameters of its own. The subnet group and the parameter group have the replication group's name.
 *
 * @param name the name of all three
 * @param nodeType the type of every node
 * @param subnets the subnets that the nodes are placed in; at least one
 * @param parameters the parameters that differ from the defaults of {@link #PARAMETER_FAMILY}, by name
 * @param replicas how many replicas the primary has; 1 to 5, since without one nothing can fail over
 * @param restoredFrom the snapshot that a new group starts with; a group that exists is left as it is
 */
public record Blueprint(
        String name,
        String nodeType,
        List<String> subnets,
        Map<String, String> parameters,
        int replicas,
        Optional<String> restoredFrom) {

    /** The engine version of every blueprint. */
    public static final String ENGINE_VERSION = "7.1";

    /** The parameter group family that belongs to {@link #ENGINE_VERSION}. */
    public static final String PARAMETER_FAMILY = "redis7";

    private static final int MOST_REPLICAS = 5;

    /**
     * A blueprint.
     *
     * @param name the name of the replication group, its subnet group and its parameter group
     * @param nodeType the type of every node
     * @param subnets the subnets; at least one
     * @param parameters the parameters that differ from the defaults
     * @param replicas how many replicas; 1 to 5
     * @param restoredFrom the snapshot that a new group starts with
     * @throws IllegalArgumentException if the name is blank, there is no subnet, or the number of replicas is out of range
     */
    public Blueprint {
        subnets = List.copyOf(subnets);
        parameters = Map.copyOf(parameters);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A blueprint needs the name of a replication group, but it was blank.");
        }
        if (subnets.isEmpty()) {
            throw new IllegalArgumentException("Blueprint " + name + " has no subnet: name at least one.");
        }
        if (replicas < 1 || replicas > MOST_REPLICAS) {
            throw new IllegalArgumentException(
                    "Blueprint " + name + " must have 1 to " + MOST_REPLICAS + " replicas, but has " + replicas + ".");
        }
    }

    /**
     * A blueprint with one replica and the default parameters.
     *
     * @param name the name of the replication group, its subnet group and its parameter group
     * @param nodeType the type of every node
     * @param subnets the subnets; at least one
     * @return the blueprint
     * @throws IllegalArgumentException if the name is blank or there is no subnet
     */
    public static Blueprint of(String name, String nodeType, String... subnets) {
        return new Blueprint(name, nodeType, List.of(subnets), Map.of(), 1, Optional.empty());
    }

    /**
     * The same blueprint with one more parameter.
     *
     * @param parameter the parameter's name
     * @param value its value
     * @return the new blueprint
     */
    public Blueprint withParameter(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Blueprint(name, nodeType, subnets, more, replicas, restoredFrom);
    }

    /**
     * The same blueprint with another number of replicas.
     *
     * @param replicas how many; 1 to 5
     * @return the new blueprint
     * @throws IllegalArgumentException if the number is out of range
     */
    public Blueprint withReplicas(int replicas) {
        return new Blueprint(name, nodeType, subnets, parameters, replicas, restoredFrom);
    }

    /**
     * The same blueprint for a group that starts with what a snapshot holds.
     *
     * @param snapshot the name of the snapshot
     * @return the new blueprint
     */
    public Blueprint restoredFrom(String snapshot) {
        return new Blueprint(name, nodeType, subnets, parameters, replicas, Optional.of(snapshot));
    }
}
