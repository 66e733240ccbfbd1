package io.github.mockelasticache.samples.frameworks;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Duration;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class JUnit4Test {
    private ElastiCacheMock mock;

    @Before
    public void open() {
        mock = ElastiCacheMock.create();
        mock.activate(); // for code under test that builds its own clients; ends with the mock
    }

    @After
    public void close() {
        mock.close();
    }

    @Test
    public void access_takes_effect_after_a_minute() {
        var access = new CacheAccess("default");
        access.grant("web-tier", "987654321021");
        assertThat(access.granted()).isEmpty();

        mock.clock().advance(Duration.ofMinutes(1));
        assertThat(access.granted()).containsExactly("web-tier");
        assertThat(mock).cacheSecurityGroup("default").allowsIngressFrom("web-tier", "987654321021");
    }
}
