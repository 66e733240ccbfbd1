package io.github.mockelasticache.samples.spring;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Spring keeps a context for all test classes that want the same one. So the client is built where a context is needed first,
 * which may be before any test is running, and is used by the tests of all these classes. Each test has its own mock all the
 * same.
 */
class ContextCacheTest {

    private static final List<CacheAccess> USED = new ArrayList<>();

    @BeforeEach
    void no_context_is_left() {
        run(EndsTheContext.class);
        USED.clear();
    }

    @ParameterizedTest
    @ValueSource(classes = {AnInstanceForEach.class, OneInstanceForAll.class, BeansBeforeAllTests.class})
    void wherever_the_context_is_started_the_next_class_uses_its_beans_and_its_own_mocks(Class<?> first) {
        run(first);
        run(UsesWhatIsThere.class);

        assertThat(USED).hasSize(4).containsOnly(USED.get(0));
    }

    @Test
    void what_an_application_does_when_it_starts_is_found_by_all_tests_of_a_class_that_takes_the_mock_before_them() {
        run(StartsBeforeItsTests.class);
    }

    private static void run(Class<?> testClass) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute()
                .allEvents()
                .assertStatistics(events -> events.failed(0).aborted(0));
    }

    @SpringBootTest
    @MockElastiCache
    abstract static class PreparesTwice {

        @RepeatedTest(2)
        void prepares(@Autowired CacheAccess access, ElastiCacheMock mock) {
            USED.add(access);
            assertThat(mock).cacheSecurityGroup("shop").doesNotExist();

            access.prepare();
            assertThat(mock).cacheSecurityGroup("shop").exists();
        }
    }

    static class AnInstanceForEach extends PreparesTwice {}

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceForAll extends PreparesTwice {}

    static class BeansBeforeAllTests extends PreparesTwice {

        @BeforeAll
        static void is_answered_before_the_tests(@Autowired CacheAccess access) {
            access.prepare();
            assertThat(access.granted()).isEmpty();
        }
    }

    static class UsesWhatIsThere extends PreparesTwice {}

    @DirtiesContext
    static class EndsTheContext extends PreparesTwice {}

    @SpringBootTest
    @Import(PreparesWhenItStarts.class)
    @MockElastiCache
    static class StartsBeforeItsTests {

        @BeforeAll
        static void starts(@Autowired CacheAccess access, ElastiCacheMock mock) {
            assertThat(access.granted()).isEmpty();
            assertThat(mock).cacheSecurityGroup("shop").exists();
        }

        @RepeatedTest(2)
        void finds_what_was_prepared(ElastiCacheMock mock) {
            assertThat(mock).cacheSecurityGroup("shop").exists();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class PreparesWhenItStarts {

        @Bean
        ApplicationRunner preparation(CacheAccess access) {
            return arguments -> access.prepare();
        }
    }
}
