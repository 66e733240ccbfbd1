package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_SERVERLESS_CACHE_SNAPSHOT_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_SERVERLESS_CACHE_STATE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND;
import static io.github.mockelasticache.testing.ServerlessSeen.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.ServerlessSeen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** The tag operations on serverless caches and on their snapshots. */
class ServerlessTagsTest {

    private static final String CACHE = "arn:aws:elasticache:us-east-1:123456789012:serverlesscache:mycache";
    private static final String SNAPSHOT =
            "arn:aws:elasticache:us-east-1:123456789012:serverlesscachesnapshot:mysnapshot";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @Test
    void tags_are_added_listed_and_removed() {
        serverless.created(mock, "mycache", cache -> cache.tags(tag("team", "shop")));
        serverless.snapshot("mysnapshot", "mycache");
        mock.clock().settle();

        for (String arn : new String[] {CACHE, SNAPSHOT}) {
            add(arn);
            assertThat(serverless.tagsOf(arn)).contains("stage=test");
            client.removeTagsFromResource(resource -> resource.resourceName(arn).tagKeys("stage"));
            assertThat(serverless.tagsOf(arn)).doesNotContain("stage=test");
        }
    }

    /** "Serverless cache events", user guide. */
    @Test
    void an_event_tells_that_the_tags_of_a_cache_have_changed() {
        serverless.created(mock, "mycache", cache -> cache.tags(tag("team", "shop")));

        add(CACHE);
        client.removeTagsFromResource(resource -> resource.resourceName(CACHE).tagKeys("stage"));

        assertThat(serverless.events(SourceType.SERVERLESS_CACHE))
                .containsExactly(
                        "mycache: Cache mycache is created and ready to use.",
                        "mycache: Tags updated for the cache mycache.",
                        "mycache: Tags updated for the cache mycache.");
    }

    @Test
    void no_event_tells_of_the_tags_of_a_snapshot() {
        serverless.created(mock, "mycache");
        serverless.snapshot("mysnapshot", "mycache");
        mock.clock().settle();

        add(SNAPSHOT);

        assertThat(serverless.events(SourceType.SERVERLESS_CACHE_SNAPSHOT)).hasSize(1);
    }

    /** The wording and the states are the service's own: ekristen/aws-nuke#256. */
    @Test
    void the_tags_of_a_cache_can_be_seen_while_it_is_modifying_but_neither_creating_nor_deleting() {
        String message = "Serverless cache is not in an available state to perform the requested action.";
        serverless.create("mycache");
        INVALID_SERVERLESS_CACHE_STATE
                .isTheAnswerTo(() -> serverless.tagsOf(CACHE), mock)
                .says(message);
        refused(INVALID_SERVERLESS_CACHE_STATE, CACHE);
        mock.clock().settle();
        serverless.modify("mycache", cache -> cache.description("new"));
        add(CACHE);
        mock.clock().settle();
        serverless.delete("mycache");
        refused(INVALID_SERVERLESS_CACHE_STATE, CACHE);
    }

    @Test
    void the_tags_of_a_snapshot_can_be_seen_while_it_is_copied_but_neither_creating_nor_deleting() {
        serverless.created(mock, "mycache");
        serverless.snapshot("mysnapshot", "mycache");
        INVALID_SERVERLESS_CACHE_SNAPSHOT_STATE
                .isTheAnswerTo(() -> serverless.tagsOf(SNAPSHOT), mock)
                .says("Serverless cache snapshot is not in an available state to perform the requested action.");
        mock.clock().settle();
        serverless.copy("mysnapshot", "mycopy");
        add(SNAPSHOT);
        mock.clock().settle();
        serverless.deleteSnapshot("mysnapshot");
        refused(INVALID_SERVERLESS_CACHE_SNAPSHOT_STATE, SNAPSHOT);
    }

    @Test
    void what_does_not_exist_has_no_tags() {
        SERVERLESS_CACHE_NOT_FOUND
                .isTheAnswerTo(() -> serverless.tagsOf(CACHE), mock)
                .says("ServerlessCache mycache not found.");
        SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND
                .isTheAnswerTo(() -> serverless.tagsOf(SNAPSHOT), mock)
                .says("ServerlessCacheSnapshot mysnapshot not found.");
    }

    private void refused(Refusal refusal, String arn) {
        refusal.isTheAnswerTo(() -> add(arn), mock);
    }

    private void add(String arn) {
        client.addTagsToResource(resource -> resource.resourceName(arn).tags(tag("stage", "test")));
    }
}
