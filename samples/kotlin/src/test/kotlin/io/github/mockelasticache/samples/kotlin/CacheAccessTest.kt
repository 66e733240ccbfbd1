package io.github.mockelasticache.samples.kotlin

import io.github.mockelasticache.ElastiCacheMock
import io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat
import io.github.mockelasticache.junit5.MockElastiCache
import io.github.mockelasticache.time.VirtualClock
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.services.elasticache.ElastiCacheClient

@MockElastiCache
class CacheAccessTest(private val mock: ElastiCacheMock, client: ElastiCacheClient) {
    private val access = CacheAccess(client, ownerId = "987654321021")

    @Test
    fun `access takes effect after a minute`(clock: VirtualClock) {
        access.grant("default", "web-tier")
        assertThat(access.granted("default")).isEmpty()

        clock.advance(Duration.ofMinutes(1))
        assertThat(access.granted("default")).containsExactly("web-tier")
        assertThat(mock).cacheSecurityGroup("default").allowsIngressFrom("web-tier", "987654321021")
    }
}
