package io.github.mockelasticache.samples.ingress;

import io.github.mockelasticache.samples.operations.Patience;
import java.time.Duration;

/** The deployment that the tests open and close a cache for. */
final class Shop {

    static final Tier WEB = new Tier("web-tier", "1234-5678-1234");
    static final Tier JOBS = new Tier("jobs-tier", "987654321021");
    static final Deployment SHOP = Deployment.of("shop", "mygroup", WEB, JOBS);

    static final Patience TEN_MINUTES =
            new Patience(Duration.ofSeconds(15), Duration.ofMinutes(10), Duration.ofMinutes(10));

    private Shop() {}
}
