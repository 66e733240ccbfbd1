package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import software.amazon.awssdk.services.elasticache.model.CompleteMigrationRequest;
import software.amazon.awssdk.services.elasticache.model.CompleteMigrationResponse;

/** {@code CompleteMigration}: {@code Force} ends it without regard to data that is not in sync, of which a mock has none. */
final class CompleteMigration {

    private CompleteMigration() {}

    static CompleteMigrationResponse.Builder handle(CompleteMigrationRequest request, Call call) {
        return CompleteMigrationResponse.builder()
                .replicationGroup(Migration.complete(Groups.named(request.replicationGroupId(), call), call));
    }
}
