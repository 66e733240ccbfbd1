package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.authorizeIngress;
import static io.github.mockelasticache.junit5.SecurityGroups.createGroup;
import static io.github.mockelasticache.junit5.SecurityGroups.groups;
import static io.github.mockelasticache.junit5.SecurityGroups.ingressStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterValueException;

class RegisterExtensionTest {

    @Test
    void a_static_field_configures_the_mocks_of_its_class() {
        TestRun.of(StaticField.class).passes(3);
    }

    static class StaticField {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE = MockElastiCacheExtension.builder()
                .region(Region.EU_WEST_1)
                .accountId("210987654321")
                .startingAt(Instant.parse("2030-06-01T12:00:00Z"))
                .seed(42)
                .ingressDelay(Duration.ofMinutes(5))
                .settledIngressStatus("available")
                .customize(mock -> mock.quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 2)))
                .build();

        private final ElastiCacheMock ofConstructor;

        StaticField(ElastiCacheMock mock) {
            ofConstructor = mock;
        }

        @Test
        void identity_and_time(ElastiCacheMock mock) {
            assertThat(mock).isSameAs(ofConstructor);
            assertThat(mock.region()).isEqualTo(Region.EU_WEST_1);
            assertThat(mock.accountId()).isEqualTo("210987654321");
            assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2030-06-01T12:00:00Z"));
        }

        @Test
        void ingress(ElastiCacheClient client, VirtualClock clock) {
            authorizeIngress(client, "default");

            clock.advance(Duration.ofMinutes(5));

            assertThat(ingressStatus(client, "default")).isEqualTo("available");
        }

        @Test
        void quota(ElastiCacheClient client) {
            createGroup(client, "web");

            assertThatThrownBy(() -> createGroup(client, "one-too-many"))
                    .isInstanceOf(CacheSecurityGroupQuotaExceededException.class);
        }
    }

    @Test
    void an_instance_field_configures_the_mocks_of_its_tests() {
        TestRun.of(InstanceField.class).passes(3);
    }

    static class InstanceField {

        @RegisterExtension
        final MockElastiCacheExtension elastiCache = MockElastiCacheExtension.builder()
                .clockMode(ClockMode.INSTANT)
                .strictEc2(true)
                .build();

        @BeforeEach
        void register(ElastiCacheMock mock) {
            mock.registerEc2SecurityGroup(Region.US_EAST_1, "123456781234", "frontend");
        }

        @Test
        void settles_at_once(ElastiCacheClient client) {
            authorizeIngress(client, "default");

            assertThat(ingressStatus(client, "default")).isEqualTo("authorized");
        }

        @Test
        void knows_only_what_is_registered(ElastiCacheClient client) {
            assertThatThrownBy(() -> client.authorizeCacheSecurityGroupIngress(
                            ingress -> ingress.cacheSecurityGroupName("default")
                                    .ec2SecurityGroupName("backend")
                                    .ec2SecurityGroupOwnerId("123456781234")))
                    .isInstanceOf(InvalidParameterValueException.class);
        }

        @Nested
        class Inside {

            @Test
            void too(ElastiCacheClient client) {
                authorizeIngress(client, "default");

                assertThat(ingressStatus(client, "default")).isEqualTo("authorized");
            }
        }
    }

    @Test
    void every_annotation_comes_before_a_registered_extension_whatever_it_leaves_unset_does_not() {
        TestRun.of(AnnotatedToo.class, AnnotatedPerClass.class).passes(3 + 1);
    }

    @MockElastiCache(region = "eu-west-1")
    static class AnnotatedToo {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE = MockElastiCacheExtension.builder()
                .region(Region.US_WEST_2)
                .accountId("210987654321")
                .platform(Platform.VPC_ONLY)
                .build();

        @Test
        void class_annotation(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThat(mock.region()).isEqualTo(Region.EU_WEST_1);
            assertThat(mock.accountId()).isEqualTo("210987654321");
            assertThatThrownBy(() -> groups(client)).isInstanceOf(InvalidParameterValueException.class);
        }

        @Test
        @MockElastiCache(platform = Platform.EC2_CLASSIC)
        void method_annotation(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThat(mock.region()).isEqualTo(Region.EU_WEST_1);
            assertThat(mock.accountId()).isEqualTo("210987654321");
            assertThat(groups(client)).containsExactly("default");
        }

        @Nested
        class Inside {

            @RegisterExtension
            static final MockElastiCacheExtension NESTED = MockElastiCacheExtension.builder()
                    .region(Region.US_WEST_1)
                    .seed(3)
                    .build();

            @Test
            void the_inner_registration_replaces_the_outer_one(ElastiCacheMock mock, ElastiCacheClient client) {
                assertThat(mock.region()).isEqualTo(Region.EU_WEST_1);
                assertThat(mock.accountId()).isEqualTo("123456789012");
                assertThat(groups(client)).containsExactly("default");
            }
        }
    }

    @MockElastiCache(region = "eu-west-1")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class AnnotatedPerClass {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE =
                MockElastiCacheExtension.builder().accountId("210987654321").build();

        private final ElastiCacheMock ofConstructor;

        AnnotatedPerClass(ElastiCacheMock mock) {
            ofConstructor = mock;
        }

        @BeforeAll
        void before_all(ElastiCacheMock mock) {
            assertThat(mock).isSameAs(ofConstructor);
        }

        @Test
        void test(ElastiCacheMock mock) {
            assertThat(mock).isSameAs(ofConstructor);
            assertThat(mock.region()).isEqualTo(Region.EU_WEST_1);
            assertThat(mock.accountId()).isEqualTo("210987654321");
        }
    }

    @Test
    void an_instance_field_beside_an_annotation_configures_what_is_made_after_it() {
        TestRun.of(AnnotatedInstanceField.class).passes(1);
    }

    @MockElastiCache(region = "eu-west-1")
    static class AnnotatedInstanceField {

        @RegisterExtension
        final MockElastiCacheExtension elastiCache =
                MockElastiCacheExtension.builder().accountId("210987654321").build();

        @Test
        void test(ElastiCacheMock mock) {
            assertThat(mock.region()).isEqualTo(Region.EU_WEST_1);
            assertThat(mock.accountId()).isEqualTo("210987654321");
        }
    }

    @Test
    void an_instance_field_that_comes_too_late_for_the_mock_is_refused() {
        assertThat(TestRun.of(TooLate.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("before the MockElastiCacheExtension")
                .hasMessageContaining("static field");
    }

    @MockElastiCache
    static class TooLate {

        @RegisterExtension
        final MockElastiCacheExtension elastiCache =
                MockElastiCacheExtension.builder().accountId("210987654321").build();

        TooLate(ElastiCacheMock mock) {
            assertThat(mock.accountId()).isEqualTo("123456789012");
        }

        @Test
        void test() {
            throw new AssertionError("must not run");
        }
    }

    @Test
    void a_class_mock_that_only_AfterAll_takes_is_configured_by_the_registered_extension() {
        TestRun.of(AfterAllOnly.class).passes(1);
    }

    @MockElastiCache
    static class AfterAllOnly {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE =
                MockElastiCacheExtension.builder().accountId("210987654321").build();

        @Test
        void test(ElastiCacheMock mock) {
            assertThat(mock.accountId()).isEqualTo("210987654321");
        }

        @AfterAll
        static void after_all(ElastiCacheMock mock) {
            assertThat(mock.accountId()).isEqualTo("210987654321");
        }
    }

    @Test
    void two_configured_extensions_in_one_class_are_refused() {
        assertThat(TestRun.of(TwoFields.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("Two fields of " + TwoFields.class.getName())
                .hasMessageContaining("Keep one");
    }

    static class TwoFields {

        @RegisterExtension
        static final MockElastiCacheExtension ONE =
                MockElastiCacheExtension.builder().region(Region.EU_WEST_1).build();

        @RegisterExtension
        static final MockElastiCacheExtension OTHER =
                MockElastiCacheExtension.builder().seed(1).build();

        @Test
        void test() {
            throw new AssertionError("must not run");
        }
    }

    @Test
    void an_extension_without_settings_may_stand_beside_the_annotation() {
        TestRun.of(PlainField.class).passes(1);
    }

    @MockElastiCache(region = "eu-west-1")
    static class PlainField {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE = new MockElastiCacheExtension();

        @Test
        void test(ElastiCacheMock mock) {
            assertThat(mock.region()).isEqualTo(Region.EU_WEST_1);
        }
    }

    @Test
    void the_builder_refuses_a_wrong_value_where_it_is_written() {
        MockElastiCacheExtension.Builder builder = MockElastiCacheExtension.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.accountId("12345678901"))
                .withMessageContaining("twelve digits")
                .withMessageContaining("12345678901");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.region(Region.of("eu-west-99")))
                .withMessageContaining("eu-west-99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.ingressDelay(Duration.ofSeconds(-1)))
                .withMessageContaining("zero or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.settledIngressStatus(" "))
                .withMessageContaining("settledIngressStatus");
    }
}
