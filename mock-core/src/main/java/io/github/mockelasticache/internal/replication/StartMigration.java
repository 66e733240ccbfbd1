package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.StartMigrationRequest;
import software.amazon.awssdk.services.elasticache.model.StartMigrationResponse;

/** {@code StartMigration}. */
final class StartMigration {

    private StartMigration() {}

    static StartMigrationResponse.Builder handle(StartMigrationRequest request, Call call) {
        ReplicationGroup group =
                Migration.target(request.replicationGroupId(), request.customerNodeEndpointList(), call);
        return StartMigrationResponse.builder()
                .replicationGroup(Migration.start(call.region(), group.replicationGroupId()));
    }
}
