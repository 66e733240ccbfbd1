package io.github.mockelasticache.journal;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** What a mock remembers of the calls that it has answered. */
class JournalTest {

    private static final CreateCacheSecurityGroupRequest CREATE = CreateCacheSecurityGroupRequest.builder()
            .cacheSecurityGroupName("mygroup")
            .description("My security group")
            .build();

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @Test
    void a_call_is_recorded_with_its_place_virtual_time_region_request_and_request_id() {
        mock.clock().advance(Duration.ofMinutes(5));
        client.describeCacheSecurityGroups(all -> {});
        String requestId = mock.client(Region.EU_CENTRAL_1)
                .createCacheSecurityGroup(CREATE)
                .responseMetadata()
                .requestId();

        assertThat(mock.journal())
                .hasSize(2)
                .last()
                .isEqualTo(new RecordedCall(
                        2,
                        Instant.parse("2025-01-01T00:05:00Z"),
                        Region.EU_CENTRAL_1,
                        "CreateCacheSecurityGroup",
                        CREATE,
                        requestId,
                        Optional.empty()));
    }

    @Test
    void a_refused_call_is_recorded_with_the_code_of_its_error() {
        assertThatServiceErrorOf(() -> client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("nope")))
                .hasCode("CacheSecurityGroupNotFound");

        assertThat(mock.journal()).singleElement().satisfies(call -> {
            assertThat(call.operation()).isEqualTo("DeleteCacheSecurityGroup");
            assertThat(call.errorCode()).hasValue("CacheSecurityGroupNotFound");
        });
    }

    @Test
    @SuppressWarnings("try") // The activation is there to be closed.
    void calls_through_every_door_are_recorded() {
        try (SdkAutoCloseable active = mock.activate();
                ElastiCacheClient captured = ElastiCacheClient.create()) {
            captured.createCacheSecurityGroup(CREATE);
        }
        mock.asyncClient().describeCacheSecurityGroups(all -> {}).join();

        assertThat(mock.journal())
                .extracting(RecordedCall::operation)
                .containsExactly("CreateCacheSecurityGroup", "DescribeCacheSecurityGroups");
    }

    @Test
    void a_call_of_an_operation_that_the_mock_does_not_know_is_the_tests_mistake_and_not_recorded() {
        assertThatThrownBy(() -> client.describeReservedCacheNodes()).isInstanceOf(UnsupportedOperationException.class);

        assertThat(mock.journal()).isEmpty();
    }

    @Test
    void the_requests_of_one_type_are_found_in_their_order() {
        client.createCacheSecurityGroup(CREATE);
        client.describeCacheSecurityGroups(named -> named.cacheSecurityGroupName("mygroup"));
        client.describeCacheSecurityGroups(named -> named.cacheSecurityGroupName("default"));

        Journal journal = mock.journal();

        assertThat(journal.requests(DescribeCacheSecurityGroupsRequest.class))
                .extracting(DescribeCacheSecurityGroupsRequest::cacheSecurityGroupName)
                .containsExactly("mygroup", "default");
        assertThat(journal.requests(DeleteCacheSecurityGroupRequest.class)).isEmpty();
    }

    @Test
    void a_journal_that_has_been_taken_does_not_change() {
        Journal before = mock.journal();

        client.createCacheSecurityGroup(CREATE);

        assertThat(before).isEmpty();
        assertThat(mock.journal()).hasSize(1);
    }

    @Test
    void a_journal_prints_a_line_for_each_call() {
        assertThat(mock.journal()).hasToString("(none)");
        client.createCacheSecurityGroup(CREATE);
        assertThatServiceErrorOf(() -> client.createCacheSecurityGroup(CREATE)).hasHttpStatus(400);

        assertThat(mock.journal().toString())
                .isEqualTo("1  2025-01-01T00:00:00Z  us-east-1  " + CREATE + "  ok" + System.lineSeparator()
                        + "2  2025-01-01T00:00:00Z  us-east-1  " + CREATE + "  CacheSecurityGroupAlreadyExists");
    }
}
