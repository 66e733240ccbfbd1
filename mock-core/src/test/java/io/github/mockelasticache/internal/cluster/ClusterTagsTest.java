package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The tags of clusters, which the service does not show while one is being created or deleted. */
class ClusterTagsTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:cluster:mycluster";
    private static final Tag STAGE = Tag.builder().key("stage").value("test").build();

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    /** The service's own words: turbot/steampipe-plugin-aws#446. */
    @Test
    void while_a_cluster_is_created_or_deleted_tag_operations_are_CacheClusterNotFound() {
        clusters.redis("mycluster", cluster -> cluster.tags(STAGE));
        allRefused();

        mock.clock().settle();
        assertThat(tags()).containsExactly(STAGE);

        clusters.delete("mycluster");
        allRefused();
    }

    @Test
    void a_cluster_that_does_not_exist_gets_the_same_answer() {
        allRefused();
    }

    @Test
    void the_tags_of_an_available_cluster_can_be_changed() {
        Clusters.withRedis(mock, client, "mycluster");

        client.addTagsToResource(to -> to.resourceName(ARN).tags(STAGE));
        assertThat(tags()).containsExactly(STAGE);
        client.removeTagsFromResource(from -> from.resourceName(ARN).tagKeys("stage"));
        assertThat(tags()).isEmpty();
    }

    @Test
    void a_cluster_restored_from_a_snapshot_has_the_tags_of_the_snapshot_unless_it_gets_some() {
        Clusters.withRedis(mock, client, "source");
        client.createSnapshot(snapshot ->
                snapshot.cacheClusterId("source").snapshotName("mysnapshot").tags(STAGE));
        mock.clock().settle();

        clusters.create(cluster -> cluster.cacheClusterId("mycluster").snapshotName("mysnapshot"));
        mock.clock().settle();

        assertThat(tags()).containsExactly(STAGE);
    }

    @Test
    void more_than_fifty_tags_are_TagQuotaPerResourceExceeded() {
        List<Tag> many = IntStream.range(0, 51)
                .mapToObj(number -> Tag.builder().key("key" + number).build())
                .toList();

        TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(
                () -> clusters.redis("mycluster", cluster -> cluster.tags(many)), mock);
    }

    private void allRefused() {
        refused(this::tags);
        refused(() -> client.addTagsToResource(to -> to.resourceName(ARN).tags(STAGE)));
        refused(() ->
                client.removeTagsFromResource(from -> from.resourceName(ARN).tagKeys("stage")));
    }

    private void refused(ThrowingCallable call) {
        CACHE_CLUSTER_NOT_FOUND.isTheAnswerTo(call, mock).says("mycluster is either not present or not available.");
    }

    private List<Tag> tags() {
        return client.listTagsForResource(of -> of.resourceName(ARN)).tagList();
    }
}
