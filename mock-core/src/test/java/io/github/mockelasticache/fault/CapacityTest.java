package io.github.mockelasticache.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.InsufficientCacheClusterCapacityException;

/** Availability zones in which no node can be created. */
class CapacityTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @Test
    void a_cluster_that_asks_for_the_zone_is_refused_and_does_not_exist() {
        mock.withoutCapacity("us-east-1a");

        assertThatExceptionOfType(InsufficientCacheClusterCapacityException.class)
                .isThrownBy(() -> clusters.redis("web", cluster -> cluster.preferredAvailabilityZone("us-east-1a")))
                .satisfies(e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorMessage()).contains("us-east-1a");
                });
        assertThat(clusters.all()).isEmpty();
        clusters.redis("web", cluster -> cluster.preferredAvailabilityZone("us-east-1b"));
    }

    @Test
    void the_services_own_choice_avoids_the_zone() {
        mock.withoutCapacity("us-east-1a");
        clusters.memcached("web", 20, cluster -> cluster.azMode("cross-az"));
        mock.clock().settle();

        assertThat(clusters.named("web").cacheNodes())
                .extracting(node -> node.customerAvailabilityZone())
                .doesNotContain("us-east-1a")
                .contains("us-east-1b");
    }

    @Test
    void without_capacity_in_any_zone_no_cluster_can_be_created() {
        try (ElastiCacheMock other = ElastiCacheMock.create()) {
            for (char zone = 'a'; zone <= 'f'; zone++) {
                other.withoutCapacity("us-east-1" + zone);
            }

            assertThatExceptionOfType(InsufficientCacheClusterCapacityException.class)
                    .isThrownBy(() -> Clusters.of(other.client()).redis("web"));
        }
    }

    @Test
    void capacity_comes_back() {
        mock.withoutCapacity("us-east-1a").withCapacity("us-east-1a");

        clusters.redis("web", cluster -> cluster.preferredAvailabilityZone("us-east-1a"));
        mock.withoutCapacity("us-east-1a").reset();
        clusters.redis("web", cluster -> cluster.preferredAvailabilityZone("us-east-1a"));
    }

    @Test
    void zones_that_a_mock_is_built_without_are_without_capacity_after_a_reset_too() {
        try (ElastiCacheMock scarce =
                ElastiCacheMock.builder().withoutCapacity("us-east-1a").build()) {
            Clusters ofIt = Clusters.of(scarce.client());
            ThrowingCallable asking =
                    () -> ofIt.redis("web", cluster -> cluster.preferredAvailabilityZone("us-east-1a"));

            assertThatExceptionOfType(InsufficientCacheClusterCapacityException.class)
                    .isThrownBy(asking);
            scarce.withCapacity("us-east-1a");
            assertThatNoException().isThrownBy(asking);

            scarce.reset();
            assertThatExceptionOfType(InsufficientCacheClusterCapacityException.class)
                    .isThrownBy(asking);
        }
    }

    @Test
    void another_region_has_zones_of_its_own() {
        mock.withoutCapacity("us-east-1a");

        Clusters.of(mock.client(Region.EU_WEST_1))
                .redis("web", cluster -> cluster.preferredAvailabilityZone("eu-west-1a"));
    }

    @Test
    void a_zone_that_does_not_exist_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mock.withoutCapacity("us-east-1"))
                .withMessage("There is no availability zone us-east-1; write one such as us-east-1a.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElastiCacheMock.builder().withoutCapacity("us-east-1a", "us-east-1z"))
                .withMessage("There is no availability zone us-east-1z; write one such as us-east-1a.");
    }
}
