package io.github.mockelasticache.internal.subnet;

import static java.util.stream.Collectors.joining;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** One step of a random test: one of the family's four operations. */
record Step(Kind kind, String group, @Nullable String description, List<String> subnetIds) {

    enum Kind {
        CREATE,
        MODIFY,
        DELETE,
        DESCRIBE
    }

    static Arbitrary<Step> any() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(5, Kind.CREATE),
                                Tuple.of(6, Kind.MODIFY),
                                Tuple.of(2, Kind.DELETE),
                                Tuple.of(1, Kind.DESCRIBE)),
                        Arbitraries.of("default", "one", "One", "two", "not_a_name"),
                        Arbitraries.of("a description", "another", " ").injectNull(0.3),
                        Arbitraries.of("subnet-1a", "subnet-1b", "subnet-2a", "subnet-2b", "subnet-x", "subnet-y", "?")
                                .list()
                                .ofMaxSize(4))
                .as(Step::new);
    }

    /** Takes the step and tells everything that its caller gets to see. */
    String on(ElastiCacheClient client) {
        return switch (kind) {
            case CREATE ->
                told(client.createCacheSubnetGroup(created -> created.cacheSubnetGroupName(group)
                        .cacheSubnetGroupDescription(description)
                        .subnetIds(subnetIds)));
            case MODIFY ->
                told(client.modifyCacheSubnetGroup(modified -> modified.cacheSubnetGroupName(group)
                        .cacheSubnetGroupDescription(description)
                        .subnetIds(subnetIds)));
            case DELETE -> told(client.deleteCacheSubnetGroup(deleted -> deleted.cacheSubnetGroupName(group)));
            case DESCRIBE ->
                client.describeCacheSubnetGroupsPaginator(all -> {}).stream()
                        .map((DescribeCacheSubnetGroupsResponse page) -> told(page))
                        .collect(joining());
        };
    }

    private static String told(ElastiCacheResponse answer) {
        return answer + " " + answer.responseMetadata().requestId();
    }
}
