package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SERVICE_UPDATE_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UpdatesSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeServiceUpdatesRequest;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdate;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateSeverity;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateType;

/** The catalogue of service updates, which goes with the mock's clock. */
class DescribeServiceUpdatesTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(DescribeServiceUpdatesRequest.builder().build())
                .member(
                        "ServiceUpdateName",
                        "picks one update",
                        () -> assertThat(names(of -> of.serviceUpdateName(UpdatesSeen.MEDIUM)))
                                .containsExactly(UpdatesSeen.MEDIUM))
                .member(
                        "ServiceUpdateStatus",
                        "picks those of some statuses",
                        () -> assertThat(names(of -> of.serviceUpdateStatus(
                                        ServiceUpdateStatus.CANCELLED, ServiceUpdateStatus.EXPIRED)))
                                .containsExactly(UpdatesSeen.CANCELLED, UpdatesSeen.EXPIRED))
                .member(
                        "MaxRecords",
                        "is the size of a page, which holds all there are",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> names(of -> of.maxRecords(19)), mock))
                .member(
                        "Marker",
                        "must have been given out",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> names(of -> of.marker("nosuchmarker")), mock))
                .tests();
    }

    @Test
    void the_newest_update_comes_first_and_those_to_come_are_not_shown() {
        assertThat(names(all -> {}))
                .containsExactly(
                        UpdatesSeen.NEWEST,
                        UpdatesSeen.IMPORTANT,
                        UpdatesSeen.CRITICAL,
                        UpdatesSeen.MEDIUM,
                        UpdatesSeen.CANCELLED,
                        UpdatesSeen.MEMCACHED_ONLY,
                        UpdatesSeen.EXPIRED);

        mock.clock().advanceTo(Instant.parse("2025-02-15T16:00:00Z"));

        assertThat(names(all -> {})).hasSize(8).startsWith(UpdatesSeen.TO_COME);
    }

    @Test
    void an_update_is_described_as_in_the_sample_of_the_AWS_CLI_reference() {
        assertThat(update(UpdatesSeen.IMPORTANT))
                .isEqualTo(ServiceUpdate.builder()
                        .serviceUpdateName("elc-20241222-001")
                        .serviceUpdateReleaseDate(Instant.parse("2024-12-22T16:00:00Z"))
                        .serviceUpdateEndDate(Instant.parse("2025-04-24T15:59:59Z"))
                        .serviceUpdateSeverity(ServiceUpdateSeverity.IMPORTANT)
                        .serviceUpdateRecommendedApplyByDate(Instant.parse("2025-01-21T15:59:59Z"))
                        .serviceUpdateStatus(ServiceUpdateStatus.AVAILABLE)
                        .serviceUpdateDescription("Upgrades to improve the security, reliability, and operational"
                                + " performance of your ElastiCache nodes")
                        .serviceUpdateType(ServiceUpdateType.SECURITY_UPDATE)
                        .engine("memcached, redis, valkey")
                        .engineVersion("memcached 1.6.6 and onwards, redis 5.0.6 and onwards, valkey 7.2 and onwards")
                        .autoUpdateAfterRecommendedApplyByDate(false)
                        .estimatedUpdateTime("30 minutes per node")
                        .build());
    }

    /** Critical 14 days, important 30, medium 60, low 90: user guide. */
    @ParameterizedTest
    @CsvSource({
        "elc-20241212-001, CRITICAL, 14",
        "elc-20241222-001, IMPORTANT, 30",
        "elc-20241117-001, MEDIUM, 60",
        "elc-20241227-001, LOW, 90"
    })
    void the_time_to_apply_an_update_follows_from_its_severity(String name, ServiceUpdateSeverity severity, int days) {
        ServiceUpdate update = update(name);

        assertThat(update.serviceUpdateSeverity()).isEqualTo(severity);
        assertThat(update.serviceUpdateRecommendedApplyByDate())
                .isEqualTo(update.serviceUpdateReleaseDate()
                        .plus(Duration.ofDays(days))
                        .minusSeconds(1));
    }

    @Test
    void an_update_expires_after_its_end_date() {
        mock.clock().advanceTo(update(UpdatesSeen.MEMCACHED_ONLY).serviceUpdateEndDate());
        assertThat(update(UpdatesSeen.MEMCACHED_ONLY).serviceUpdateStatus()).isEqualTo(ServiceUpdateStatus.AVAILABLE);

        mock.clock().advance(Duration.ofMillis(1));
        assertThat(update(UpdatesSeen.MEMCACHED_ONLY).serviceUpdateStatus()).isEqualTo(ServiceUpdateStatus.EXPIRED);
    }

    @Test
    void the_catalogue_goes_with_the_start_of_the_mock_and_is_the_same_in_every_region() {
        try (ElastiCacheMock other = ElastiCacheMock.builder()
                .startingAt(Instant.parse("2030-06-15T13:14:15.678Z"))
                .build()) {
            assertThat(other.client(Region.EU_WEST_1)
                            .describeServiceUpdates(all -> {})
                            .serviceUpdates())
                    .extracting(ServiceUpdate::serviceUpdateName)
                    .startsWith("elc-20300610-001", "elc-20300605-001")
                    .hasSize(7);
        }
    }

    @Test
    void a_name_and_a_status_are_taken_together() {
        assertThat(names(of ->
                        of.serviceUpdateName(UpdatesSeen.EXPIRED).serviceUpdateStatus(ServiceUpdateStatus.AVAILABLE)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nosuchupdate", "elc-20250215-001"})
    void an_update_that_does_not_exist_yet_or_at_all_is_ServiceUpdateNotFoundFault(String name) {
        SERVICE_UPDATE_NOT_FOUND.isTheAnswerTo(() -> update(name), mock).says("ServiceUpdate not found: " + name);
    }

    @Test
    void statuses_that_make_no_sense_are_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> names(of -> of.serviceUpdateStatusWithStrings("gone")), mock)
                .says("Invalid value gone for ServiceUpdateStatus. Must be one of: available, cancelled, expired.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> names(of ->
                                of.serviceUpdateStatusWithStrings("available", "cancelled", "expired", "available")),
                        mock)
                .says("The parameter ServiceUpdateStatus must have at most 3 elements.");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> names(of -> of.serviceUpdateName(" ")), mock);
    }

    private ServiceUpdate update(String name) {
        return client.describeServiceUpdates(of -> of.serviceUpdateName(name))
                .serviceUpdates()
                .get(0);
    }

    private List<String> names(Consumer<DescribeServiceUpdatesRequest.Builder> request) {
        return client.describeServiceUpdates(request).serviceUpdates().stream()
                .map(ServiceUpdate::serviceUpdateName)
                .toList();
    }
}
