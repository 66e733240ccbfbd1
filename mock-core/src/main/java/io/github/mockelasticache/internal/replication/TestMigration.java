package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import software.amazon.awssdk.services.elasticache.model.TestMigrationRequest;
import software.amazon.awssdk.services.elasticache.model.TestMigrationResponse;

/** {@code TestMigration}: the same conditions as to start one; whether the server answers shows outside the API. */
final class TestMigration {

    private TestMigration() {}

    static TestMigrationResponse.Builder handle(TestMigrationRequest request, Call call) {
        return TestMigrationResponse.builder()
                .replicationGroup(
                        Migration.target(request.replicationGroupId(), request.customerNodeEndpointList(), call));
    }
}
