package io.github.mockelasticache.internal.engine;

import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mockelasticache.internal.securitygroup.CacheSecurityGroups;
import io.github.mockelasticache.journal.Caller;
import io.github.mockelasticache.journal.Door;
import io.github.mockelasticache.testing.EngineSettings;
import io.github.mockelasticache.testing.Groups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/** One call after the other, as a door hands them in. */
class EngineTest {

    private static final Caller CALLER = new Caller(Door.SERVED, "main", 1);
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Engine engine = new Engine(EngineSettings.withSeed(0), List.of(new CacheSecurityGroups()));

    @BeforeEach
    void ingress_to_one_is_authorized_after_60_seconds_and_to_other_after_90() {
        create("one");
        create("other");
        authorize("one");
        engine.clock().advance(Duration.ofSeconds(30));
        authorize("other");
    }

    @Test
    void a_call_moves_no_time() {
        describe("one", false);

        assertThat(engine.clock().instant()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void a_waiters_poll_first_settles_the_resource_that_it_asks_about() {
        assertThat(ingress(describe("One", true))).containsExactly("web/987654321021 authorized");

        assertThat(engine.clock().instant()).isEqualTo(START.plusSeconds(60));
        assertThat(ingress(describe("other", false))).containsExactly("web/987654321021 authorizing");
    }

    @Test
    void transitions_of_other_resources_happen_when_a_waiters_poll_passes_them() {
        assertThat(ingress(describe("other", true))).containsExactly("web/987654321021 authorized");

        assertThat(engine.clock().instant()).isEqualTo(START.plusSeconds(90));
        assertThat(ingress(describe("one", false))).containsExactly("web/987654321021 authorized");
    }

    @Test
    void a_waiters_poll_that_names_no_resource_settles_all_of_them() {
        describe(null, true);

        assertThat(engine.clock().instant()).isEqualTo(START.plusSeconds(90));
        assertThat(engine.clock().timeline().pending()).isEmpty();
    }

    @Test
    void a_waiters_poll_of_what_does_not_change_or_does_not_exist_moves_no_time() {
        describe("default", true);
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> describe("nosuchgroup", true));

        assertThat(engine.clock().instant()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void a_waiters_poll_settles_the_region_that_it_asks() {
        engine.execute(
                new Invocation(DescribeCacheSecurityGroupsRequest.builder().build(), Region.EU_WEST_1, true, CALLER));

        assertThat(engine.clock().instant()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void every_call_gets_a_request_id_of_its_own() {
        assertThat(describe("one", false).responseMetadata().requestId())
                .isNotEqualTo(describe("one", false).responseMetadata().requestId());
    }

    @Test
    void a_closed_engine_says_so_to_whoever_calls() {
        engine.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> describe("one", false))
                .withMessage("This ElastiCacheMock has been closed, so its clients can no longer be used."
                        + " Take a client from the mock of the test that is running.");
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.registerEc2SecurityGroup(Region.US_EAST_1, "987654321021", "web"));
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.requireExecutable(
                        DescribeCacheSecurityGroupsRequest.builder().build()));
    }

    private void create(String name) {
        execute(CreateCacheSecurityGroupRequest.builder()
                .cacheSecurityGroupName(name)
                .description("the group " + name)
                .build());
    }

    private void authorize(String name) {
        execute(AuthorizeCacheSecurityGroupIngressRequest.builder()
                .cacheSecurityGroupName(name)
                .ec2SecurityGroupName("web")
                .ec2SecurityGroupOwnerId("987654321021")
                .build());
    }

    private void execute(ElastiCacheRequest request) {
        engine.execute(new Invocation(request, Region.US_EAST_1, false, CALLER));
    }

    private DescribeCacheSecurityGroupsResponse describe(@Nullable String name, boolean waiterPoll) {
        return (DescribeCacheSecurityGroupsResponse) engine.execute(new Invocation(
                DescribeCacheSecurityGroupsRequest.builder()
                        .cacheSecurityGroupName(name)
                        .build(),
                Region.US_EAST_1,
                waiterPoll,
                CALLER));
    }

    private static List<String> ingress(DescribeCacheSecurityGroupsResponse answer) {
        CacheSecurityGroup only = answer.cacheSecurityGroups().get(0);
        return Groups.ingressOf(only);
    }
}
