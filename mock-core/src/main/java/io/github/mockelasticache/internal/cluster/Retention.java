package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.EngineChoice;
import org.jspecify.annotations.Nullable;

/** For how many days automatic snapshots are kept. */
final class Retention {

    static final String NO_SNAPSHOTS = "Snapshots are not supported for engine " + EngineChoice.MEMCACHED + ".";

    private static final int LONGEST = 35;

    private Retention() {}

    static @Nullable Integer requested(@Nullable Integer limit, NodeType nodeType, Call call) {
        Integer days = call.parameters().within("SnapshotRetentionLimit", limit, 0, LONGEST);
        if (days != null && days > 0 && nodeType.family().equals("t1")) {
            // The wording is the service's own: hashicorp/terraform#4947.
            throw call.faults()
                    .invalidParameterCombination("Instance type does not support snapshotting. Snapshot retention limit"
                            + " parameter should not be specified.");
        }
        return days;
    }
}
