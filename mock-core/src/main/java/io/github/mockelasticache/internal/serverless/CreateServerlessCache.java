package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.time.Delays.Step.SERVERLESS_CACHE_CREATING;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.provision.Endpoints;
import io.github.mockelasticache.internal.provision.EngineChoice;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/**
 * {@code CreateServerlessCache}.
 *
 * <p>The wordings for a name that is taken and for the quota are not known from the real service; they follow those of its sister
 * operations. The events are those of "Serverless cache events", user guide.
 */
final class CreateServerlessCache {

    static final String CREATING = "creating";
    static final String AVAILABLE = "available";

    private static final int PORT = 6379;
    private static final int MEMCACHED_PORT = 11211;

    private CreateServerlessCache() {}

    static CreateServerlessCacheResponse.Builder handle(CreateServerlessCacheRequest request, Call call) {
        String name = Table.key(CacheSettings.newName(request.serverlessCacheName(), call));
        String description = CacheSettings.description(request.description(), call);
        EngineAsked engine = EngineAsked.of(
                EngineAsked.name(call.parameters().required("Engine", request.engine()), call),
                call.parameters().optional("MajorEngineVersion", request.majorEngineVersion()),
                call);
        Integer retention = CacheSettings.retention(request.snapshotRetentionLimit(), call);
        String snapshotTime = CacheSettings.dailySnapshotTime(request.dailySnapshotTime(), call);
        String kmsKeyId = call.parameters().optional("KmsKeyId", request.kmsKeyId());
        RegionState region = call.region();
        ServerlessCache.Builder asked = ServerlessCache.builder()
                .cacheUsageLimits(UsageLimits.changed(null, request.cacheUsageLimits(), call))
                .userGroupId(CacheUserGroup.requested(request.userGroupId(), engine, call));
        VpcEndpoint endpoint = VpcEndpoint.requested(request.subnetIds(), request.securityGroupIds(), call);
        RestoredSnapshots restored = RestoredSnapshots.requested(request.snapshotArnsToRestore(), engine, call);
        requireFree(name, call);
        requireQuota(call);
        String arn = region.arn(SERVERLESS_CACHE, name);
        region.tags().check(arn, request.tags(), call.faults());

        ServerlessCache cache = asked.serverlessCacheName(name)
                .description(description)
                .createTime(region.now().truncatedTo(ChronoUnit.MILLIS))
                .status(CREATING)
                .engine(engine.name())
                .majorEngineVersion(engine.major())
                .fullEngineVersion(engine.full())
                .kmsKeyId(kmsKeyId)
                .securityGroupIds(endpoint.securityGroupIds())
                .arn(arn)
                .subnetIds(endpoint.subnetIds())
                .snapshotRetentionLimit(retention == null ? 0 : retention)
                .dailySnapshotTime(snapshotTime == null ? CacheSettings.anyHour(region, name) : snapshotTime)
                .build();
        region.table(SERVERLESS_CACHE).put(name, cache);
        region.tags().add(arn, request.tags(), call.faults());
        CacheUserGroup.begin(region, cache);
        restored.begin(region);
        create(region, cache, restored);
        return CreateServerlessCacheResponse.builder().serverlessCache(cache);
    }

    private static void requireFree(String name, Call call) {
        if (call.region().table(SERVERLESS_CACHE).find(name) != null) {
            throw call.faults()
                    .of(ServiceError.SERVERLESS_CACHE_ALREADY_EXISTS, "Serverless cache " + name + " already exists.");
        }
    }

    private static void requireQuota(Call call) {
        int quota = call.region().settings().quotas().of(Quota.SERVERLESS_CACHES);
        if (call.region().table(SERVERLESS_CACHE).size() >= quota) {
            throw call.faults()
                    .of(
                            ServiceError.SERVERLESS_CACHE_QUOTA_FOR_CUSTOMER_EXCEEDED,
                            "You have already reached your quota of " + quota + " serverless caches in this region.");
        }
    }

    /** Lets a cache become available that is being created. */
    static void create(RegionState region, ServerlessCache cache, RestoredSnapshots restored) {
        String name = cache.serverlessCacheName();
        String failure = region.plannedFailure(cache.arn());
        if (failure != null) {
            region.after(SERVERLESS_CACHE_CREATING, cache.arn(), "", CREATING, failure, () -> {
                restored.end(region);
                region.table(SERVERLESS_CACHE)
                        .change(name, each -> each.toBuilder().status(failure).build());
                region.emit(
                        SERVERLESS_CACHE,
                        name,
                        "Failed to create cache " + name + ". Insufficient free IP addresses to create VPC endpoint.");
            });
            return;
        }
        region.after(SERVERLESS_CACHE_CREATING, cache.arn(), "", CREATING, AVAILABLE, () -> {
            restored.end(region);
            region.table(SERVERLESS_CACHE).change(name, each -> reachable(region, each));
            region.emit(SERVERLESS_CACHE, name, "Cache " + name + " is created and ready to use.");
            new AutomaticSnapshots(region).plan(name);
        });
    }

    /** The examples of the API reference show endpoints of caches that are available, and none while they are created. */
    static ServerlessCache reachable(RegionState region, ServerlessCache cache) {
        boolean memcached = Objects.equals(cache.engine(), EngineChoice.MEMCACHED);
        int port = memcached ? MEMCACHED_PORT : PORT;
        return cache.toBuilder()
                .status(AVAILABLE)
                .endpoint(Endpoints.serverless(region, cache.serverlessCacheName(), port))
                .readerEndpoint(Endpoints.serverless(region, cache.serverlessCacheName(), port + 1))
                .build();
    }
}
