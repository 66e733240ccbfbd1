package io.github.mockelasticache.testing;

import io.github.mockelasticache.Platform;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.internal.engine.Settings;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Delays;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.regions.Region;

/** Settings for tests that set an engine up themselves. */
public final class EngineSettings {

    private EngineSettings() {}

    public static Settings withSeed(long seed) {
        return new Settings(
                Region.US_EAST_1,
                "123456789012",
                Instant.parse("2025-01-01T00:00:00Z"),
                ClockMode.MANUAL,
                1,
                Platform.EC2_CLASSIC,
                seed,
                Delays.documented(),
                "authorized",
                Quotas.documented(),
                List.of(),
                List.of(),
                Set.of(),
                false,
                10_000);
    }
}
