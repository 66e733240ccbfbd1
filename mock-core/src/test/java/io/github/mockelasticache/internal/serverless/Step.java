package io.github.mockelasticache.internal.serverless;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** One step of a random test: one of the operations that change caches or snapshots, or a move of the clock. */
record Step(Kind kind, String cache, String name, String other, Duration duration) {

    enum Kind {
        CREATE,
        RESTORE,
        MODIFY,
        UPGRADE,
        RETAIN,
        DELETE,
        DELETE_WITH_FINAL,
        SNAPSHOT,
        COPY,
        EXPORT,
        DELETE_SNAPSHOT,
        ADVANCE
    }

    static Arbitrary<Step> any() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Kind.CREATE),
                                Tuple.of(2, Kind.RESTORE),
                                Tuple.of(2, Kind.MODIFY),
                                Tuple.of(1, Kind.UPGRADE),
                                Tuple.of(2, Kind.RETAIN),
                                Tuple.of(2, Kind.DELETE),
                                Tuple.of(1, Kind.DELETE_WITH_FINAL),
                                Tuple.of(5, Kind.SNAPSHOT),
                                Tuple.of(3, Kind.COPY),
                                Tuple.of(2, Kind.EXPORT),
                                Tuple.of(2, Kind.DELETE_SNAPSHOT),
                                Tuple.of(12, Kind.ADVANCE)),
                        Arbitraries.of("first", "First", "second", "no_name"),
                        Arbitraries.of("one", "One", "two", "no_name", "automatic.first-2025-01-02"),
                        Arbitraries.of("one", "two", "three"),
                        Arbitraries.of("PT0S", "PT1M", "PT1M59.999999999S", "PT3M", "PT20M", "PT5H", "P1D")
                                .map(Duration::parse))
                .as(Step::new);
    }

    /** Takes the step and tells everything that its caller gets to see. */
    String on(ElastiCacheMock mock, ElastiCacheClient client) {
        ServerlessSeen serverless = ServerlessSeen.of(client);
        try {
            return switch (kind) {
                case CREATE ->
                    serverless
                            .create(cache, asked -> asked.engine("redis").snapshotRetentionLimit(2))
                            .toString();
                case RESTORE ->
                    serverless
                            .create(
                                    cache,
                                    asked -> asked.snapshotArnsToRestore(
                                            "arn:aws:elasticache:us-east-1:123456789012:serverlesscachesnapshot:"
                                                    + name))
                            .toString();
                case MODIFY ->
                    serverless
                            .modify(cache, asked -> asked.securityGroupIds(other))
                            .toString();
                case UPGRADE ->
                    serverless.modify(cache, asked -> asked.engine("valkey")).toString();
                case RETAIN ->
                    serverless
                            .modify(cache, asked -> asked.snapshotRetentionLimit(name.length() - 2))
                            .toString();
                case DELETE -> serverless.delete(cache).toString();
                case DELETE_WITH_FINAL ->
                    client.deleteServerlessCache(
                                    asked -> asked.serverlessCacheName(cache).finalSnapshotName(name))
                            .toString();
                case SNAPSHOT -> serverless.snapshot(name, cache).toString();
                case COPY -> serverless.copy(name, other).toString();
                case EXPORT -> serverless.export(name, "mybucket").toString();
                case DELETE_SNAPSHOT -> serverless.deleteSnapshot(name).toString();
                case ADVANCE -> mock.clock().advance(duration).toString();
            };
        } catch (AwsServiceException refused) {
            return refused.toString();
        }
    }
}
