package io.github.mockelasticache.internal.engine;

import java.util.Set;

/**
 * Where cache nodes are: what the family that places them tells the families whose resources they are placed in.
 *
 * @see RegionState#offer
 */
public interface NodePlacement {

    /**
     * The availability zones in which a resource has cache nodes.
     *
     * @param arn the ARN of a cache cluster or a replication group
     * @return the names of the zones; empty if it has no nodes
     */
    Set<String> availabilityZonesOf(String arn);
}
