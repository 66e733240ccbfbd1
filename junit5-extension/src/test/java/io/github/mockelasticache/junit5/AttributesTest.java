package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.authorizeIngress;
import static io.github.mockelasticache.junit5.SecurityGroups.groups;
import static io.github.mockelasticache.junit5.SecurityGroups.ingressStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.fixture.FixtureException;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.VirtualClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.InsufficientCacheClusterCapacityException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterValueException;
import software.amazon.awssdk.services.elasticache.model.NodeQuotaForCustomerExceededException;

class AttributesTest {

    @Test
    void every_attribute_of_the_annotation_is_read() {
        assertThat(Attribute.ALL)
                .extracting(Attribute::name)
                .containsExactlyInAnyOrder(Stream.of(MockElastiCache.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toArray(String[]::new));
    }

    @Test
    void every_attribute_takes_effect() {
        TestRun.of(EveryAttribute.class).passes(5);
    }

    @MockElastiCache(
            region = "eu-west-1",
            accountId = "210987654321",
            startingAt = "2030-06-01T12:00:00Z",
            ingressDelay = "PT5M",
            settledIngressStatus = "available",
            seed = 42)
    static class EveryAttribute {

        @Test
        void identity_and_time(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThat(mock.region().id()).isEqualTo("eu-west-1");
            assertThat(mock.accountId()).isEqualTo("210987654321");
            assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2030-06-01T12:00:00Z"));
            assertThat(requestId(client)).isEqualTo(requestIdOnSeed(42)).isNotEqualTo(requestIdOnSeed(43));
        }

        @Test
        void ingress(ElastiCacheClient client, VirtualClock clock) {
            authorizeIngress(client, "default");

            clock.advance(Duration.ofMinutes(5).minusSeconds(1));
            assertThat(ingressStatus(client, "default")).isEqualTo("authorizing");
            clock.advance(Duration.ofSeconds(1));
            assertThat(ingressStatus(client, "default")).isEqualTo("available");
        }

        @Test
        @MockElastiCache(clockMode = ClockMode.INSTANT)
        void clock_mode(ElastiCacheClient client) {
            authorizeIngress(client, "default");

            assertThat(ingressStatus(client, "default")).isEqualTo("available");
        }

        @Test
        @MockElastiCache(clockMode = ClockMode.REAL_TIME, timeFactor = 1_000_000)
        void real_time(VirtualClock clock) {
            Instant anHourLater = clock.instant().plusSeconds(3600); // 3.6 milliseconds

            while (clock.instant().isBefore(anHourLater)) {
                Thread.onSpinWait();
            }
        }

        @Test
        @MockElastiCache(strictEc2 = true)
        void strict_ec2(ElastiCacheClient client) {
            assertThatThrownBy(() -> authorizeIngress(client, "default"))
                    .isInstanceOf(InvalidParameterValueException.class);
        }

        private static String requestIdOnSeed(long seed) {
            try (ElastiCacheMock mock = ElastiCacheMock.builder()
                    .region(Region.EU_WEST_1)
                    .accountId("210987654321")
                    .startingAt(Instant.parse("2030-06-01T12:00:00Z"))
                    .seed(seed)
                    .build()) {
                return requestId(mock.client());
            }
        }

        private static String requestId(ElastiCacheClient client) {
            return client.describeCacheSecurityGroups(all -> {})
                    .responseMetadata()
                    .requestId();
        }
    }

    @Test
    void a_mock_begins_with_the_fixtures_that_are_named() {
        TestRun.of(BeginsWithFixtures.class).passes(2);
        assertThat(TestRun.of(MissingFixture.class).failure())
                .isInstanceOf(FixtureException.class)
                .hasMessageStartingWith("nope.json: There is no such resource on the class path");
    }

    @MockElastiCache(fixtures = "fixtures/web.json")
    static class BeginsWithFixtures {

        @Test
        void of_the_class(ElastiCacheClient client) {
            assertThat(groups(client)).containsExactly("default", "web");
        }

        @Test
        @MockElastiCache(fixtures = {"fixtures/web.json", "src/test/resources/fixtures/cache.json"})
        void of_the_method(ElastiCacheClient client) {
            assertThat(groups(client)).containsExactly("cache", "default", "web");
        }
    }

    @MockElastiCache(fixtures = "nope.json", printOnFailure = false)
    static class MissingFixture {

        @Test
        void test(ElastiCacheClient client) {
            assertThat(groups(client)).isEmpty();
        }
    }

    @Test
    void quotas_and_capacity_are_those_that_are_named() {
        TestRun.of(ScarceResources.class).passes(2);
        assertThat(TestRun.of(QuotaTwice.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("quotas = [")
                .hasMessageEndingWith("It sets NODES twice; write each quota once.");
        assertThat(TestRun.of(UnknownZone.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("withoutCapacity = [us-east-1] on class")
                .hasMessageEndingWith("There is no availability zone us-east-1; write one such as us-east-1a.");
    }

    @MockElastiCache(
            quotas = @WithQuota(of = Quota.CACHE_SECURITY_GROUPS, number = 1),
            withoutCapacity = {"us-east-1a", "us-east-1b"})
    static class ScarceResources {

        @Test
        void of_the_class(ElastiCacheClient client) {
            assertThatThrownBy(() -> createGroup(client)).isInstanceOf(CacheSecurityGroupQuotaExceededException.class);
            assertThatThrownBy(() -> createCluster(client, "us-east-1b"))
                    .isInstanceOf(InsufficientCacheClusterCapacityException.class);
        }

        @Test
        @MockElastiCache(quotas = @WithQuota(of = Quota.NODES, number = 0), withoutCapacity = "us-east-1a")
        void of_the_method(ElastiCacheClient client) {
            createGroup(client);
            assertThatThrownBy(() -> createCluster(client, "us-east-1b"))
                    .isInstanceOf(NodeQuotaForCustomerExceededException.class);
        }

        private static void createGroup(ElastiCacheClient client) {
            client.createCacheSecurityGroup(
                    group -> group.cacheSecurityGroupName("web").description("of the web tier"));
        }

        private static void createCluster(ElastiCacheClient client, String availabilityZone) {
            client.createCacheCluster(cluster -> cluster.cacheClusterId("web")
                    .engine("redis")
                    .cacheNodeType("cache.t3.micro")
                    .numCacheNodes(1)
                    .preferredAvailabilityZone(availabilityZone));
        }
    }

    @MockElastiCache(
            quotas = {@WithQuota(of = Quota.NODES, number = 1), @WithQuota(of = Quota.NODES, number = 2)},
            printOnFailure = false)
    static class QuotaTwice {

        @Test
        void test(ElastiCacheClient client) {
            assertThat(groups(client)).isEmpty();
        }
    }

    @MockElastiCache(withoutCapacity = "us-east-1", printOnFailure = false)
    static class UnknownZone {

        @Test
        void test(ElastiCacheClient client) {
            assertThat(groups(client)).isEmpty();
        }
    }

    @Test
    void a_method_overrides_its_class_attribute_by_attribute() {
        TestRun.of(MethodOverClass.class).passes(2);
    }

    @MockElastiCache(region = "eu-west-1", platform = Platform.VPC_ONLY)
    static class MethodOverClass {

        @Test
        @MockElastiCache(platform = Platform.EC2_CLASSIC, accountId = "111122223333")
        void overrides_one_attribute_keeps_one_and_adds_one(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThat(groups(client)).containsExactly("default");
            assertThat(mock.region().id()).isEqualTo("eu-west-1");
            assertThat(mock.accountId()).isEqualTo("111122223333");
        }

        @Test
        void overrides_nothing(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThatThrownBy(() -> groups(client)).isInstanceOf(InvalidParameterValueException.class);
            assertThat(mock.region().id()).isEqualTo("eu-west-1");
            assertThat(mock.accountId()).isEqualTo("123456789012");
        }
    }

    @Test
    void a_method_may_be_annotated_alone() {
        TestRun.of(MethodAlone.class).passes(2);
    }

    static class MethodAlone {

        @Test
        @MockElastiCache(region = "eu-west-1")
        void annotated(ElastiCacheMock mock) {
            assertThat(mock.region().id()).isEqualTo("eu-west-1");
        }

        @Test
        void not_annotated(TestInfo test) {
            assertThat(test.getDisplayName()).isEqualTo("not_annotated(TestInfo)");
        }
    }

    @Test
    void a_nested_class_inherits_from_its_enclosing_classes_and_overrides_attribute_by_attribute() {
        TestRun.of(Enclosing.class).passes(3);
    }

    @MockElastiCache(region = "eu-west-1", accountId = "111122223333")
    static class Enclosing {

        @Nested
        class Inherits {

            @Test
            void everything(ElastiCacheMock mock) {
                assertThat(mock.region().id()).isEqualTo("eu-west-1");
                assertThat(mock.accountId()).isEqualTo("111122223333");
            }
        }

        @Nested
        @MockElastiCache(region = "eu-central-1")
        class Overrides {

            @Test
            void one_attribute(ElastiCacheMock mock) {
                assertThat(mock.region().id()).isEqualTo("eu-central-1");
                assertThat(mock.accountId()).isEqualTo("111122223333");
            }

            @Nested
            class Deeper {

                @Test
                @MockElastiCache(seed = 7)
                void is_the_nearest_first(ElastiCacheMock mock) {
                    assertThat(mock.region().id()).isEqualTo("eu-central-1");
                    assertThat(mock.accountId()).isEqualTo("111122223333");
                }
            }
        }
    }

    @Test
    void a_subclass_inherits_from_superclass_and_interfaces_and_overrides_attribute_by_attribute() {
        TestRun.of(Subclass.class, PlainSubclass.class).passes(2);
    }

    @MockElastiCache(accountId = "111122223333", startingAt = "2030-01-01T00:00:00Z", region = "eu-west-3")
    interface Interface {}

    @MockElastiCache(region = "eu-west-1", accountId = "444455556666", ingressDelay = "PT0S")
    static class Superclass {}

    @MockElastiCache(startingAt = "2040-01-01T00:00:00Z")
    static class Subclass extends Superclass implements Interface {

        @Test
        void class_before_interface_before_superclass(ElastiCacheMock mock) {
            assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2040-01-01T00:00:00Z"));
            assertThat(mock.accountId()).isEqualTo("111122223333");
            assertThat(mock.region().id()).isEqualTo("eu-west-3");
        }
    }

    static class PlainSubclass extends Superclass {

        @Test
        void inherits(ElastiCacheMock mock) {
            assertThat(mock.region().id()).isEqualTo("eu-west-1");
        }
    }

    @Test
    void composed_annotations_carry_attributes_and_the_annotation_beside_them_overrides_them() {
        TestRun.of(Composed.class, ComposedTwice.class, ComposedOnMethod.class).passes(3);
    }

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @MockElastiCache(region = "eu-west-1", accountId = "111122223333")
    @interface European {}

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @European
    @MockElastiCache(region = "eu-central-1", startingAt = "2030-01-01T00:00:00Z")
    @interface German {}

    @European
    @MockElastiCache(accountId = "444455556666")
    static class Composed {

        @Test
        void the_annotation_itself_is_nearer(ElastiCacheMock mock) {
            assertThat(mock.region().id()).isEqualTo("eu-west-1");
            assertThat(mock.accountId()).isEqualTo("444455556666");
        }
    }

    @German
    static class ComposedTwice {

        @Test
        void the_outer_of_two_compositions_is_nearer(ElastiCacheMock mock) {
            assertThat(mock.region().id()).isEqualTo("eu-central-1");
            assertThat(mock.accountId()).isEqualTo("111122223333");
            assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
        }
    }

    @MockElastiCache(region = "us-west-2", seed = 1)
    static class ComposedOnMethod {

        @Test
        @European
        void a_composed_annotation_on_a_method_overrides_the_class(ElastiCacheMock mock) {
            assertThat(mock.region().id()).isEqualTo("eu-west-1");
        }
    }
}
