package io.github.mockelasticache.internal.snapshot;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** One step of a random test: one of the operations that change snapshots, or a move of the clock. */
record Step(Kind kind, String source, String name, String other, Duration duration) {

    enum Kind {
        CREATE,
        CREATE_OF_GROUP,
        COPY,
        EXPORT,
        DELETE,
        DELETE_AUTOMATIC,
        ADVANCE
    }

    static Arbitrary<Step> any() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Kind.CREATE),
                                Tuple.of(2, Kind.CREATE_OF_GROUP),
                                Tuple.of(4, Kind.COPY),
                                Tuple.of(1, Kind.EXPORT),
                                Tuple.of(3, Kind.DELETE),
                                Tuple.of(1, Kind.DELETE_AUTOMATIC),
                                Tuple.of(8, Kind.ADVANCE)),
                        Arbitraries.of("daily", "disabled-001", "disabled-002", "nosuch"),
                        Arbitraries.of("one", "One", "two", "not_a_name", "automatic.daily-2025-01-01-03-00"),
                        Arbitraries.of("one", "two", "three"),
                        Arbitraries.of("PT0S", "PT1M", "PT1M59.999999999S", "PT2M", "PT3M", "PT3H", "P1D")
                                .map(Duration::parse))
                .as(Step::new);
    }

    /** Takes the step and tells everything that its caller gets to see. */
    String on(Caches caches) {
        try {
            return switch (kind) {
                case CREATE -> caches.create(name, source).toString();
                case CREATE_OF_GROUP -> caches.createOfGroup(name, "enabled").toString();
                case COPY -> caches.copy(name, other).toString();
                case EXPORT ->
                    caches.client()
                            .copySnapshot(each -> each.sourceSnapshotName(name)
                                    .targetSnapshotName(other)
                                    .targetBucket("mybucket"))
                            .toString();
                case DELETE -> caches.delete(name).toString();
                case DELETE_AUTOMATIC -> {
                    caches.role().deleteAutomatic("daily");
                    caches.role().planAutomatic("daily");
                    yield "";
                }
                case ADVANCE -> caches.clock().advance(duration).toString();
            };
        } catch (AwsServiceException refused) {
            return refused.toString();
        }
    }
}
