package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.time.Delays.Step.SERVERLESS_CACHE_MODIFYING;
import static io.github.mockelasticache.time.Delays.Step.SERVERLESS_CACHE_UPGRADING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.time.Delays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheUsageLimits;
import software.amazon.awssdk.services.elasticache.model.ModifyServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyServerlessCacheResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/**
 * {@code ModifyServerlessCache}: one field a request, where the usage limits are one, and engine and major version together one.
 *
 * <p>The cache is {@code modifying} meanwhile. It shows a new description, retention limit or time of its snapshots at once (example
 * of the API reference); its limits, security groups, user group and engine when they are in place, of which an event tells for the
 * first two ("Serverless cache events", user guide).
 */
final class ModifyServerlessCache {

    private static final String MODIFYING = "modifying";

    private ModifyServerlessCache() {}

    /**
     * One modification.
     *
     * @param step how long it takes
     * @param atOnce what the cache shows at once
     * @param afterwards what it shows when it is available again
     * @param event what is then told; null for nothing
     */
    private record Modification(
            Delays.Step step,
            UnaryOperator<ServerlessCache.Builder> atOnce,
            UnaryOperator<ServerlessCache.Builder> afterwards,
            @Nullable String event) {

        static Modification atOnce(UnaryOperator<ServerlessCache.Builder> change) {
            return new Modification(SERVERLESS_CACHE_MODIFYING, change, UnaryOperator.identity(), null);
        }

        static Modification afterwards(UnaryOperator<ServerlessCache.Builder> change, @Nullable String event) {
            return new Modification(SERVERLESS_CACHE_MODIFYING, UnaryOperator.identity(), change, event);
        }
    }

    static ModifyServerlessCacheResponse.Builder handle(ModifyServerlessCacheRequest request, Call call) {
        ServerlessCache cache = call.existing(
                SERVERLESS_CACHE, call.parameters().required("ServerlessCacheName", request.serverlessCacheName()));
        requireOneField(request, call);
        Modification modification = modification(request, cache, call);
        if (!cache.status().equals(CreateServerlessCache.AVAILABLE)) {
            throw call.faults().invalidServerlessCacheState();
        }

        RegionState region = call.region();
        String name = cache.serverlessCacheName();
        ServerlessCache modifying = region.table(SERVERLESS_CACHE)
                .change(
                        name,
                        each -> modification
                                .atOnce()
                                .apply(each.toBuilder())
                                .status(MODIFYING)
                                .build());
        if (request.userGroupId() != null) {
            CacheUserGroup.await(region, cache, Table.key(request.userGroupId()));
        }
        new AutomaticSnapshots(region).plan(name);
        region.after(
                modification.step(),
                cache.arn(),
                "",
                MODIFYING,
                CreateServerlessCache.AVAILABLE,
                () -> complete(region, name, modification));
        return ModifyServerlessCacheResponse.builder().serverlessCache(modifying);
    }

    /** A parameter that repeats its current value counts as well (hashicorp/terraform-provider-aws#37499). */
    private static void requireOneField(ModifyServerlessCacheRequest request, Call call) {
        long fields = Stream.of(
                        request.description() != null,
                        UsageLimits.areAsked(request.cacheUsageLimits()),
                        removesUserGroup(request),
                        request.userGroupId() != null,
                        !request.securityGroupIds().isEmpty(),
                        request.snapshotRetentionLimit() != null,
                        request.dailySnapshotTime() != null,
                        request.engine() != null || request.majorEngineVersion() != null)
                .filter(given -> given)
                .count();
        if (fields == 0) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#41777.
            throw call.faults().invalidParameterCombination("No modifications were requested");
        }
        if (fields > 1) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#40461.
            throw call.faults()
                    .invalidParameterCombination(
                            "Serverless Cache modifications only support modifying one field per request.");
        }
    }

    private static Modification modification(ModifyServerlessCacheRequest request, ServerlessCache cache, Call call) {
        if (request.description() != null) {
            String description = CacheSettings.description(request.description(), call);
            return Modification.atOnce(each -> each.description(description));
        }
        if (request.snapshotRetentionLimit() != null) {
            Integer retention = CacheSettings.retention(request.snapshotRetentionLimit(), call);
            return Modification.atOnce(each -> each.snapshotRetentionLimit(retention));
        }
        if (request.dailySnapshotTime() != null) {
            String time = CacheSettings.dailySnapshotTime(request.dailySnapshotTime(), call);
            return Modification.atOnce(each -> each.dailySnapshotTime(time));
        }
        if (UsageLimits.areAsked(request.cacheUsageLimits())) {
            CacheUsageLimits limits = UsageLimits.changed(cache.cacheUsageLimits(), request.cacheUsageLimits(), call);
            return Modification.afterwards(
                    each -> each.cacheUsageLimits(limits),
                    "Limits updated for the cache " + cache.serverlessCacheName() + ".");
        }
        if (!request.securityGroupIds().isEmpty()) {
            List<String> groups = Network.securityGroupIds(request.securityGroupIds(), call);
            return Modification.afterwards(
                    each -> each.securityGroupIds(groups),
                    "SecurityGroups updated for the cache " + cache.serverlessCacheName() + ".");
        }
        if (removesUserGroup(request)) {
            CacheUserGroup.requirePossible(cache.engine(), call);
            return Modification.afterwards(each -> each.userGroupId(null), null);
        }
        if (request.userGroupId() != null) {
            EngineAsked present = EngineAsked.of(cache.engine(), cache.majorEngineVersion(), call);
            String group = CacheUserGroup.requested(request.userGroupId(), present, call);
            return Modification.afterwards(each -> each.userGroupId(group), null);
        }
        return upgrade(request, cache, call);
    }

    private static Modification upgrade(ModifyServerlessCacheRequest request, ServerlessCache cache, Call call) {
        EngineAsked engine = EngineAsked.upgrade(
                cache,
                call.parameters().optional("Engine", request.engine()),
                call.parameters().optional("MajorEngineVersion", request.majorEngineVersion()),
                call);
        return new Modification(
                engine.isOf(cache) ? SERVERLESS_CACHE_MODIFYING : SERVERLESS_CACHE_UPGRADING,
                UnaryOperator.identity(),
                each -> each.engine(engine.name())
                        .majorEngineVersion(engine.major())
                        .fullEngineVersion(engine.full()),
                null);
    }

    private static boolean removesUserGroup(ModifyServerlessCacheRequest request) {
        return Boolean.TRUE.equals(request.removeUserGroup());
    }

    private static void complete(RegionState region, String name, Modification modification) {
        ServerlessCache before =
                Objects.requireNonNull(region.table(SERVERLESS_CACHE).find(name), name);
        ServerlessCache after = region.table(SERVERLESS_CACHE)
                .change(
                        name,
                        each -> modification
                                .afterwards()
                                .apply(each.toBuilder())
                                .status(CreateServerlessCache.AVAILABLE)
                                .build());
        if (!Objects.equals(before.userGroupId(), after.userGroupId())) {
            CacheUserGroup.end(region, before);
            CacheUserGroup.begin(region, after);
        }
        if (modification.event() != null) {
            region.emit(SERVERLESS_CACHE, name, modification.event());
        }
    }
}
