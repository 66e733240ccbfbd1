package io.github.mockelasticache.samples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest // an ElastiCacheClient is a bean, which the application builds with ElastiCacheClient.create()
@MockElastiCache
class CacheAccessTest {
    @Autowired
    CacheAccess access; // a service that uses it

    @Test
    void access_takes_effect_after_a_minute(VirtualClock clock) {
        access.prepare();
        access.grant("web-tier");
        assertThat(access.granted()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        assertThat(access.granted()).containsExactly("web-tier");
    }
}
