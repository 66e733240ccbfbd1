package io.github.mockelasticache.internal.replication;

import java.util.List;

/** The ids that the service gives to node groups: four digits, rising, and not used again. */
final class ShardIds {

    private ShardIds() {}

    /** A number in four digits. */
    static String digits(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** The highest number among some ids. */
    static int highest(List<Shard> shards) {
        return shards.stream()
                .mapToInt(each -> Integer.parseInt(each.id()))
                .max()
                .orElse(0);
    }
}
