package io.github.mockelasticache.internal.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which resource of a region uses which other one.
 *
 * <p>A family says here what its resources use, and asks here whether one of its own is in use, so that no family needs to
 * know another.
 */
public final class References {

    private final Map<String, SortedSet<String>> usersByUsed = new HashMap<>();

    References() {}

    /**
     * Notes that one resource uses another.
     *
     * @param user the ARN of the one that uses
     * @param used the ARN of the one that is used
     */
    public void add(String user, String used) {
        usersByUsed.computeIfAbsent(used, arn -> new TreeSet<>()).add(user);
    }

    /**
     * Notes that one resource uses another no longer.
     *
     * @param user the ARN of the one that used
     * @param used the ARN of the one that was used
     */
    public void remove(String user, String used) {
        usersByUsed.computeIfPresent(used, (arn, users) -> {
            users.remove(user);
            return users.isEmpty() ? null : users;
        });
    }

    /**
     * Who uses a resource.
     *
     * @param used its ARN
     * @return the ARNs of those that use it, in order
     */
    public SortedSet<String> usersOf(String used) {
        return Collections.unmodifiableSortedSet(usersByUsed.getOrDefault(used, Collections.emptySortedSet()));
    }
}
