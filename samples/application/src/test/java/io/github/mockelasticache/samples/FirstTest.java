package io.github.mockelasticache.samples;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;

import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

@MockElastiCache
class FirstTest {
    @Test
    void ingress_takes_effect_after_a_minute(ElastiCacheClient client, VirtualClock clock) {
        var answer = client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                .ec2SecurityGroupName("myec2group")
                .ec2SecurityGroupOwnerId("987654321021"));
        assertThat(answer.cacheSecurityGroup()).hasIngress("myec2group", "987654321021", "authorizing");

        clock.advance(Duration.ofMinutes(1));
        var groups = client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups();
        assertThat(groups.get(0)).hasIngress("myec2group", "987654321021", "authorized");
    }
}
