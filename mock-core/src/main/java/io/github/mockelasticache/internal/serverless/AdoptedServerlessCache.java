package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;
import static io.github.mockelasticache.time.Delays.Step.SERVERLESS_CACHE_DELETING;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/** Takes serverless caches over that Describe answers tell of. What is creating or deleting begins to do so anew. */
final class AdoptedServerlessCache implements Adopter<ServerlessCache> {

    private static final Set<String> STATUSES = Set.of(
            CreateServerlessCache.AVAILABLE,
            CreateServerlessCache.CREATING,
            DeleteServerlessCache.DELETING,
            DeleteServerlessCache.CREATE_FAILED);

    @Override
    public void adopt(ServerlessCache described, RegionState region, Unfit unfit) {
        require(described, region, unfit);
        ServerlessCache cache = completed(described, region);
        String name = cache.serverlessCacheName();
        region.table(SERVERLESS_CACHE).put(name, cache);
        CacheUserGroup.begin(region, cache);
        switch (cache.status()) {
            case CreateServerlessCache.AVAILABLE -> new AutomaticSnapshots(region).plan(name);
            case CreateServerlessCache.CREATING -> CreateServerlessCache.create(region, cache, RestoredSnapshots.NONE);
            case DeleteServerlessCache.DELETING ->
                DeleteServerlessCache.disappear(region, cache, region.duration(SERVERLESS_CACHE_DELETING));
            default -> {
                // It could not be created, and stays so until it is deleted.
            }
        }
    }

    private static void require(ServerlessCache described, RegionState region, Unfit unfit) {
        if (described.status() == null || !STATUSES.contains(described.status())) {
            throw unfit.because(
                    "/Status",
                    "A serverless cache can be loaded that is available, creating, deleting or create-failed, but this one"
                            + " is " + described.status() + "; how it would go on is not told.");
        }
        if (EngineAsked.find(described.engine(), described.majorEngineVersion()) == null) {
            throw unfit.because(
                    "/Engine",
                    "There are no serverless caches of " + described.engine() + " " + described.majorEngineVersion()
                            + ".");
        }
        String group = described.userGroupId();
        if (group != null && region.table(USER_GROUP).find(group) == null) {
            throw unfit.because(
                    "/UserGroupId",
                    "The user group " + group + " is not among the UserGroups; load those of the account too.");
        }
    }

    private static ServerlessCache completed(ServerlessCache described, RegionState region) {
        String name = Table.key(described.serverlessCacheName());
        EngineAsked engine =
                Objects.requireNonNull(EngineAsked.find(described.engine(), described.majorEngineVersion()));
        ServerlessCache cache = described.toBuilder()
                .serverlessCacheName(name)
                .arn(region.arn(SERVERLESS_CACHE, name))
                .userGroupId(described.userGroupId() == null ? null : Table.key(described.userGroupId()))
                .description(Objects.requireNonNullElse(described.description(), " "))
                .createTime(Objects.requireNonNullElse(described.createTime(), region.now()))
                .majorEngineVersion(engine.major())
                .fullEngineVersion(Objects.requireNonNullElse(described.fullEngineVersion(), engine.full()))
                .snapshotRetentionLimit(Objects.requireNonNullElse(described.snapshotRetentionLimit(), 0))
                .dailySnapshotTime(
                        described.dailySnapshotTime() == null
                                ? CacheSettings.anyHour(region, name)
                                : described.dailySnapshotTime())
                .build();
        return described.status().equals(CreateServerlessCache.AVAILABLE) && described.endpoint() == null
                ? CreateServerlessCache.reachable(region, cache)
                : cache;
    }
}
