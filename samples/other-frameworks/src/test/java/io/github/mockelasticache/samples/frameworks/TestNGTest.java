package io.github.mockelasticache.samples.frameworks;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Duration;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class TestNGTest {
    private ElastiCacheMock mock;

    @BeforeMethod
    public void open() {
        mock = ElastiCacheMock.create();
        mock.activate(); // for code under test that builds its own clients; ends with the mock
    }

    @AfterMethod
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

    @DataProvider
    public Object[] tiers() {
        return new Object[] {"web-tier", "jobs-tier"};
    }

    @Test(dataProvider = "tiers")
    public void each_invocation_has_its_own_mock(String tier) {
        new CacheAccess("default").grant(tier, "987654321021");
        mock.clock().settle();

        assertThat(new CacheAccess("default").granted()).containsExactly(tier);
    }
}
