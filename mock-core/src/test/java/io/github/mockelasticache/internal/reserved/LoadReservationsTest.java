package io.github.mockelasticache.internal.reserved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.fixture.FixtureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

/** What {@code aws elasticache describe-reserved-cache-nodes} prints can be loaded: its example is, with an account of our own. */
class LoadReservationsTest {

    private static final String MY_NODE = """
            {
                "ReservedCacheNodes": [
                    {
                        "ReservedCacheNodeId": "mynode",
                        "ReservedCacheNodesOfferingId": "00000000-0000-0000-0000-000000000071",
                        "CacheNodeType": "cache.t3.small",
                        "StartTime": "2019-12-06T02:50:44.003Z",
                        "Duration": 31536000,
                        "FixedPrice": 0.0,
                        "UsagePrice": 0.0,
                        "CacheNodeCount": 1,
                        "ProductDescription": "redis",
                        "OfferingType": "No Upfront",
                        "State": "payment-pending",
                        "RecurringCharges": [
                            {"RecurringChargeAmount": 0.023, "RecurringChargeFrequency": "Hourly"}
                        ],
                        "ReservationARN": "arn:aws:elasticache:us-west-2:123456789012:reserved-instance:mynode"
                    }
                ]
            }
            """;

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .startingAt(Instant.parse("2019-12-06T02:51:00Z"))
            .build();

    @Test
    void a_reservation_lives_on_in_its_region() {
        mock.loadJson(MY_NODE);
        assertThat(states()).containsExactly("mynode payment-pending");

        mock.clock().settle();
        assertThat(states()).containsExactly("mynode active");
        mock.clock().advanceTo(Instant.parse("2020-12-05T02:50:44.003Z"));
        assertThat(states()).containsExactly("mynode retired");
    }

    @Test
    void an_active_reservation_runs_out_and_one_that_is_over_stays_so() {
        mock.loadJson(MY_NODE.replace("payment-pending", "active"));
        mock.loadJson(MY_NODE.replace("payment-pending", "payment-failed").replace("mynode", "failed"));
        mock.loadJson(MY_NODE.replace("payment-pending", "retired").replace("mynode", "retired-node"));

        mock.clock().advance(Duration.ofDays(366));

        assertThat(states()).containsExactly("failed payment-failed", "mynode retired", "retired-node retired");
    }

    @Test
    void a_snapshot_of_the_mock_brings_it_back() {
        mock.loadJson(MY_NODE);
        String snapshot = mock.snapshot();

        mock.reset();
        mock.loadJson(snapshot);

        assertThat(mock.snapshot()).isEqualTo(snapshot);
        assertThat(states()).containsExactly("mynode payment-pending");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"StartTime\": \"2019-12-06T02:50:44.003Z\",', '', '', StartTime is missing; a reservation has it.",
        "'\"Duration\": 31536000,', '', '', Duration is missing; a reservation has it.",
        "'\"CacheNodeCount\": 1,', '', '', CacheNodeCount is missing; a reservation has it.",
        "payment-pending, gone, /State, 'The state of a reservation is one of payment-pending, active, retired, payment-failed,"
                + " but is \"gone\".'"
    })
    void what_does_not_fit_is_refused(String part, String instead, String member, String problem) {
        assertThatExceptionOfType(FixtureException.class)
                .isThrownBy(() -> mock.loadJson(MY_NODE.replace(part, instead)))
                .withMessageContaining("/ReservedCacheNodes/0" + member)
                .withMessageContaining(problem);
    }

    @Test
    void an_active_reservation_that_has_run_out_by_now_is_refused() {
        mock.clock().advance(Duration.ofDays(366));

        assertThatExceptionOfType(FixtureException.class)
                .isThrownBy(() -> mock.loadJson(MY_NODE.replace("payment-pending", "active")))
                .withMessageContaining("The reservation runs out at 2020-12-05T02:50:44.003Z");
    }

    @Test
    void a_reservation_of_another_account_is_refused() {
        assertThatExceptionOfType(FixtureException.class)
                .isThrownBy(() -> mock.loadJson(MY_NODE.replace("123456789012", "987654321098")))
                .withMessageContaining("/ReservedCacheNodes/0/ReservationARN");
    }

    private List<String> states() {
        return mock.client(Region.US_WEST_2).describeReservedCacheNodes().reservedCacheNodes().stream()
                .map(each -> each.reservedCacheNodeId() + " " + each.state())
                .toList();
    }
}
