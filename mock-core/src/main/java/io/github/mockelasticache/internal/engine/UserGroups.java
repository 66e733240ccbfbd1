package io.github.mockelasticache.internal.engine;

import java.util.function.Predicate;

/**
 * What the families of caches ask about the user groups of a region, and tell of the caches that use one.
 *
 * <p>A cache that is only about to use a group, because the change waits, notes it in {@link RegionState#references} with the group's
 * ARN: the group cannot be deleted meanwhile.
 */
public interface UserGroups {

    /** The kinds of cache that a user group lists apart. */
    enum CacheKind {
        /** A replication group: {@code UserGroup.ReplicationGroups}. */
        REPLICATION_GROUP,
        /** A serverless cache: {@code UserGroup.ServerlessCaches}. */
        SERVERLESS_CACHE
    }

    /**
     * Checks that a cache can begin to use a group.
     *
     * @param id the id of the group in any case
     * @param engine the engine of the cache: {@code redis} or {@code valkey}
     * @param versionIsAtLeast whether the cache's engine version is some version, for example {@code 6.0}, or a later one
     * @param call the call: {@code UserGroupNotFound}; {@code InvalidUserGroupState} unless the group is active; {@code
     *     InvalidParameterCombination} if it is for another engine or a later version
     * @return the id as it is stored
     */
    String requireUsable(String id, String engine, Predicate<String> versionIsAtLeast, Call call);

    /**
     * Notes that a cache uses a group: the group lists it, and cannot be deleted.
     *
     * @param id the id of the group, which exists
     * @param kind the kind of the cache
     * @param cache the name of the cache
     */
    void attach(String id, CacheKind kind, String cache);

    /**
     * Notes that a cache uses a group no longer.
     *
     * @param id the id of the group, which exists
     * @param kind the kind of the cache
     * @param cache the name of the cache
     */
    void detach(String id, CacheKind kind, String cache);
}
