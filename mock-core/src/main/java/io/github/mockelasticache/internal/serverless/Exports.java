package io.github.mockelasticache.internal.serverless;

import java.util.HashSet;
import java.util.Set;

/** The objects that snapshots have been exported to in Amazon S3: those that the mock was asked to write. */
final class Exports {

    private final Set<String> objects = new HashSet<>();

    /** Writes an object; false if there is one of that key in the bucket already. */
    boolean add(String bucket, String key) {
        return objects.add(bucket + "/" + key);
    }
}
