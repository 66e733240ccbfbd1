package io.github.mockelasticache.benchmarks;

import io.github.mockelasticache.ElastiCacheMock;
import java.util.Locale;

/**
 * What a cache cluster costs that is created through a served client and made available: time, and heap with all that is kept
 * of it (the cluster, its transition in the history, its events, the recorded call).
 */
final class ClusterCost {

    private static final int CLUSTERS = 10_000;
    private static final int ROUNDS = 3;

    private ClusterCost() {}

    /** Measures, and says it in one line. */
    static String line() {
        long nanoseconds = 0;
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long usedBefore = usedHeap();
            long start = System.nanoTime();
            ElastiCacheMock mock = ClusterBenchmark.withClusters(CLUSTERS);
            nanoseconds = System.nanoTime() - start;
            bytes = usedHeap() - usedBefore;
            mock.close();
        }
        return String.format(
                Locale.ROOT,
                "%,d cache clusters created and settled: %.1f µs and %,d bytes of heap for each.",
                CLUSTERS,
                nanoseconds / 1_000.0 / CLUSTERS,
                bytes / CLUSTERS);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
