package io.github.mockelasticache.samples.ingress;

import static io.github.mockelasticache.samples.ingress.Shop.SHOP;
import static io.github.mockelasticache.samples.ingress.Shop.TEN_MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.Elapsed;
import io.github.mockelasticache.samples.operations.Patience;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** A day of two deployments that share a cache. The test prints what happened: it is worth reading. */
@MockElastiCache(startingAt = "2015-02-02T19:23:17Z")
class DeploymentStoryTest {

    private static final Deployment BETA = Deployment.of("beta", "mygroup", new Tier("beta-tier", "565419523791"));

    @Test
    void an_evening_at_the_gate(ElastiCacheMock mock, ElastiCacheClient client, VirtualClock clock) {
        Instant start = clock.instant();
        Patience hasty = TEN_MINUTES.withDeadline(Duration.ofSeconds(30));
        IngressGate gate = new IngressGate(client, clock, clock::advance, TEN_MINUTES);
        IngressGate hastyGate = new IngressGate(client, clock, clock::advance, hasty);
        Story story = new Story(mock.timeline());

        new Colleague(client).creates();
        story.chapter("shop opens mygroup", gate.open(SHOP));
        story.chapter("shop opens it again", gate.open(SHOP));
        clock.advanceTo(Instant.parse("2015-02-02T21:15:00Z"));
        story.chapter("beta opens it, with 30 s of patience", hastyGate.open(BETA));
        clock.advanceTo(Instant.parse("2015-02-02T23:00:00Z"));
        story.chapter("shop closes it", gate.close(SHOP));
        story.end(
                new Elapsed(Duration.between(start, clock.instant())) + " on the virtual clock, and no thread slept.");

        System.out.println("\n" + story + "\n");
        assertThat(story).hasToString("""
                shop opens mygroup: 2 opened after 1 min
                  19:23:17  web-tier (123456781234)   authorizing
                  19:23:17  jobs-tier (987654321021)  authorizing
                  19:24:17  web-tier (123456781234)   authorized
                  19:24:17  jobs-tier (987654321021)  authorized

                shop opens it again: 2 already open after 0 s

                beta opens it, with 30 s of patience: 1 rolled back after 2 min
                  21:15:00  beta-tier (565419523791)  authorizing
                  21:15:30  beta                      turns back
                  21:16:00  beta-tier (565419523791)  authorized
                  21:16:00  beta-tier (565419523791)  revoking
                  21:17:00  beta-tier (565419523791)  revoked

                shop closes it: 2 closed after 1 min
                  23:00:00  web-tier (123456781234)   revoking
                  23:00:00  jobs-tier (987654321021)  revoking
                  23:01:00  web-tier (123456781234)   revoked
                  23:01:00  jobs-tier (987654321021)  revoked

                3 h 37 min 43 s on the virtual clock, and no thread slept.""");
    }
}
