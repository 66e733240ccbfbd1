package io.github.mockelasticache.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** Each member of a DescribeEvents request, and what it does. */
class DescribeEventsMembersTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @BeforeEach
    void groups_are_created_half_an_hour_apart() {
        for (int number = 0; number < 21; number++) {
            String early = "early-" + number;
            client.createCacheSecurityGroup(
                    group -> group.cacheSecurityGroupName(early).description(early));
        }
        mock.clock().advance(Duration.ofMinutes(30));
        client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("late")
                .cacheSubnetGroupDescription("late")
                .subnetIds("subnet-0a1b2c3d"));
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_has_its_effect() {
        return RequestMembers.of(DescribeEventsRequest.builder().build())
                .member(
                        "SourceIdentifier",
                        "picks the events of one resource, whose type is given too",
                        () -> assertThat(sources(asked -> asked.sourceType(SourceType.CACHE_SUBNET_GROUP)
                                        .sourceIdentifier("late")))
                                .containsExactly("late"))
                .member(
                        "SourceType",
                        "picks the events of one type of resource",
                        () -> assertThat(sources(asked -> asked.sourceType(SourceType.CACHE_SECURITY_GROUP)))
                                .hasSize(21))
                .member(
                        "StartTime",
                        "is the first instant of the span",
                        () -> assertThat(sources(asked -> asked.startTime(START.plusSeconds(60))))
                                .containsExactly("late"))
                .member(
                        "EndTime",
                        "is the last instant of the span",
                        () -> assertThat(sources(asked -> asked.endTime(START.plusSeconds(60))))
                                .hasSize(21))
                .member(
                        "Duration",
                        "is the length of the span in minutes",
                        () -> assertThat(sources(asked -> asked.duration(5))).containsExactly("late"))
                .member(
                        "MaxRecords",
                        "is the size of a page",
                        () -> assertThat(sources(asked -> asked.maxRecords(20))).hasSize(20))
                .member("Marker", "says where the page begins", () -> {
                    String marker =
                            client.describeEvents(asked -> asked.maxRecords(20)).marker();
                    assertThat(sources(asked -> asked.maxRecords(20).marker(marker)))
                            .hasSize(2);
                })
                .tests();
    }

    private List<String> sources(Consumer<DescribeEventsRequest.Builder> asked) {
        DescribeEventsResponse answer = client.describeEvents(asked);
        return answer.events().stream().map(Event::sourceIdentifier).toList();
    }
}
