package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.internal.engine.Call;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.OutpostMode;

/** The Outpost that a cluster is placed on. */
final class Outposts {

    private Outposts() {}

    /** Mode and ARN come together, and all nodes are on one Outpost: "Using Outposts", user guide. */
    static void require(CreateCacheClusterRequest request, Call call) {
        OutpostMode mode = call.parameters()
                .oneOf("OutpostMode", request.outpostModeAsString(), List.copyOf(OutpostMode.knownValues()));
        boolean named = request.preferredOutpostArn() != null
                || !request.preferredOutpostArns().isEmpty();
        if (mode == OutpostMode.CROSS_OUTPOST) {
            throw call.faults().invalidParameterValue("The OutpostMode cross-outpost is not supported.");
        }
        if ((mode != null) != named) {
            throw call.faults()
                    .invalidParameterCombination(
                            "OutpostMode must be given together with PreferredOutpostArn or PreferredOutpostArns.");
        }
        long distinct = Stream.concat(
                        Stream.ofNullable(request.preferredOutpostArn()), request.preferredOutpostArns().stream())
                .distinct()
                .count();
        if (distinct > 1) {
            throw call.faults()
                    .invalidParameterCombination("The OutpostMode single-outpost takes the ARN of one Outpost.");
        }
    }

    static @Nullable String ofCluster(CreateCacheClusterRequest request) {
        return request.preferredOutpostArns().isEmpty()
                ? request.preferredOutpostArn()
                : request.preferredOutpostArns().get(0);
    }
}
