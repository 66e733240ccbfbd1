package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.authorizeIngress;
import static io.github.mockelasticache.junit5.SecurityGroups.createGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.time.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

class FailureReportTest {

    @Test
    void a_failed_test_reports_what_its_mock_has_seen_and_what_was_still_to_come() {
        TestRun run = TestRun.of(Fails.class);

        assertThat(run.failure()).hasMessage("on purpose");
        assertThat(run.reporters()).containsExactly("fails(ElastiCacheClient, VirtualClock)");
        Map<String, String> report = run.reportEntries().get(0);
        assertThat(report)
                .containsOnlyKeys(
                        "ElastiCacheMock clock",
                        "ElastiCacheMock journal",
                        "ElastiCacheMock state",
                        "ElastiCacheMock history",
                        "ElastiCacheMock pending");
        assertThat(report.get("ElastiCacheMock journal"))
                .contains("1  2025-01-01T00:00:00Z  us-east-1  CreateCacheSecurityGroupRequest(")
                .contains("4  2025-01-01T00:00:30Z  us-east-1  AuthorizeCacheSecurityGroupIngressRequest(");
        assertThat(report.get("ElastiCacheMock state"))
                .contains("us-east-1  CacheSecurityGroups")
                .contains("CacheSecurityGroupName=web")
                .doesNotContain("CacheSecurityGroupName=default", "CacheParameterGroups");
        assertThat(report.get("ElastiCacheMock clock")).isEqualTo("2025-01-01T00:01:00Z");
        assertThat(report.get("ElastiCacheMock history"))
                .contains("2025-01-01T00:01:00Z")
                .contains("securitygroup:web")
                .contains("authorizing -> authorized")
                .doesNotContain("securitygroup:cache");
        assertThat(report.get("ElastiCacheMock pending"))
                .contains("2025-01-01T00:01:30Z")
                .contains("securitygroup:cache")
                .contains("authorizing -> authorized")
                .doesNotContain("securitygroup:web");
    }

    @MockElastiCache
    static class Fails {

        @Test
        void fails(ElastiCacheClient client, VirtualClock clock) {
            createGroup(client, "web");
            createGroup(client, "cache");
            authorizeIngress(client, "web");
            clock.advance(Duration.ofSeconds(30));
            authorizeIngress(client, "cache");
            clock.advance(Duration.ofSeconds(30));
            fail("on purpose");
        }
    }

    @Test
    void a_mock_that_has_seen_nothing_says_so() {
        assertThat(TestRun.of(FailsAtOnce.class).reportEntries())
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .containsEntry("ElastiCacheMock journal", "(none)")
                        .containsEntry("ElastiCacheMock state", "(none)")
                        .containsEntry("ElastiCacheMock history", "(none)")
                        .containsEntry("ElastiCacheMock pending", "(none)"));
    }

    @Test
    void what_is_reported_is_printed_too_unless_it_is_not_wanted() {
        assertThat(printedBy(FailsAtOnce.class))
                .contains("What the ElastiCacheMock of fails(ElastiCacheClient) saw until it failed:")
                .contains("ElastiCacheMock journal: (none)");
        assertThat(printedBy(FailsQuietly.class)).isEmpty();
        assertThat(printedBy(FailsQuietlyByBuilder.class)).isEmpty();
        assertThat(printedBy(Passes.class)).isEmpty();
    }

    private static String printedBy(Class<?> testClass) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            TestRun.of(testClass);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @MockElastiCache(printOnFailure = false)
    static class FailsQuietly {

        @Test
        void fails(ElastiCacheClient client) {
            assertThat(client).isNull();
        }
    }

    static class FailsQuietlyByBuilder {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE =
                MockElastiCacheExtension.builder().printOnFailure(false).build();

        @Test
        void fails(ElastiCacheClient client) {
            assertThat(client).isNull();
        }
    }

    @MockElastiCache
    static class Passes {

        @Test
        void passes(ElastiCacheClient client) {
            createGroup(client, "web");
        }
    }

    @Test
    void of_many_calls_the_last_hundred_are_reported() {
        assertThat(TestRun.of(CallsOften.class).reportEntries().get(0).get("ElastiCacheMock journal"))
                .contains("(the last 100 of 105 calls)")
                .contains(System.lineSeparator() + "6  ")
                .doesNotContain(System.lineSeparator() + "5  ");
    }

    @MockElastiCache(printOnFailure = false)
    static class CallsOften {

        @Test
        void fails(ElastiCacheClient client) {
            for (int call = 0; call < 105; call++) {
                client.describeCacheSecurityGroups(all -> {});
            }
            fail("on purpose");
        }
    }

    @Test
    void a_test_that_has_closed_its_mock_reports_too() {
        assertThat(TestRun.of(ClosesItsMock.class).reportEntries().get(0).get("ElastiCacheMock state"))
                .contains("CacheSecurityGroupName=web");
    }

    @MockElastiCache(printOnFailure = false)
    static class ClosesItsMock {

        @Test
        void fails(ElastiCacheMock mock) {
            createGroup(mock.client(), "web");
            mock.close();
            fail("on purpose");
        }
    }

    @Test
    void a_failed_test_reports_even_if_JUnit_is_told_not_to_close_what_extensions_store() {
        Map<String, String> configuration =
                Map.of("junit.jupiter.extensions.store.close.autocloseable.enabled", "false");

        assertThat(TestRun.of(configuration, FailsAtOnce.class).reporters()).hasSize(1);
    }

    @MockElastiCache
    static class FailsAtOnce {

        @Test
        void fails(ElastiCacheClient client) {
            assertThat(client).isNull();
        }
    }

    @Test
    void a_test_that_passes_is_aborted_or_takes_nothing_of_the_mock_reports_nothing() {
        TestRun run = TestRun.of(Quiet.class);

        assertThat(run.failure()).hasMessage("without a mock");
        assertThat(run.reportEntries()).isEmpty();
    }

    @MockElastiCache
    static class Quiet {

        @Test
        void passes(ElastiCacheClient client) {
            createGroup(client, "web");
        }

        @Test
        void is_aborted(ElastiCacheClient client) {
            abort("no failure of " + client.serviceName());
        }

        @Test
        @MockElastiCache(activate = false)
        void fails_without_a_mock() {
            fail("without a mock");
        }
    }

    @Test
    void failures_before_and_after_the_test_are_reported_too() {
        TestRun run = TestRun.of(FailsInConstructor.class, FailsBefore.class, FailsAfter.class);

        assertThat(run.failures()).hasSize(3);
        assertThat(run.reporters()).containsExactly("of_constructor()", "before()", "after()");
    }

    @MockElastiCache
    static class FailsInConstructor {

        FailsInConstructor(ElastiCacheClient client) {
            assertThat(client).isNull();
        }

        @Test
        void of_constructor() {}
    }

    @MockElastiCache
    static class FailsBefore {

        @BeforeEach
        void set_up(ElastiCacheClient client) {
            assertThat(client).isNull();
        }

        @Test
        void before() {}
    }

    @MockElastiCache
    static class FailsAfter {

        @Test
        void after() {}

        @AfterEach
        void tear_down(ElastiCacheClient client) {
            assertThat(client).isNull();
        }
    }

    @Test
    void with_a_mock_for_the_whole_class_only_the_failed_tests_report_even_if_they_take_no_parameter() {
        TestRun run = TestRun.of(Shares.class);

        assertThat(run.failure()).hasMessage("on purpose");
        assertThat(run.reporters()).containsExactly("fails()");
        assertThat(run.reportEntries().get(0).get("ElastiCacheMock pending")).contains("securitygroup:web");
    }

    @MockElastiCache
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Shares {

        private final ElastiCacheClient client;

        Shares(ElastiCacheClient client) {
            this.client = client;
        }

        @Test
        @Order(1)
        void passes() {
            createGroup(client, "web");
        }

        @Test
        @Order(2)
        void fails() {
            authorizeIngress(client, "web");
            fail("on purpose");
        }

        @Test
        @Order(3)
        void passes_again() {
            createGroup(client, "cache");
        }
    }

    @Test
    void a_class_that_fails_before_or_after_its_tests_reports_for_itself() {
        TestRun run = TestRun.of(FailsBeforeAll.class, FailsAfterAll.class);

        assertThat(run.failures()).hasSize(2);
        assertThat(run.reporters())
                .containsExactly("FailureReportTest$FailsBeforeAll", "FailureReportTest$FailsAfterAll");
    }

    @MockElastiCache
    static class FailsBeforeAll {

        @BeforeAll
        static void set_up(ElastiCacheClient client) {
            assertThat(client).isNull();
        }

        @Test
        void test() {}
    }

    @MockElastiCache
    static class FailsAfterAll {

        @Test
        void test() {}

        @AfterAll
        static void tear_down(ElastiCacheClient client) {
            assertThat(client).isNull();
        }
    }

    @Test
    void a_dynamic_test_that_fails_reports_what_the_mock_of_its_factory_has_seen() {
        TestRun run = TestRun.of(Dynamic.class);

        assertThat(run.failure()).hasMessage("on purpose");
        assertThat(run.reporters()).containsExactly("fails");
        assertThat(run.reportEntries().get(0).get("ElastiCacheMock pending")).contains("securitygroup:web");
    }

    @MockElastiCache
    static class Dynamic {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE =
                MockElastiCacheExtension.builder().region(Region.EU_WEST_1).build();

        @TestFactory
        Stream<DynamicTest> tests(ElastiCacheClient client) {
            return Stream.of(
                    dynamicTest("passes", () -> createGroup(client, "web")),
                    dynamicTest("is aborted", () -> abort("no failure")),
                    dynamicTest("fails", () -> {
                        authorizeIngress(client, "web");
                        fail("on purpose");
                    }));
        }
    }
}
