package io.github.mockelasticache.internal.engine;

/**
 * What the family of global replication groups asks of the cache parameter groups of a region. The service makes a parameter group
 * for each member, and leaves it behind (hashicorp/terraform-provider-aws#24558).
 */
public interface GlobalParameterGroups {

    /**
     * Adds the parameter group of a member.
     *
     * @param member the id of the replication group
     * @param region the region of another parameter group
     * @param like the name of that parameter group, whose parameters it gets
     * @return its name
     */
    String add(String member, RegionState region, String like);

    /**
     * Notes whether a parameter group is that of a member.
     *
     * @param name its name
     * @param global what {@code IsGlobal} is to be
     */
    void mark(String name, boolean global);
}
