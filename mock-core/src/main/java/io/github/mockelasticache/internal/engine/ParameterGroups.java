package io.github.mockelasticache.internal.engine;

import org.jspecify.annotations.Nullable;

/** What other families ask about the cache parameter groups of a region. */
public interface ParameterGroups {

    /**
     * Whether a group is for replication groups with cluster mode enabled.
     *
     * @param name the name of a group that exists
     * @return whether its parameter {@code cluster-enabled} is {@code yes}
     */
    boolean clusterMode(String name);

    /**
     * The value of a parameter.
     *
     * @param name the name of a group that exists
     * @param parameter the name of the parameter
     * @return its value in the group, or null if it has none
     */
    @Nullable
    String value(String name, String parameter);

    /**
     * Whether nodes that change from one group to another need a reboot for it.
     *
     * @param from the name of the group before, which exists
     * @param to the name of the group after, which exists and is of the same family
     * @return whether a parameter that takes effect only after a reboot has another value in it
     */
    boolean rebootNeeded(String from, String to);
}
