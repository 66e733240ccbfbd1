package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.RegionState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of member clusters: {@code mygroup-001} with cluster mode disabled and {@code mygroup-0001-001} with it enabled. Numbers
 * rise, and are not used again; an id that some other cluster has is left out.
 *
 * @param group the id of the replication group
 * @param clusterMode whether cluster mode is enabled
 */
record MemberNames(String group, boolean clusterMode) {

    /** The ids of new members, and the number of the last of them. */
    record Chosen(List<String> clusters, int last) {}

    /** Ids for new members of a node group. */
    Chosen next(String shard, int last, int number, RegionState region) {
        List<String> clusters = new ArrayList<>();
        int highest = last;
        while (clusters.size() < number) {
            highest++;
            String cluster = prefix(shard) + digits(highest);
            if (region.table(CACHE_CLUSTER).find(cluster) == null) {
                clusters.add(cluster);
            }
        }
        return new Chosen(clusters, highest);
    }

    /** The number in an id that a caller has chosen as the service would have; 0 in any other. */
    int number(String shard, String cluster) {
        Matcher form =
                Pattern.compile(Pattern.quote(prefix(shard)) + "(\\d{3})").matcher(cluster);
        return form.matches() ? Integer.parseInt(form.group(1)) : 0;
    }

    private String prefix(String shard) {
        return group + "-" + (clusterMode ? shard + "-" : "");
    }

    private static String digits(int number) {
        return number < 10 ? "00" + number : number < 100 ? "0" + number : Integer.toString(number);
    }
}
