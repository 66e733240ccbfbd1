package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Call;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;

/** What can be a member of a global replication group ("Prerequisites and limitations" of global datastores, user guide). */
final class Requirements {

    private static final String REDIS = "redis";
    private static final String SINCE = "5.0.6";

    /** "Not supported on instances older than m5 or r5"; burstable ones are not supported either. */
    private static final Pattern NODE_TYPES = Pattern.compile("cache\\.[mrc](?:[5-9]|\\d\\d)[a-z]*\\..*");

    private Requirements() {}

    /** Checks a replication group of the call's region that is available. */
    static void require(Member member, Call call) {
        CacheCluster cluster = member.cluster(call.region());
        requireNodeType(cluster.cacheNodeType(), call);
        EngineVersion version = EngineVersions.ofPatch(cluster.engine(), cluster.engineVersion());
        if (version.engine().equals(REDIS) && !version.atLeast(SINCE)) {
            throw call.faults()
                    .invalidParameterValue("Global replication groups are not supported for engine version "
                            + version.patchedVersion() + ". Please use engine version " + SINCE + " or higher.");
        }
        if (cluster.cacheSubnetGroupName() == null) {
            throw call.faults()
                    .invalidParameterValue("Global replication groups are only supported for clusters in a VPC.");
        }
        if (member.group(call.region()).clusterMode() == ClusterMode.COMPATIBLE) {
            throw call.faults()
                    .invalidParameterValue(
                            "Global replication groups are not supported for clusters in compatible cluster mode.");
        }
    }

    /** Checks the type of nodes. */
    static void requireNodeType(String nodeType, Call call) {
        if (!NODE_TYPES.matcher(nodeType).matches()) {
            throw call.faults()
                    .invalidParameterValue(
                            "Global replication groups are not supported for the node type " + nodeType + ".");
        }
    }
}
