package io.github.mockelasticache.assertj;

import static io.github.mockelasticache.assertj.BDDMockElastiCacheAssertions.then;
import static io.github.mockelasticache.assertj.BDDMockElastiCacheAssertions.thenServiceErrorOf;
import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.regions.Region.EU_WEST_1;
import static software.amazon.awssdk.regions.Region.US_WEST_2;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.RecordedCall;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** Sentences about a mock, its journal and its clock hold when they should, and show what led there when they do not. */
class MockAssertTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client(US_WEST_2);

    @Test
    void a_mock_that_is_null_fails_as_an_assertion() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> MockElastiCacheAssertions.assertThat((ElastiCacheMock) null)
                        .hasNothingPending())
                .withMessageContaining("not to be null");
    }

    @Test
    void a_resource_of_another_region_is_asserted_on_by_its_name() {
        openGroup();

        assertThat(mock)
                .inRegion(US_WEST_2)
                .cacheSecurityGroup("MyGroup")
                .exists()
                .allowsIngressFrom("default", "123456781234");
        assertThat(mock).inRegion(EU_WEST_1).cacheSecurityGroup("mygroup").doesNotExist();
        assertThat(mock).cacheSecurityGroup("default").hasNoIngress();
        assertThat(mock.journal()).hasSize(2);
    }

    @Test
    void a_failure_shows_actual_and_expected_and_the_calls_that_led_there() {
        createGroup();
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                .ec2SecurityGroupName("web")
                .ec2SecurityGroupOwnerId("123456781234"));
        mock.client(EU_WEST_1).describeEvents(all -> {});

        assertThat(failureOf(() -> assertThat(mock)
                        .inRegion(US_WEST_2)
                        .cacheSecurityGroup("mygroup")
                        .allowsIngressFrom("default", "123456781234")))
                .contains("to allow ingress from <default> of account <123456781234>")
                .contains("web of 123456781234: authorizing")
                .contains("Calls in us-west-2 until then:")
                .contains("1  2025-01-01T00:00:00Z  us-west-2  CreateCacheSecurityGroupRequest(")
                .contains("2  2025-01-01T00:00:00Z  us-west-2  AuthorizeCacheSecurityGroupIngressRequest(")
                .doesNotContain("eu-west-1");
    }

    @Test
    void of_many_calls_a_failure_shows_the_last_ones() {
        for (int call = 0; call < 25; call++) {
            client.describeCacheSecurityGroups(all -> {});
        }

        assertThat(failureOf(() -> assertThat(mock)
                        .inRegion(US_WEST_2)
                        .cacheCluster("nope")
                        .isAvailable()))
                .startsWith("Expected that there is a cache cluster <nope>, but there is none.")
                .contains("The last 20 of 25 calls in us-west-2 until then:")
                .contains("%n  6  ".formatted())
                .doesNotContain("%n  5  ".formatted());
    }

    @Test
    void a_resource_that_should_not_be_there_is_shown() {
        createGroup();

        assertThat(failureOf(() -> assertThat(mock)
                        .inRegion(US_WEST_2)
                        .cacheSecurityGroup("mygroup")
                        .doesNotExist()))
                .startsWith("Expected that there is no cache security group <mygroup>, but there is:")
                .contains("Description=tier");
    }

    @Test
    void clusters_groups_and_snapshots_are_told_by_what_people_ask_of_them() {
        ElastiCacheClient own = mock.client();
        own.createReplicationGroup(group -> group.replicationGroupId("orders")
                .replicationGroupDescription("orders")
                .engine("redis")
                .cacheNodeType("cache.m5.large")
                .numCacheClusters(2)
                .cacheSubnetGroupName("default")
                .automaticFailoverEnabled(true));
        own.createCacheParameterGroup(group -> group.cacheParameterGroupName("mine")
                .cacheParameterGroupFamily("redis7")
                .description("my parameters"));
        assertThat(mock).replicationGroup("orders").hasStatus("creating");
        assertThat(mock.clock()).hasPending("orders", "available");
        mock.clock().settle();
        own.createSnapshot(snapshot -> snapshot.snapshotName("nightly").cacheClusterId("orders-002"));
        mock.clock().settle();

        assertThat(mock)
                .replicationGroup("orders")
                .isAvailable()
                .hasNodeGroups(1)
                .hasExactlyMembers("orders-002", "orders-001")
                .hasPrimary("orders-001")
                .hasNodeType("cache.m5.large")
                .hasAutomaticFailover("enabled");
        assertThat(mock)
                .cacheCluster("orders-001")
                .isAvailable()
                .isMemberOf("orders")
                .hasNodeType("cache.m5.large")
                .hasNodes(1)
                .hasSubnetGroup("default");
        assertThat(mock).snapshot("nightly").isAvailable().hasSource("manual").isOfCacheCluster("orders-002");
        assertThat(mock).cacheParameterGroup("mine").hasFamily("redis7").hasDescription("my parameters");
        assertThat(mock).cacheSubnetGroup("default").exists();
        assertThat(mock.clock()).hasFired("orders", "available");
        assertThat(mock).hasRefusedNothing();
    }

    @Test
    void users_and_their_groups_are_told_by_who_belongs_where() {
        ElastiCacheClient own = mock.client();
        own.createUser(alice -> alice.userId("alice")
                .userName("alice")
                .engine("redis")
                .accessString("on ~app:* +get")
                .authenticationMode(mode -> mode.type("iam")));
        own.createUserGroup(
                readers -> readers.userGroupId("readers").engine("redis").userIds("default", "alice"));
        assertThat(mock).userGroup("readers").hasStatus("creating");
        mock.clock().settle();
        own.createReplicationGroup(group -> group.replicationGroupId("orders")
                .replicationGroupDescription("orders")
                .cacheNodeType("cache.m5.large")
                .cacheSubnetGroupName("default")
                .transitEncryptionEnabled(true)
                .userGroupIds("readers"));

        assertThat(mock)
                .user("Alice")
                .isActive()
                .hasAuthentication("iam")
                .hasAccessString("on ~app:* -@all +get")
                .belongsToExactly("readers");
        assertThat(mock)
                .userGroup("readers")
                .isActive()
                .hasExactlyUsers("alice", "default")
                .isUsedByExactly("orders");
        assertThat(mock).user("bob").doesNotExist();
        assertThat(failureOf(() -> assertThat(mock).user("alice").belongsToExactly("admins")))
                .contains("Expected user <alice> to have the user groups <[admins]>, but it has <[readers]>:");
        assertThat(failureOf(() -> assertThat(mock).userGroup("readers").isUsedByExactly()))
                .contains("Expected user group <readers> to have the replication groups <[]>, but it has <[orders]>:");
        assertThat(failureOf(
                        () -> assertThat(User.builder().userId("x").build()).hasAuthentication("iam")))
                .contains("Expected user <x> to have the authentication <iam>, but it has <none>:");
        assertThat(failureOf(() ->
                        assertThat(UserGroup.builder().userGroupId("y").build()).hasExactlyUsers("alice")))
                .contains("Expected user group <y> to have the users <[alice]>, but it has <[]>:");
    }

    @Test
    void what_does_not_hold_of_a_cluster_fails_with_both_values() {
        CacheCluster cluster = CacheCluster.builder()
                .cacheClusterId("web")
                .cacheClusterStatus("creating")
                .engine("redis")
                .engineVersion("7.1.0")
                .replicationGroupId("orders")
                .numCacheNodes(1)
                .cacheNodes(CacheNode.builder().build())
                .build();

        assertThat(failureOf(() -> assertThat(cluster).isAvailable()))
                .contains("Expected cache cluster <web> to have the status <available>, but it has <creating>:");
        assertThat(failureOf(() -> assertThat(cluster).hasEngine("valkey", "8.0")))
                .contains("<redis 7.1.0>");
        assertThat(failureOf(() -> assertThat(cluster).hasNodes(2))).contains("<2>", "<1>");
        assertThat(failureOf(() -> assertThat(cluster).isStandalone())).contains("a member of <orders>");
        assertThat(failureOf(() -> assertThat(cluster).hasParameterGroup("default.redis7")))
                .contains("has <none>");
        assertThat(failureOf(() -> assertThat(cluster).isInSecurityGroup("open")))
                .contains("but it is in []");
        assertThat(failureOf(() -> assertThat((CacheCluster) null).isAvailable()))
                .isEqualTo("Expected a cache cluster, but it is null.");
    }

    @Test
    void what_was_received_is_counted_by_type_and_by_what_it_says() {
        openGroup();
        assertThatServiceErrorOf(this::createGroup).hasCode("CacheSecurityGroupAlreadyExists");

        assertThat(mock)
                .received(AuthorizeCacheSecurityGroupIngressRequest.class)
                .once();
        assertThat(mock)
                .received(CreateCacheSecurityGroupRequest.class)
                .times(2)
                .atLeast(1);
        assertThat(mock)
                .received(CreateCacheSecurityGroupRequest.class)
                .matching(request -> request.cacheSecurityGroupName().equals("other"))
                .never();
        assertThat(mock)
                .inRegion(EU_WEST_1)
                .received(CreateCacheSecurityGroupRequest.class)
                .never();
        assertThat(mock.journal())
                .received(AuthorizeCacheSecurityGroupIngressRequest.class)
                .matching(request -> request.ec2SecurityGroupName().equals("default"))
                .once();
        assertThat(failureOf(() -> assertThat(mock).hasRefusedNothing())).contains("CacheSecurityGroupAlreadyExists");
    }

    @Test
    void a_wrong_count_shows_the_calls_of_the_type_and_all_others() {
        openGroup();

        assertThat(failureOf(() -> assertThat(mock)
                        .received(CreateCacheSecurityGroupRequest.class)
                        .never()))
                .startsWith("Expected exactly 0 calls with a CreateCacheSecurityGroupRequest, but there were 1.")
                .contains("All calls:")
                .contains("2  2025-01-01T00:00:00Z  us-west-2  AuthorizeCacheSecurityGroupIngressRequest(");
        assertThat(failureOf(() -> assertThat(mock)
                        .received(CreateCacheSecurityGroupRequest.class)
                        .matching(request -> false)
                        .atLeast(1)))
                .startsWith(
                        "Expected at least 1 calls with a CreateCacheSecurityGroupRequest that matches, but there were 0.");
    }

    @Test
    void calls_that_the_journal_has_forgotten_cannot_be_counted() {
        try (ElastiCacheMock forgetful =
                ElastiCacheMock.builder().journalLimit(1).build()) {
            forgetful.client().describeEvents(all -> {});
            forgetful.client().describeEvents(all -> {});

            assertThat(failureOf(() -> assertThat(forgetful)
                            .received(CreateCacheSecurityGroupRequest.class)
                            .never()))
                    .contains("the journal has forgotten the first 1 calls")
                    .contains("journalLimit");
        }
    }

    @Test
    void a_journal_is_a_list_like_any_other() {
        openGroup();

        assertThat(mock.journal())
                .hasSize(2)
                .filteredOn(call -> call.operation().startsWith("Create"))
                .extracting(RecordedCall::region)
                .containsExactly(US_WEST_2);
        assertThat(mock.journal()).first().extracting(RecordedCall::number).isEqualTo(1L);
    }

    @Test
    void a_clock_is_told_by_its_instant_and_its_time_line() {
        createGroup();
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                .ec2SecurityGroupName("web")
                .ec2SecurityGroupOwnerId("123456781234"));
        assertThat(mock.clock()).isAt("2025-01-01T00:00:00Z").hasPending("mygroup", "authorized");
        assertThat(failureOf(() -> assertThat(mock.clock()).hasNothingPending()))
                .contains("authorizing -> authorized");
        assertThat(failureOf(() -> assertThat(mock).hasNothingPending())).contains("authorizing -> authorized");
        assertThat(failureOf(() -> assertThat(mock.clock()).hasFired("mygroup", "authorized")))
                .contains("Expected that <mygroup> has become <authorized>.")
                .contains("History:");
        assertThat(failureOf(() -> assertThat(mock.clock()).isAt("2025-01-01T00:01:00Z")))
                .contains("<2025-01-01T00:00:00Z>");

        mock.clock().settle();

        assertThat(mock.clock()).hasNothingPending().hasFired("mygroup", "authorized");
        assertThat(mock).hasNothingPending();
        assertThat(failureOf(() -> assertThat(mock.clock()).hasPending("mygroup", "authorized")))
                .contains("Expected that <mygroup> is to become <authorized>.");
    }

    @Test
    void sentences_may_begin_with_then() {
        openGroup();

        then(mock).inRegion(US_WEST_2).cacheSecurityGroup("mygroup").allowsIngressFrom("default", "123456781234");
        then(mock.journal()).hasSize(2);
        then(mock.clock()).isAt("2025-01-01T00:01:00Z");
        thenServiceErrorOf(this::createGroup).hasCode("CacheSecurityGroupAlreadyExists");
    }

    @Test
    void soft_assertions_collect_every_failure_along_the_way() {
        openGroup();
        MockElastiCacheSoftAssertions softly = new MockElastiCacheSoftAssertions();

        softly.assertThat(mock)
                .inRegion(US_WEST_2)
                .cacheSecurityGroup("mygroup")
                .hasIngress("default", "123456781234", "authorized")
                .hasName("first")
                .hasNoIngress();
        softly.assertThat(mock).cacheCluster("second").isAvailable();
        softly.assertThat(mock)
                .received(CreateCacheSecurityGroupRequest.class)
                .matching(request -> true)
                .times(3);
        softly.assertThat(mock.journal())
                .received(CreateCacheSecurityGroupRequest.class)
                .never();
        softly.assertThat(mock.clock()).isAt("2024-01-01T00:00:00Z").hasNothingPending();
        softly.assertThat("AssertJ's own").isEmpty();
        softly.assertThat(User.builder().status("modifying").build()).isActive();
        softly.assertThat(UserGroup.builder().status("modifying").build()).isActive();

        assertThat(softly.errorsCollected()).hasSize(9);
        assertThat(failureOf(softly::assertAll))
                .contains(
                        "to be named <first>", "to list no ingress", "cache cluster <second>", "exactly 3", "exactly 0")
                .contains("<2024-01-01T00:00:00Z>", "AssertJ's own", "Calls in us-west-2 until then:");
    }

    @Test
    void soft_assertions_may_begin_with_then() {
        BDDMockElastiCacheSoftAssertions softly = new BDDMockElastiCacheSoftAssertions();

        softly.then(mock).snapshot("first").exists();
        softly.then(mock).replicationGroup("second").hasNodeGroups(3);
        softly.then(mock.clock()).hasNothingPending();
        softly.then(User.builder().status("modifying").build()).isActive();
        softly.then(UserGroup.builder().status("modifying").build()).isActive();

        assertThat(softly.errorsCollected()).hasSize(4);
    }

    @Test
    void soft_assertions_may_be_made_in_one_piece() {
        assertThatThrownBy(() -> MockElastiCacheSoftAssertions.assertSoftly(softly -> {
                    softly.assertThat(mock).cacheCluster("first").isAvailable();
                    softly.assertThat("AssertJ's own").isEmpty();
                }))
                .hasMessageContainingAll("2 failures", "cache cluster <first>", "AssertJ's own");
        assertThatThrownBy(() -> BDDMockElastiCacheSoftAssertions.thenSoftly(softly -> {
                    softly.then(mock).cacheCluster("first").isAvailable();
                    softly.then("AssertJ's own").isEmpty();
                }))
                .hasMessageContainingAll("2 failures", "cache cluster <first>", "AssertJ's own");
    }

    @Test
    void a_description_goes_along_to_what_an_assertion_leads_to() {
        assertThat(failureOf(() ->
                        assertThat(mock).as("the shop").cacheCluster("web").exists()))
                .startsWith("[the shop] Expected that there is a cache cluster <web>");
        assertThat(failureOf(() -> assertThat(mock)
                        .as("the shop")
                        .inRegion(EU_WEST_1)
                        .cacheCluster("web")
                        .exists()))
                .startsWith("[the shop] ");
        assertThat(failureOf(() -> assertThat(mock)
                        .as("the shop")
                        .received(CreateCacheSecurityGroupRequest.class)
                        .matching(request -> true)
                        .once()))
                .startsWith("[the shop] ");
        assertThat(failureOf(() -> assertThat(mock.journal())
                        .as("the shop")
                        .received(CreateCacheSecurityGroupRequest.class)
                        .once()))
                .startsWith("[the shop] ");
        assertThat(failureOf(() -> assertThat(mock)
                        .as("the shop")
                        .cacheCluster("web")
                        .as("the web")
                        .exists()))
                .startsWith("[the web] ");
    }

    @Test
    void a_resource_is_found_without_a_call() {
        createGroup();

        assertThat(mock.find(US_WEST_2, CacheCluster.class, "mygroup")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mock.find(US_WEST_2, CacheNode.class, "0001"))
                .withMessageStartingWith("There are no resources of the type CacheNode; there are CacheCluster, ");
        assertThat(mock.journal()).hasSize(1);
        mock.close();
        assertThatThrownBy(() -> mock.find(US_WEST_2, CacheCluster.class, "mygroup"))
                .isInstanceOf(IllegalStateException.class);
    }

    private void openGroup() {
        createGroup();
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                .ec2SecurityGroupName("default")
                .ec2SecurityGroupOwnerId("123456781234"));
        mock.clock().advance(Duration.ofMinutes(1));
    }

    private void createGroup() {
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mygroup").description("tier"));
    }

    private static String failureOf(ThrowingCallable assertion) {
        StringBuilder message = new StringBuilder();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .satisfies(failure -> message.append(failure.getMessage()));
        return message.toString();
    }
}
