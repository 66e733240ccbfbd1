package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;
import static io.github.mockelasticache.internal.engine.UserGroups.CacheKind.SERVERLESS_CACHE;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.UserGroups;
import io.github.mockelasticache.internal.provision.EngineChoice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/** The user group that a serverless cache lets in: one, or none. */
final class CacheUserGroup {

    private CacheUserGroup() {}

    /** The id, as it is stored, of a user group that a cache of an engine can be given; null if none is asked for. */
    static @Nullable String requested(@Nullable String requested, EngineAsked engine, Call call) {
        String id = call.parameters().optional("UserGroupId", requested);
        if (id == null) {
            return null;
        }
        requirePossible(engine.name(), call);
        return call.region().ask(UserGroups.class).requireUsable(id, engine.name(), engine.version()::atLeast, call);
    }

    /** "Available for Valkey and Redis OSS only" (API reference). */
    static void requirePossible(String engine, Call call) {
        if (engine.equals(EngineChoice.MEMCACHED)) {
            throw call.faults().invalidParameterCombination("User groups are not supported for engine " + engine + ".");
        }
    }

    /** Notes that a cache is about to use a group, which therefore cannot be deleted. */
    static void await(RegionState region, ServerlessCache cache, String id) {
        region.references().add(cache.arn(), region.arn(USER_GROUP, id));
    }

    /** Notes that a cache uses a group from now on. */
    static void begin(RegionState region, ServerlessCache cache) {
        String id = cache.userGroupId();
        if (id != null) {
            region.references().remove(cache.arn(), region.arn(USER_GROUP, id));
            region.ask(UserGroups.class).attach(id, SERVERLESS_CACHE, cache.serverlessCacheName());
        }
    }

    /** Notes that a cache uses its group no longer. */
    static void end(RegionState region, ServerlessCache cache) {
        String id = cache.userGroupId();
        if (id != null) {
            region.ask(UserGroups.class).detach(id, SERVERLESS_CACHE, cache.serverlessCacheName());
        }
    }
}
