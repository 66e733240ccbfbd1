package io.github.mockelasticache.samples.frameworks;

import io.github.mockelasticache.ElastiCacheMock;
import java.util.List;

/** A program that shows what would happen, without an account. */
public final class Rehearsal {

    private Rehearsal() {}

    /**
     * Opens a cache for two tiers, and prints what came of it and when.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            mock.activate(); // until the mock is closed
            CacheAccess access = new CacheAccess("default");
            access.grant("web-tier", "987654321021");
            access.grant("jobs-tier", "987654321021");
            mock.clock().settle();

            System.out.println(mock.timeline().history());
            if (!access.granted().equals(List.of("web-tier", "jobs-tier"))) {
                throw new IllegalStateException("The cache is open for " + access.granted() + " only.");
            }
        }
    }
}
