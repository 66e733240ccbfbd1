package io.github.mockelasticache.fault;

import static io.github.mockelasticache.fault.CommonFault.INTERNAL_FAILURE;
import static io.github.mockelasticache.fault.CommonFault.THROTTLING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.RecordedCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

/** Which calls go wrong, counted by a client that makes one attempt only. */
class FaultPlanTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.configure(ElastiCacheClient.builder()
                    .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry())))
            .build();

    @Test
    void a_plan_takes_the_first_call_of_its_operation_and_no_other() {
        mock.faults().add(FaultPlan.on(DescribeCacheSecurityGroupsRequest.class).inject(THROTTLING));

        client.describeEvents(all -> {});
        assertThat(describe()).contains("Throttling");
        assertThat(describe()).isEmpty();
    }

    @Test
    void a_plan_takes_as_many_calls_as_it_says_from_the_one_that_it_says() {
        mock.faults()
                .add(FaultPlan.on("DescribeCacheSecurityGroups")
                        .fromCall(2)
                        .times(2)
                        .inject(THROTTLING));

        assertThat(List.of(describe(), describe(), describe(), describe()))
                .containsExactly(
                        Optional.empty(), Optional.of("Throttling"), Optional.of("Throttling"), Optional.empty());
    }

    @Test
    void a_plan_can_take_every_call_of_any_operation() {
        mock.faults().add(FaultPlan.onAnyCall().always().inject(Fault.error("CacheClusterNotFound")));

        for (int call = 0; call < 10; call++) {
            assertThat(describe()).contains("CacheClusterNotFound");
            assertThat(create("web")).contains("CacheClusterNotFound");
        }
    }

    @Test
    void a_plan_counts_the_calls_that_fulfil_its_conditions() {
        mock.faults()
                .add(FaultPlan.on(CreateCacheSecurityGroupRequest.class)
                        .when(group -> group.description().startsWith("the group"))
                        .when(group -> group.cacheSecurityGroupName().equals("web"))
                        .inject(Fault.error("QuotaExceeded.CacheSecurityGroup")));

        assertThat(create("app")).isEmpty();
        assertThat(create("web")).contains("QuotaExceeded.CacheSecurityGroup");
        assertThat(create("web")).isEmpty();
    }

    @Test
    void a_call_that_an_earlier_plan_takes_leaves_a_later_one_waiting_for_the_next() {
        mock.faults()
                .add(FaultPlan.onAnyCall().times(2).inject(THROTTLING))
                .add(FaultPlan.onAnyCall().inject(INTERNAL_FAILURE));

        assertThat(List.of(describe(), describe(), describe(), describe()))
                .containsExactly(
                        Optional.of("Throttling"),
                        Optional.of("Throttling"),
                        Optional.of("InternalFailure"),
                        Optional.empty());
    }

    @Test
    void a_call_that_goes_wrong_changes_nothing_and_moves_no_time() {
        mock.faults().add(FaultPlan.onAnyCall().inject(INTERNAL_FAILURE));

        assertThat(create("web")).contains("InternalFailure");

        assertThat(client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups())
                .hasSize(1);
        assertThat(mock.clock().instant()).isEqualTo("2025-01-01T00:00:00Z");
    }

    @Test
    void a_call_that_goes_wrong_is_in_the_journal() {
        mock.faults().add(FaultPlan.onAnyCall().inject(THROTTLING));

        describe();

        assertThat(mock.journal()).extracting(RecordedCall::errorCode).containsExactly(Optional.of("Throttling"));
    }

    @Test
    void an_error_of_the_api_model_comes_as_the_services_own() {
        mock.faults().add(FaultPlan.onAnyCall().inject(Fault.error("CacheClusterNotFound", "It has gone.")));

        assertThat(refusal())
                .isExactlyInstanceOf(CacheClusterNotFoundException.class)
                .satisfies(e -> {
                    assertThat(e.statusCode()).isEqualTo(404);
                    assertThat(e.requestId()).isNotBlank();
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("It has gone.");
                    assertThat(e.awsErrorDetails().serviceName()).isEqualTo("ElastiCache");
                });
    }

    @Test
    void an_error_can_be_given_as_the_sdks_exception() {
        mock.faults()
                .add(FaultPlan.onAnyCall()
                        .inject(Fault.error(CacheSecurityGroupQuotaExceededException.builder()
                                .message("Enough.")
                                .build())));

        assertThat(refusal())
                .isExactlyInstanceOf(CacheSecurityGroupQuotaExceededException.class)
                .satisfies(e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("QuotaExceeded.CacheSecurityGroup");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Enough.");
                });
    }

    @Test
    void an_error_that_an_earlier_call_ended_in_can_be_injected_again() {
        AwsServiceException seen = refusedWith(Fault.error("CacheClusterNotFound", "It has gone."));

        AwsServiceException again = refusedWith(Fault.error(seen));

        assertThat(again).isExactlyInstanceOf(CacheClusterNotFoundException.class);
        assertThat(again.awsErrorDetails().errorMessage()).isEqualTo("It has gone.");
    }

    @Test
    void an_error_that_the_api_model_does_not_have_comes_with_its_http_status() {
        AwsServiceException refusal = refusedWith(Fault.httpError(403, "AccessDenied", "You may not."));

        assertThat(refusal).isExactlyInstanceOf(ElastiCacheException.class);
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLING, Throttling, 400",
        "INTERNAL_FAILURE, InternalFailure, 500",
        "SERVICE_UNAVAILABLE, ServiceUnavailable, 503"
    })
    void the_common_errors_have_the_codes_of_all_services(CommonFault fault, String code, int httpStatus) {
        AwsServiceException refusal = refusedWith(fault);

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(refusal.statusCode()).isEqualTo(httpStatus);
        assertThat(refusal.isThrottlingException()).isEqualTo(fault == THROTTLING);
    }

    @Test
    void a_plan_that_never_fired_can_be_asked_for() {
        FaultPlan fired = FaultPlan.on(DescribeCacheSecurityGroupsRequest.class).inject(THROTTLING);
        FaultPlan unused = FaultPlan.on(CreateCacheSecurityGroupRequest.class)
                .fromCall(2)
                .times(3)
                .inject(THROTTLING);
        mock.faults().add(fired).add(unused);

        describe();
        create("web");

        assertThat(mock.faults().unused()).containsExactly(unused);
        assertThat(mock.faults().unused()).hasToString("[THROTTLING for calls 2 to 4 of CreateCacheSecurityGroup]");
        assertThat(mock.faults().fired(fired)).isEqualTo(1);
        assertThat(mock.faults().fired(unused)).isZero();
    }

    @Test
    void plans_can_be_taken_out_and_added_anew() {
        FaultPlan plan = FaultPlan.onAnyCall().inject(THROTTLING);
        mock.faults().add(plan);
        describe();

        mock.faults().add(plan);
        assertThat(describe()).contains("Throttling");
        mock.faults().add(plan).remove(plan);
        assertThat(describe()).isEmpty();
        mock.faults().add(plan).clear();
        assertThat(describe()).isEmpty();
        assertThat(mock.faults().all()).isEmpty();
    }

    @Test
    void a_mock_is_built_with_plans_and_has_them_again_after_a_reset() {
        FaultPlan plan = FaultPlan.on(DescribeCacheSecurityGroupsRequest.class).inject(THROTTLING);
        try (ElastiCacheMock built = ElastiCacheMock.builder().faults(plan).build()) {
            ElastiCacheClient patient = built.client();
            patient.describeCacheSecurityGroups(all -> {});
            assertThat(built.faults().fired(plan)).isEqualTo(1);
            built.faults().add(FaultPlan.onAnyCall().inject(THROTTLING));

            built.reset();

            assertThat(built.faults().all()).containsExactly(plan);
            assertThat(built.faults().unused()).containsExactly(plan);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreateCluster | write its name as the API reference has it, for example CreateCacheCluster.",
                "createcachecluster | write CreateCacheCluster.",
                "CreateCacheClusterRequest | write its name as the API reference has it, for example CreateCacheCluster.",
            })
    void an_operation_that_the_service_does_not_have_is_refused(String operation, String fix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultPlan.on(operation))
                .withMessage("ElastiCache has no operation \"" + operation + "\"; " + fix);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void numbers_of_calls_begin_at_one(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultPlan.onAnyCall().fromCall(number))
                .withMessage("The fromCall of a fault plan must be 1 or more (1 for the first call), but is " + number
                        + ".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultPlan.onAnyCall().times(number))
                .withMessage("The times of a fault plan must be 1 or more (1 for a single call, or always()), but is "
                        + number + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "CacheClusterGone, for example CacheClusterNotFound",
        "CacheClusterNotFoundFault, 'for example CacheClusterNotFound,'",
        "SnapshotNotFound, 'for example SnapshotNotFoundFault,'"
    })
    void an_error_that_the_service_does_not_have_is_refused_where_it_is_planned(String code, String fix) {
        FaultPlan plan = FaultPlan.onAnyCall().inject(Fault.error(code));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mock.faults().add(plan))
                .withMessageStartingWith("ElastiCache has no error \"" + code + "\"; write its code")
                .withMessageContaining(fix)
                .withMessageContaining("Fault.httpError(403, \"AccessDenied\", \"...\")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElastiCacheMock.builder().faults(plan));
        assertThat(mock.faults().all()).isEmpty();
    }

    @Test
    void other_values_that_make_no_sense_are_refused_where_they_are_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.latency(Duration.ZERO))
                .withMessage("The latency of an answer must be above zero, for example PT5S, but is PT0S.");
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.error(" ")).withMessageContaining("blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.httpError(200, "OK", "Fine."))
                .withMessage("The HTTP status of an error must be 400 to 599, but is 200.");
    }

    @Test
    void an_exception_that_stands_for_no_error_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.error(
                        ElastiCacheException.builder().message("Sorry.").build()))
                .withMessageContaining("give the exception a code");
    }

    @Test
    void a_condition_that_fails_is_the_tests_mistake_and_says_on_which_request() {
        mock.faults()
                .add(FaultPlan.on(DescribeEventsRequest.class)
                        .when(events -> events.maxRecords() > 20)
                        .inject(CommonFault.THROTTLING));

        assertThatIllegalStateException()
                .isThrownBy(() -> mock.client().describeEvents(all -> {}))
                .withMessageContaining("THROTTLING for call 1 of DescribeEvents")
                .withMessageContaining("DescribeEventsRequest()")
                .withMessageContaining("What a request does not say is null")
                .withCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void a_plan_reads_as_what_it_does() {
        assertThat(FaultPlan.on("DescribeEvents").inject(Fault.latency(Duration.ofSeconds(5))))
                .hasToString("latency of PT5S for call 1 of DescribeEvents");
        assertThat(FaultPlan.onAnyCall().fromCall(3).always().inject(Fault.httpError(403, "AccessDenied", "No.")))
                .hasToString("error AccessDenied (HTTP 403) for calls 3 and later of any operation");
    }

    private AwsServiceException refusedWith(Fault fault) {
        mock.faults().add(FaultPlan.onAnyCall().inject(fault));
        return refusal();
    }

    private AwsServiceException refusal() {
        try {
            client.describeCacheSecurityGroups(all -> {});
        } catch (AwsServiceException refusal) {
            return refusal;
        }
        throw new AssertionError("The call has succeeded.");
    }

    private Optional<String> describe() {
        return errorOf(() -> client.describeCacheSecurityGroups(all -> {}));
    }

    private Optional<String> create(String name) {
        return errorOf(() -> client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName(name).description("the group " + name)));
    }

    private static Optional<String> errorOf(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (AwsServiceException refusal) {
            return Optional.of(refusal.awsErrorDetails().errorCode());
        }
    }
}
