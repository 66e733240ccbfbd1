package io.github.mockelasticache.samples;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.fault.CommonFault;
import io.github.mockelasticache.fault.Fault;
import io.github.mockelasticache.fault.FaultPlan;
import io.github.mockelasticache.fault.LifeCyclePlan;
import io.github.mockelasticache.junit5.InjectFault;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Timeline;
import io.github.mockelasticache.time.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The snippets of the README, as tests. */
class ReadmeSnippetsTest {

    @Test
    @MockElastiCache
    void the_clock_moves_in_steps(ElastiCacheClient client, VirtualClock clock, Timeline timeline) {
        // snippet: clock
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                .ec2SecurityGroupName("myec2group")
                .ec2SecurityGroupOwnerId("987654321021"));

        System.out.println(timeline.pending()); // what is still to happen, as a table
        clock.advance(Duration.ofSeconds(59)); //  still authorizing
        clock.advance(Duration.ofSeconds(1)); //   authorized, at exactly this instant
        clock.advanceTo(Instant.parse("2025-06-01T12:00:00Z"));
        clock.advanceToNextTransition(); //        to whatever comes next
        clock.settle(); //                         until nothing is under way any more
        System.out.println(timeline.history()); // what has happened
        // end

        assertThat(timeline.history()).hasSize(1);
    }

    @Test
    @MockElastiCache
    void a_loop_that_polls_ends(ElastiCacheMock mock, ElastiCacheClient client, VirtualClock clock) {
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                .ec2SecurityGroupName("myec2group")
                .ec2SecurityGroupOwnerId("987654321021"));

        // snippet: polled
        mock.clockMode(ClockMode.POLLED);
        int polls = 0;
        String status;
        do {
            status = client.describeCacheSecurityGroups(all -> {})
                    .cacheSecurityGroups()
                    .get(0)
                    .ec2SecurityGroups()
                    .get(0)
                    .status();
            polls++;
        } while (!status.equals("authorized")); // without a pause: the second poll sees it, a virtual minute later
        // end

        assertThat(polls).isEqualTo(2);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2025-01-01T00:01:00Z"));
    }

    @Test
    @MockElastiCache
    void errors_are_the_services_own(ElastiCacheClient client) {
        // snippet: errors
        assertThatServiceErrorOf(() -> client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("nope")))
                .isInstanceOf(CacheSecurityGroupNotFoundException.class)
                .hasCode("CacheSecurityGroupNotFound")
                .hasHttpStatus(404);
        // end
    }

    // snippet: attributes
    @Test
    @MockElastiCache(region = "eu-central-1", accountId = "210987654321", clockMode = ClockMode.INSTANT)
    void in_another_region_and_without_waiting(ElastiCacheClient client) {
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mygroup").description("My security group"));
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                .ec2SecurityGroupName("default")
                .ec2SecurityGroupOwnerId("1234-5678-1234"));

        assertThat(client.describeCacheSecurityGroups(named -> named.cacheSecurityGroupName("mygroup"))
                        .cacheSecurityGroups()
                        .get(0))
                .allowsIngressFrom("default", "123456781234");
    }
    // end

    @Test
    void a_mock_works_without_junit() {
        // snippet: plain
        try (ElastiCacheMock mock =
                ElastiCacheMock.builder().region(Region.US_WEST_2).build()) {
            ElastiCacheClient own = mock.configure(ElastiCacheClient.builder()
                            .overrideConfiguration(configuration -> configuration.retryStrategy(RetryMode.STANDARD)))
                    .build();
            own.createCacheSecurityGroup(
                    group -> group.cacheSecurityGroupName("mygroup").description("My security group"));
        }
        // end
    }

    // snippet: captured
    @Test
    @MockElastiCache
    void code_that_builds_its_own_client_is_answered_by_the_mock(VirtualClock clock) {
        new LegacyProvisioner().openCache(); // calls ElastiCacheClient.create() somewhere inside
        clock.advance(Duration.ofMinutes(1));
        assertThat(new LegacyProvisioner().isOpen()).isTrue();
    }
    // end

    // snippet: offline
    @Test
    @MockElastiCache(offline = false)
    void other_services_may_be_called(ElastiCacheClient client) {
        // An S3 or STS client would reach its endpoint here; without the attribute its call fails, and says so.
        client.describeCacheSecurityGroups(all -> {});
    }
    // end

    @Test
    @SuppressWarnings("try") // The activation is there to be closed.
    void captured_without_junit() {
        // snippet: activate
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                SdkAutoCloseable active = mock.activate()) {
            new LegacyProvisioner().openCache();
            System.out.println(mock.timeline().pending());
        }
        // end
    }

    @Test
    @MockElastiCache
    void any_client_in_any_language_can_call_the_endpoint(ElastiCacheMock mock) {
        // snippet: endpoint
        URI endpoint = mock.endpoint(); // http://127.0.0.1:<a free port>, started when it is first asked for
        // end

        assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    @MockElastiCache
    void the_journal_holds_every_call(ElastiCacheMock mock, ElastiCacheClient client) {
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mygroup").description("My security group"));

        // snippet: journal
        assertThat(mock.journal().requests(CreateCacheSecurityGroupRequest.class))
                .extracting(CreateCacheSecurityGroupRequest::cacheSecurityGroupName)
                .containsExactly("mygroup");
        System.out.println(mock.journal()); // a line for each call: virtual time, region, request, error code or ok

        mock.reset(); // back to the start: resources, time, identifiers and journal; clients stay usable
        // end

        assertThat(mock.journal()).isEmpty();
    }

    // snippet: faults
    @Test
    @InjectFault(on = DescribeCacheSecurityGroupsRequest.class, fault = CommonFault.THROTTLING, times = 2)
    @InjectFault(on = CreateCacheSecurityGroupRequest.class, error = "QuotaExceeded.CacheSecurityGroup", fromCall = 2)
    void the_sdk_is_patient_and_the_quota_is_not(ElastiCacheMock mock, ElastiCacheClient client) {
        client.describeCacheSecurityGroups(all -> {}); // throttled twice: the SDK's third attempt gets the answer
        assertThat(mock.journal()).hasSize(3);

        mock.faults()
                .add(FaultPlan.on(DescribeEventsRequest.class)
                        .when(events -> events.maxRecords() == null)
                        .inject(Fault.latency(Duration.ofSeconds(20))));
        client.describeEvents(all -> {}); // 20 seconds of virtual time

        System.out.println(mock.faults().unused()); // plans that never fired: the one of the quota
    }
    // end

    @Test
    @MockElastiCache
    void resources_come_to_grief(ElastiCacheMock mock, ElastiCacheClient client) {
        client.createReplicationGroup(group -> group.replicationGroupId("sessions")
                .replicationGroupDescription("Sessions of the shop")
                .engine("redis")
                .cacheNodeType("cache.m5.large")
                .numCacheClusters(2)
                .automaticFailoverEnabled(true));
        mock.clock().settle();

        // snippet: lifecycles
        mock.lifeCycles()
                .add(LifeCyclePlan.ofCacheCluster("cache").endsIn("incompatible-network"))
                .add(LifeCyclePlan.ofNextReplicationGroup().staysIn("creating"))
                .add(LifeCyclePlan.ofIngressTo("default").staysIn("authorizing"));
        mock.withoutCapacity("us-east-1a"); // InsufficientCacheClusterCapacity for who asks for a node there
        mock.failNode("sessions-001"); //      its replica is promoted: roles, endpoints and events follow
        // end

        mock.clock().settle();
        assertThat(mock.lifeCycles().unused()).hasSize(3);
        assertThat(client.describeReplicationGroups(all -> {})
                        .replicationGroups()
                        .get(0)
                        .nodeGroups()
                        .get(0)
                        .nodeGroupMembers())
                .extracting(NodeGroupMember::currentRole)
                .containsExactly("replica", "primary");
    }

    @Test
    @MockElastiCache
    void assertions_read_as_sentences(ElastiCacheMock mock, VirtualClock clock) {
        ElastiCacheClient client = mock.client(Region.US_WEST_2);
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mygroup").description("My security group"));
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                .ec2SecurityGroupName("default")
                .ec2SecurityGroupOwnerId("123456781234"));
        clock.settle();

        // snippet: sentences
        assertThat(mock)
                .inRegion(Region.US_WEST_2)
                .cacheSecurityGroup("mygroup")
                .allowsIngressFrom("default", "123456781234");
        assertThat(mock).cacheCluster("sessions").doesNotExist();
        assertThat(mock)
                .received(AuthorizeCacheSecurityGroupIngressRequest.class)
                .matching(ingress -> ingress.ec2SecurityGroupName().equals("default"))
                .once();
        assertThat(clock).hasFired("mygroup", "authorized").hasNothingPending();
        // end
    }

    // snippet: fixtures
    @Test
    @MockElastiCache(fixtures = "account.json") // printed by: aws elasticache describe-cache-security-groups
    void a_test_begins_with_what_a_real_account_has(ElastiCacheMock mock) {
        assertThat(mock).cacheSecurityGroup("web").allowsIngressFrom("frontend", "987654321021");
    }
    // end

    @Test
    @MockElastiCache
    void state_goes_out_and_comes_back(ElastiCacheMock mock, ElastiCacheClient client, @TempDir Path folder)
            throws IOException {
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mygroup").description("My security group"));
        Path golden = folder.resolve("golden.json");

        // snippet: snapshot
        Files.writeString(golden, mock.snapshot()); // canonical JSON: the same calls give the same bytes
        assertThat(mock).matchesGoldenFile(golden); // a failure shows the differences, line by line
        mock.reset();
        mock.load(golden.toString()); //               all is back, clock and pending transitions included
        // end

        assertThat(mock).cacheSecurityGroup("mygroup").exists();
    }

    /** Code under test that leaves nothing to inject. */
    private static final class LegacyProvisioner {

        void openCache() {
            try (ElastiCacheClient client = ElastiCacheClient.create()) {
                client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                        .ec2SecurityGroupName("myec2group")
                        .ec2SecurityGroupOwnerId("987654321021"));
            }
        }

        boolean isOpen() {
            try (ElastiCacheClient client = ElastiCacheClient.create()) {
                return client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups().stream()
                        .flatMap(group -> group.ec2SecurityGroups().stream())
                        .allMatch(ingress -> ingress.status().equals("authorized"));
            }
        }
    }
}
