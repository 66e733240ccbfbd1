package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.authorizeIngress;
import static io.github.mockelasticache.junit5.SecurityGroups.createGroup;
import static io.github.mockelasticache.junit5.SecurityGroups.groups;
import static io.github.mockelasticache.junit5.SecurityGroups.ingressStatus;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.time.ClockMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** Test templates that a team writes itself, beside those that JUnit brings. */
class TestTemplateTest {

    @Test
    void each_invocation_of_a_template_has_a_fresh_mock() {
        TestRun run = TestRun.of(InTwoTiers.class);

        run.passes(2);
        assertThat(run.passed()).containsExactly("for web", "for jobs");
    }

    @MockElastiCache
    static class InTwoTiers {

        private final ElastiCacheMock ofConstructor;

        InTwoTiers(ElastiCacheMock mock) {
            ofConstructor = mock;
        }

        @TestTemplate
        @ExtendWith(Tiers.class)
        void creates_a_group(String tier, ElastiCacheClient client) {
            createGroup(client, tier);

            assertThat(groups(client)).containsOnly("default", tier);
        }

        @AfterEach
        void look_back(ElastiCacheMock mock) {
            assertThat(mock).isSameAs(ofConstructor);
        }
    }

    @Test
    void the_invocations_of_a_template_share_what_BeforeAll_has_set_up() {
        TestRun.of(SetUpOnce.class).passes(2);
    }

    @MockElastiCache
    static class SetUpOnce {

        @BeforeAll
        static void set_up(ElastiCacheClient client) {
            createGroup(client, "cache");
        }

        @TestTemplate
        @ExtendWith(Tiers.class)
        void creates_a_group(String tier, ElastiCacheClient client) {
            createGroup(client, tier);

            assertThat(groups(client)).contains("cache", tier);
        }
    }

    @Test
    void an_annotation_on_the_template_configures_every_invocation() {
        TestRun.of(ConfiguredByAnnotation.class).passes(2);
    }

    @MockElastiCache(region = "eu-west-1")
    static class ConfiguredByAnnotation {

        @TestTemplate
        @ExtendWith(Tiers.class)
        @MockElastiCache(clockMode = ClockMode.INSTANT)
        void settles_at_once(String tier, ElastiCacheMock mock) {
            createGroup(mock.client(), tier);
            authorizeIngress(mock.client(), tier);

            assertThat(ingressStatus(mock.client(), tier)).isEqualTo("authorized");
            assertThat(mock.region()).isEqualTo(Region.EU_WEST_1);
        }
    }

    @Test
    void each_invocation_may_bring_an_extension_that_configures_its_mock() {
        TestRun.of(InTwoRegions.class).passes(2);
    }

    static class InTwoRegions {

        @TestTemplate
        @ExtendWith(Regions.class)
        void has_the_region_of_its_invocation(ElastiCacheMock mock, Region region) {
            assertThat(mock.region()).isEqualTo(region);
            assertThat(mock.accountId()).isEqualTo("210987654321");
        }
    }

    /** One invocation for each tier of a deployment, whose name the test may take. */
    static class Tiers implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of("web", "jobs").map(tier -> new For(tier, List.of(new Argument(tier))));
        }
    }

    /** One invocation for each region, with a mock that is configured for it. */
    static class Regions implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(Region.EU_WEST_1, Region.US_WEST_2)
                    .map(region -> new For(
                            region.id(),
                            List.of(
                                    new Argument(region),
                                    MockElastiCacheExtension.builder()
                                            .region(region)
                                            .accountId("210987654321")
                                            .build())));
        }
    }

    private record For(String name, List<Extension> extensions) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return "for " + name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return extensions;
        }
    }

    private record Argument(Object value) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().isInstance(value);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return value;
        }
    }
}
