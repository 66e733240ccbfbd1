package io.github.mockelasticache.internal.provision;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a cache cluster's SDK object does not tell before its nodes exist, or ever.
 *
 * @param port the port of every node
 * @param nodes how many nodes the cluster has, with those that are being created or are to be
 * @param creating the availability zones of the nodes that are being created or are to be, in order
 * @param lastNode the number of the last node that the cluster has had: numbers are not used again
 * @param snapshot the name of the snapshot that it is being restored from; empty for none
 */
public record NodePlan(int port, int nodes, List<String> creating, int lastNode, String snapshot) {

    /**
     * The plan of a cluster that is being created.
     *
     * @param port the port of every node
     * @param zones the availability zones of its nodes, in order
     * @param snapshot the name of the snapshot that it is restored from; empty for none
     * @return the plan
     */
    public static NodePlan creating(int port, List<String> zones, String snapshot) {
        return new NodePlan(port, zones.size(), List.copyOf(zones), 0, snapshot);
    }

    /**
     * This plan with more nodes to create.
     *
     * @param zones the availability zones of the nodes
     * @return the plan
     */
    public NodePlan adding(List<String> zones) {
        return new NodePlan(
                port,
                nodes + zones.size(),
                Stream.concat(creating.stream(), zones.stream()).toList(),
                lastNode,
                snapshot);
    }

    /**
     * This plan without the nodes that were to be created.
     *
     * @return the plan
     */
    public NodePlan addingNone() {
        return new NodePlan(port, nodes - creating.size(), List.of(), lastNode, snapshot);
    }

    /**
     * This plan with fewer nodes.
     *
     * @param number how many nodes leave
     * @return the plan
     */
    public NodePlan removing(int number) {
        return new NodePlan(port, nodes - number, creating, lastNode, snapshot);
    }

    /**
     * This plan when its nodes have been created.
     *
     * @return the plan, with nothing to create and nothing to restore
     */
    public NodePlan created() {
        return new NodePlan(port, nodes, List.of(), lastNode + creating.size(), "");
    }

    /**
     * The ids that the nodes to be created will have.
     *
     * @return for example {@code 0002} and {@code 0003}
     */
    public List<String> idsOfCreating() {
        return IntStream.rangeClosed(lastNode + 1, lastNode + creating.size())
                .mapToObj(NodePlan::nodeId)
                .toList();
    }

    /**
     * The id of a node.
     *
     * @param number its number, from 1
     * @return for example {@code 0001}
     */
    public static String nodeId(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
