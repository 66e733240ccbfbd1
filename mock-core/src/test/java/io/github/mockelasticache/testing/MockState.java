package io.github.mockelasticache.testing;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.time.Transition;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Everything that can be seen of a mock in its own region, for comparison. */
record MockState(
        Instant now,
        List<CacheSecurityGroup> groups,
        List<CacheSubnetGroup> subnetGroups,
        SortedMap<String, List<Tag>> tags,
        List<Event> events,
        List<Transition> pending,
        List<Transition> history) {

    static MockState of(ElastiCacheMock mock) {
        try (ElastiCacheClient client = mock.client()) {
            List<CacheSecurityGroup> groups = Groups.of(client).all();
            List<CacheSubnetGroup> subnetGroups = SubnetGroups.of(client).all();
            SortedMap<String, List<Tag>> tags = new TreeMap<>();
            groups.forEach(group -> tags.put(group.arn(), tags(client, group.arn())));
            subnetGroups.forEach(group -> tags.put(group.arn(), tags(client, group.arn())));
            Instant now = mock.clock().instant();
            List<Event> events = client.describeEventsPaginator(all -> all.startTime(Instant.EPOCH)).events().stream()
                    .toList();
            return new MockState(
                    now,
                    groups,
                    subnetGroups,
                    tags,
                    events,
                    mock.timeline().pending(),
                    mock.timeline().history());
        }
    }

    private static List<Tag> tags(ElastiCacheClient client, String arn) {
        return client.listTagsForResource(resource -> resource.resourceName(arn))
                .tagList();
    }
}
