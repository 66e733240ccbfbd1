package io.github.mockelasticache.samples.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.ExternalResource;

/** With a rule, which several test classes may share, and on another thread. */
public class JUnit4RuleTest {

    @Rule
    public final OpenMock elastiCache = new OpenMock();

    @Test(timeout = 60_000) // JUnit runs this test on a thread of its own
    public void a_test_with_a_time_limit_is_answered_too() {
        new CacheAccess("default").grant("web-tier", "987654321021");
        elastiCache.mock.clock().settle();

        assertThat(new CacheAccess("default").granted()).containsExactly("web-tier");
    }

    @Test
    public void each_test_has_its_own_mock() {
        assertThat(new CacheAccess("default").granted()).isEmpty();
    }

    public static final class OpenMock extends ExternalResource {

        private ElastiCacheMock mock;

        @Override
        protected void before() {
            mock = ElastiCacheMock.create();
            mock.activate();
        }

        @Override
        protected void after() {
            mock.close();
        }
    }
}
