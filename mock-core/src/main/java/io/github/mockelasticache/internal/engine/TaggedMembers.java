package io.github.mockelasticache.internal.engine;

import java.util.Collection;

/** What the tag operations ask of replication groups. */
public interface TaggedMembers {

    /**
     * The resources that get the tags of a replication group too, when they are added and when they are removed ("Tagging your
     * ElastiCache resources", user guide).
     *
     * @param group the id of a group that exists
     * @return the ARNs of its member clusters
     */
    Collection<String> of(String group);
}
