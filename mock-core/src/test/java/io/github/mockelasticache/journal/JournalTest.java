package io.github.mockelasticache.journal;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.testing.EngineSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClientBuilder;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
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
    void a_call_is_recorded_with_its_place_virtual_time_region_caller_request_and_answer() {
        mock.clock().advance(Duration.ofMinutes(5));
        client.describeCacheSecurityGroups(all -> {});
        CreateCacheSecurityGroupResponse answer =
                mock.client(Region.EU_CENTRAL_1).createCacheSecurityGroup(CREATE);

        assertThat(mock.journal())
                .hasSize(2)
                .last()
                .isEqualTo(new RecordedCall(
                        2,
                        Instant.parse("2025-01-01T00:05:00Z"),
                        Region.EU_CENTRAL_1,
                        new Caller(Door.SERVED, Thread.currentThread().getName(), 1),
                        "CreateCacheSecurityGroup",
                        CREATE,
                        answer.responseMetadata().requestId(),
                        Optional.of(answer),
                        Optional.empty()));
    }

    @Test
    void a_refused_call_is_recorded_with_its_error() {
        assertThatServiceErrorOf(() -> client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("nope")))
                .hasCode("CacheSecurityGroupNotFound");

        assertThat(mock.journal()).singleElement().satisfies(call -> {
            assertThat(call.operation()).isEqualTo("DeleteCacheSecurityGroup");
            assertThat(call.errorCode()).hasValue("CacheSecurityGroupNotFound");
            assertThat(call.error()).get().isInstanceOf(CacheSecurityGroupNotFoundException.class);
            assertThat(call.answer()).isEmpty();
        });
    }

    @Test
    @SuppressWarnings("try") // The activation is there to be closed.
    void calls_through_every_door_are_recorded() throws Exception {
        try (SdkAutoCloseable active = mock.activate();
                ElastiCacheClient captured = ElastiCacheClient.create()) {
            captured.createCacheSecurityGroup(CREATE);
        }
        mock.asyncClient().describeCacheSecurityGroups(all -> {}).join();
        send("?Action=DescribeEvents&Version=2015-02-02");

        assertThat(mock.journal())
                .extracting(RecordedCall::operation, call -> call.caller().door())
                .containsExactly(
                        tuple("CreateCacheSecurityGroup", Door.CAPTURED),
                        tuple("DescribeCacheSecurityGroups", Door.SERVED),
                        tuple("DescribeEvents", Door.WIRE));
    }

    @Test
    @SuppressWarnings("try") // The activation is there to be closed.
    void a_call_tells_the_thread_that_made_it_whether_it_is_served_or_captured() throws Exception {
        try (SdkAutoCloseable active = mock.activate();
                ElastiCacheClient captured = ElastiCacheClient.create()) {
            Thread thread = new Thread(
                    () -> {
                        client.describeCacheSecurityGroups(all -> {});
                        captured.describeCacheSecurityGroups(all -> {});
                    },
                    "wörker 1/2");
            thread.start();
            thread.join();
        }

        assertThat(mock.journal())
                .extracting(call -> call.caller().thread())
                .containsExactly("wörker 1/2", "wörker 1/2");
    }

    @ParameterizedTest
    @MethodSource("clientsThatLoseAnAnswer")
    void each_attempt_of_the_SDK_is_a_call_of_its_own_with_its_number(
            Function<ElastiCacheMock, ElastiCacheClient> lossy) {
        try (ElastiCacheClient losing = lossy.apply(mock)) {
            losing.describeCacheSecurityGroups(all -> {});
            losing.describeCacheSecurityGroups(all -> {});
        }

        assertThat(mock.journal()).extracting(call -> call.caller().attempt()).containsExactly(1, 2, 1);
        assertThat(mock.journal().get(1).toString()).endsWith("  attempt 2  ok");
    }

    static Stream<Named<Function<ElastiCacheMock, ElastiCacheClient>>> clientsThatLoseAnAnswer() {
        return Stream.of(
                Named.of("served", mock -> mock.configure(losingOneAnswer()).build()), Named.of("captured", mock -> {
                    mock.activate(); // until the mock is closed
                    return losingOneAnswer().build();
                }));
    }

    private static ElastiCacheClientBuilder losingOneAnswer() {
        AtomicBoolean lost = new AtomicBoolean();
        return ElastiCacheClient.builder()
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(RetryMode.STANDARD)
                        .addExecutionInterceptor(new ExecutionInterceptor() {
                            @Override
                            public void afterTransmission(
                                    Context.AfterTransmission context, ExecutionAttributes attributes) {
                                if (!lost.getAndSet(true)) {
                                    throw RetryableException.create("The answer was lost.");
                                }
                            }
                        }));
    }

    @ParameterizedTest
    @CsvSource({"attempt=3; max=5, 3", "max=5;attempt=2, 2", "attempt=0, 1", "attempt=99999999999, 1", "retry, 1"})
    void a_program_outside_tells_its_attempt_in_the_header_of_the_SDKs(String header, int attempt) throws Exception {
        send("?Action=DescribeEvents&Version=2015-02-02", "amz-sdk-request", header);

        assertThat(mock.journal())
                .singleElement()
                .satisfies(call -> assertThat(call.caller().attempt()).isEqualTo(attempt));
    }

    @Test
    void a_call_of_an_operation_that_the_mock_does_not_know_is_the_tests_mistake_and_not_recorded() {
        Engine withoutOperations = new Engine(EngineSettings.withSeed(0), List.of());
        try (ServedClients clients = new ServedClients(withoutOperations)) {
            assertThatThrownBy(() -> clients.client(mock.region()).describeEvents(all -> {}))
                    .isInstanceOf(UnsupportedOperationException.class);

            assertThat(withoutOperations.journal()).isEmpty();
        }
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
    void calls_are_found_by_the_type_and_the_members_of_their_request() {
        client.createCacheSecurityGroup(CREATE);
        client.describeCacheSecurityGroups(named -> named.cacheSecurityGroupName("mygroup"));
        client.describeCacheSecurityGroups(named -> named.cacheSecurityGroupName("default"));

        Journal journal = mock.journal();

        assertThat(journal.calls(DescribeCacheSecurityGroupsRequest.class))
                .containsExactly(journal.get(1), journal.get(2));
        assertThat(journal.calls(ElastiCacheRequest.class)).isEqualTo(journal);
        assertThat(journal.calls(
                        DescribeCacheSecurityGroupsRequest.class,
                        request -> request.cacheSecurityGroupName().equals("default")))
                .containsExactly(journal.get(2));
    }

    @Test
    void calls_are_found_by_whatever_is_known_of_them() {
        client.createCacheSecurityGroup(CREATE);
        assertThatServiceErrorOf(() -> client.createCacheSecurityGroup(CREATE)).hasHttpStatus(400);

        Journal journal = mock.journal();

        assertThat(journal.where(call -> call.error().isPresent())).containsExactly(journal.get(1));
        assertThat(journal.last(1)).containsExactly(journal.get(1));
        assertThat(journal.last(5)).isEqualTo(journal);
    }

    @Test
    void of_a_long_run_the_last_calls_are_kept_under_their_own_numbers() {
        try (ElastiCacheMock longLived =
                ElastiCacheMock.builder().journalLimit(2).build()) {
            ElastiCacheClient busy = longLived.client();
            for (int call = 0; call < 5; call++) {
                busy.describeCacheSecurityGroups(all -> {});
            }

            Journal journal = longLived.journal();

            assertThat(journal).extracting(RecordedCall::number).containsExactly(4L, 5L);
            assertThat(journal.forgotten()).isEqualTo(3);
            assertThat(journal.toString())
                    .startsWith("(the first 3 calls are forgotten)" + System.lineSeparator() + "4  ");
            longLived.reset();
            assertThat(longLived.journal().forgotten()).isZero();
        }
    }

    @Test
    void a_journal_can_be_done_without() {
        try (ElastiCacheMock mute = ElastiCacheMock.builder().journalLimit(0).build()) {
            mute.client().describeCacheSecurityGroups(all -> {});

            assertThat(mute.journal()).isEmpty();
            assertThat(mute.journal().forgotten()).isEqualTo(1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElastiCacheMock.builder().journalLimit(-1))
                .withMessage("The journalLimit must be zero or more, but is -1.");
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

    private void send(String query, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mock.endpoint() + "/" + query));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
