package io.github.mockelasticache.internal.securitygroup;

import static java.util.stream.Collectors.joining;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** One step of a random test: one of the family's five operations, or a move of the clock. */
record Step(Kind kind, String group, String ec2SecurityGroup, String ownerId, Duration duration) {

    enum Kind {
        AUTHORIZE,
        REVOKE,
        CREATE,
        DELETE,
        DESCRIBE,
        ADVANCE
    }

    static Arbitrary<Step> any() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Kind.AUTHORIZE),
                                Tuple.of(5, Kind.REVOKE),
                                Tuple.of(3, Kind.CREATE),
                                Tuple.of(1, Kind.DELETE),
                                Tuple.of(2, Kind.DESCRIBE),
                                Tuple.of(6, Kind.ADVANCE)),
                        Arbitraries.of("default", "one", "One", "two", "not_a_name"),
                        Arbitraries.of("web", "app"),
                        Arbitraries.of("111111111111", "1111-1111-1111", "222222222222", "AKIAIOSFODNN7EXAMPLE"),
                        Arbitraries.of("PT0S", "PT0.000000001S", "PT20S", "PT59.999999999S", "PT1M", "PT2M")
                                .map(Duration::parse))
                .as(Step::new);
    }

    /** Takes the step and tells everything that its caller gets to see. */
    String on(ElastiCacheMock mock, ElastiCacheClient client) {
        try {
            return switch (kind) {
                case AUTHORIZE ->
                    told(client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(group)
                            .ec2SecurityGroupName(ec2SecurityGroup)
                            .ec2SecurityGroupOwnerId(ownerId)));
                case REVOKE ->
                    told(client.revokeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(group)
                            .ec2SecurityGroupName(ec2SecurityGroup)
                            .ec2SecurityGroupOwnerId(ownerId)));
                case CREATE ->
                    told(client.createCacheSecurityGroup(
                            created -> created.cacheSecurityGroupName(group).description(ownerId)));
                case DELETE -> told(client.deleteCacheSecurityGroup(deleted -> deleted.cacheSecurityGroupName(group)));
                case DESCRIBE ->
                    client.describeCacheSecurityGroupsPaginator(all -> {}).stream()
                            .map((DescribeCacheSecurityGroupsResponse page) -> told(page))
                            .collect(joining());
                case ADVANCE -> mock.clock().advance(duration).toString();
            };
        } catch (AwsServiceException refused) {
            return refused.toString();
        }
    }

    private static String told(ElastiCacheResponse answer) {
        return answer + " " + answer.responseMetadata().requestId() + " "
                + answer.sdkHttpResponse().headers();
    }
}
