package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.engine.UserGroups;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** The user groups of a region, as caches use them. */
final class GroupsOfCaches implements UserGroups {

    private final RegionState region;

    GroupsOfCaches(RegionState region) {
        this.region = region;
    }

    @Override
    public String requireUsable(String id, String engine, Predicate<String> versionIsAtLeast, Call call) {
        UserGroup group = UserStates.activeGroup(id, "associated with a cache", call);
        if (engine.equals(UserEngine.REDIS) && group.engine().equals(UserEngine.VALKEY)) {
            throw call.faults()
                    .invalidParameterCombination("User group " + group.userGroupId()
                            + " has the engine valkey, and cannot be used by a cache with the engine redis.");
        }
        if (!versionIsAtLeast.test(group.minimumEngineVersion())) {
            throw call.faults()
                    .invalidParameterCombination("User group " + group.userGroupId() + " requires engine version "
                            + group.minimumEngineVersion() + " or higher.");
        }
        return group.userGroupId();
    }

    @Override
    public void attach(String id, CacheKind kind, String cache) {
        change(id, kind, caches -> UserStates.with(caches, List.of(Table.key(cache))));
    }

    @Override
    public void detach(String id, CacheKind kind, String cache) {
        change(id, kind, caches -> UserStates.without(caches, List.of(Table.key(cache))));
    }

    private void change(String id, CacheKind kind, UnaryOperator<List<String>> change) {
        UserGroup group = Objects.requireNonNull(region.table(USER_GROUP).find(id), id);
        UserGroup.Builder changed = group.toBuilder();
        switch (kind) {
            case REPLICATION_GROUP -> changed.replicationGroups(change.apply(group.replicationGroups()));
            case SERVERLESS_CACHE -> changed.serverlessCaches(change.apply(group.serverlessCaches()));
        }
        region.table(USER_GROUP).put(id, changed.build());
    }
}
