package io.github.mockelasticache.internal.snapshot;

import io.github.mockelasticache.internal.engine.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * The objects that snapshots have been exported to in Amazon S3, as far as the mock can know: those that it was asked to write.
 *
 * <p>Any bucket that can exist is taken to exist, in the right region and with the right permissions. The wordings are those of
 * CopySnapshot, API reference.
 */
final class Exports {

    /** "Bucket naming rules", Amazon S3 user guide. */
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private final Set<String> objects = new HashSet<>();

    /** Checks that a snapshot can be exported. */
    void requirePossible(String bucket, Snapshot source, String target, Call call) {
        if (!BUCKET.matcher(bucket).matches()) {
            throw call.faults().invalidParameterValue("The S3 bucket " + bucket + " does not exist.");
        }
        if ("enabled".equals(source.dataTieringAsString())) {
            // "Exporting a backup to Amazon S3 is not supported for clusters using data tiering": user guide.
            throw call.faults()
                    .invalidParameterCombination(
                            "Exporting a snapshot to Amazon S3 is not supported for clusters using" + " data tiering.");
        }
        for (String key : keys(source, target)) {
            if (objects.contains(bucket + "/" + key)) {
                throw call.faults()
                        .invalidParameterValue(
                                "The S3 bucket " + bucket + " already contains an object with key " + key + ".");
            }
        }
    }

    void add(String bucket, Snapshot source, String target) {
        keys(source, target).forEach(key -> objects.add(bucket + "/" + key));
    }

    /** One object; or one for each node group, as in {@code stevesun-elasticache-0002.rdb} (aws/aws-cli#2456). */
    private static List<String> keys(Snapshot source, String target) {
        if (source.numNodeGroups() == null) {
            return List.of(target + ".rdb");
        }
        return IntStream.range(0, source.nodeSnapshots().size())
                .mapToObj(shard ->
                        target + "-" + source.nodeSnapshots().get(shard).nodeGroupId() + ".rdb")
                .toList();
    }
}
