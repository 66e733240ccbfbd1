package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE_SNAPSHOT;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ResourceType;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.provision.EngineChoice;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheConfiguration;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * What a serverless cache is restored from: a snapshot of a serverless cache, one of node-based caches, or files in Amazon S3,
 * whose content the mock does not know.
 *
 * <p>Snapshots are {@code restoring} meanwhile. Those of Valkey 7.2, of Redis OSS 5.0 and of later versions can be restored
 * ("Restoring from a backup into a new cache", user guide), those of Redis OSS to Valkey as well, which reads their files; those
 * of Memcached only to Memcached.
 *
 * @param serverless the name of a snapshot of a serverless cache, or null
 * @param nodeBased the name of a snapshot of node-based caches, or null
 */
record RestoredSnapshots(
        @Nullable String serverless, @Nullable String nodeBased) {

    static final RestoredSnapshots NONE = new RestoredSnapshots(null, null);
    private static final String RESTORING = "restoring";
    private static final int OLDEST_REDIS = 5;

    /** As for {@code SnapshotArns} of the operations that create node-based caches. */
    private static final Pattern S3_OBJECT = Pattern.compile("arn:[^:]+:s3:::[^/,]+/[^,]+");

    static RestoredSnapshots requested(List<String> arns, EngineAsked engine, Call call) {
        arns.forEach(arn -> call.parameters().required("SnapshotArn", arn));
        if (arns.stream().allMatch(arn -> S3_OBJECT.matcher(arn).matches())) {
            requireReadable(arns, engine, call);
            return NONE;
        }
        if (arns.size() > 1) {
            throw call.faults()
                    .invalidParameterCombination(
                            "SnapshotArnsToRestore must be the ARN of one snapshot, or those of objects in S3.");
        }
        String arn = arns.get(0);
        String serverless = name(SERVERLESS_CACHE_SNAPSHOT, arn, call.region());
        if (serverless != null) {
            if (call.region().table(SERVERLESS_CACHE_SNAPSHOT).find(serverless) == null) {
                // ServerlessCacheSnapshotNotFoundFault is not among the errors of the operation.
                throw call.faults().invalidParameterValue("ServerlessCacheSnapshot " + serverless + " not found.");
            }
            ServerlessCacheConfiguration from = restorable(serverless, call).serverlessCacheConfiguration();
            requireFits(from.engine(), from.majorEngineVersion(), engine, call);
            return new RestoredSnapshots(serverless, null);
        }
        String nodeBased = name(SNAPSHOT, arn, call.region());
        if (nodeBased != null) {
            Snapshot from = call.region().ask(Snapshots.class).restorable(call, nodeBased);
            requireFits(from.engine(), from.engineVersion(), engine, call);
            return new RestoredSnapshots(null, nodeBased);
        }
        throw call.faults()
                .invalidParameterValue("The ARN " + arn + " is not the ARN of a snapshot of this account in "
                        + call.region().region().id() + " or of an object in S3.");
    }

    /** A snapshot that something can be restored from. */
    static ServerlessCacheSnapshot restorable(String name, Call call) {
        ServerlessCacheSnapshot snapshot = call.existing(SERVERLESS_CACHE_SNAPSHOT, name);
        if (!snapshot.status().equals(Taking.AVAILABLE)) {
            throw call.faults()
                    .invalidParameterValue("ServerlessCacheSnapshot must be in available state to restore from.");
        }
        return snapshot;
    }

    void begin(RegionState region) {
        if (serverless != null) {
            Taking.status(region, serverless, RESTORING);
        }
        if (nodeBased != null) {
            region.ask(Snapshots.class).restoring(nodeBased);
        }
    }

    /** The snapshot may be gone by then: an automatic one goes with its cache. */
    void end(RegionState region) {
        if (serverless != null) {
            ServerlessCacheSnapshot present =
                    region.table(SERVERLESS_CACHE_SNAPSHOT).find(serverless);
            if (present != null && present.status().equals(RESTORING)) {
                Taking.status(region, serverless, Taking.AVAILABLE);
            }
        }
        if (nodeBased != null) {
            region.ask(Snapshots.class).restored(nodeBased);
        }
    }

    private static @Nullable String name(ResourceType<?> type, String arn, RegionState region) {
        String prefix = region.arn(type, "");
        return arn.startsWith(prefix) ? arn.substring(prefix.length()) : null;
    }

    private static void requireReadable(List<String> files, EngineAsked engine, Call call) {
        if (!files.isEmpty() && engine.name().equals(EngineChoice.MEMCACHED)) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Restoring objects in S3 is not supported for engine " + engine.name() + ".");
        }
    }

    private static void requireFits(String engine, String version, EngineAsked asked, Call call) {
        boolean sameEngine = asked.name().equals(engine);
        int major = major(version);
        boolean fits = sameEngine
                ? major(asked.major()) >= major
                : engine.equals(EngineAsked.REDIS) && asked.name().equals(EngineAsked.VALKEY);
        if (!fits || (engine.equals(EngineAsked.REDIS) && major < OLDEST_REDIS)) {
            throw call.faults()
                    .invalidParameterCombination("A snapshot of " + engine + " " + version
                            + " cannot be restored to a serverless cache of " + asked.name() + " " + asked.major()
                            + ".");
        }
    }

    private static int major(String version) {
        return Integer.parseInt(version.split("\\.", -1)[0]);
    }
}
