package io.github.mockelasticache.testing;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.ModifyServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The serverless caches that one client sees, and their snapshots: how a test arranges them, and how it looks at them. */
public final class ServerlessSeen {

    private final ElastiCacheClient client;

    private ServerlessSeen(ElastiCacheClient client) {
        this.client = client;
    }

    public static ServerlessSeen of(ElastiCacheClient client) {
        return new ServerlessSeen(client);
    }

    /** A Valkey cache, which is being created. */
    public ServerlessCache create(String name) {
        return create(name, nothingElse -> {});
    }

    public ServerlessCache create(String name, Consumer<CreateServerlessCacheRequest.Builder> more) {
        return client.createServerlessCache(
                        cache -> more.accept(cache.serverlessCacheName(name).engine("valkey")))
                .serverlessCache();
    }

    /** A Valkey cache, which is available. */
    public ServerlessCache created(ElastiCacheMock mock, String name) {
        return created(mock, name, nothingElse -> {});
    }

    public ServerlessCache created(
            ElastiCacheMock mock, String name, Consumer<CreateServerlessCacheRequest.Builder> more) {
        create(name, more);
        mock.clock().settle();
        return named(name);
    }

    public ServerlessCache modify(String name, Consumer<ModifyServerlessCacheRequest.Builder> change) {
        return client.modifyServerlessCache(cache -> change.accept(cache.serverlessCacheName(name)))
                .serverlessCache();
    }

    /** A cache that has been modified, and is available again. */
    public ServerlessCache modified(
            ElastiCacheMock mock, String name, Consumer<ModifyServerlessCacheRequest.Builder> change) {
        modify(name, change);
        mock.clock().settle();
        return named(name);
    }

    public ServerlessCache delete(String name) {
        return client.deleteServerlessCache(cache -> cache.serverlessCacheName(name))
                .serverlessCache();
    }

    public ServerlessCache named(String name) {
        return client.describeServerlessCaches(all -> all.serverlessCacheName(name))
                .serverlessCaches()
                .get(0);
    }

    public List<ServerlessCache> caches() {
        return client.describeServerlessCachesPaginator(all -> {}).serverlessCaches().stream()
                .toList();
    }

    /** A snapshot of a cache, which is being created. */
    public ServerlessCacheSnapshot snapshot(String name, String cache) {
        return snapshot(name, cache, nothingElse -> {});
    }

    public ServerlessCacheSnapshot snapshot(
            String name, String cache, Consumer<CreateServerlessCacheSnapshotRequest.Builder> more) {
        return client.createServerlessCacheSnapshot(snapshot ->
                        more.accept(snapshot.serverlessCacheSnapshotName(name).serverlessCacheName(cache)))
                .serverlessCacheSnapshot();
    }

    /** A snapshot that is available, of a cache of its own. */
    public ServerlessCacheSnapshot snapshotOf(ElastiCacheMock mock, String name, String engine, String major) {
        created(mock, "of-" + name, cache -> cache.engine(engine).majorEngineVersion(major));
        snapshot(name, "of-" + name);
        mock.clock().settle();
        return snapshotNamed(name);
    }

    public ServerlessCacheSnapshot copy(String source, String target) {
        return client.copyServerlessCacheSnapshot(copy ->
                        copy.sourceServerlessCacheSnapshotName(source).targetServerlessCacheSnapshotName(target))
                .serverlessCacheSnapshot();
    }

    public ServerlessCacheSnapshot export(String name, String bucket) {
        return client.exportServerlessCacheSnapshot(
                        export -> export.serverlessCacheSnapshotName(name).s3BucketName(bucket))
                .serverlessCacheSnapshot();
    }

    public ServerlessCacheSnapshot deleteSnapshot(String name) {
        return client.deleteServerlessCacheSnapshot(snapshot -> snapshot.serverlessCacheSnapshotName(name))
                .serverlessCacheSnapshot();
    }

    public ServerlessCacheSnapshot snapshotNamed(String name) {
        return client.describeServerlessCacheSnapshots(all -> all.serverlessCacheSnapshotName(name))
                .serverlessCacheSnapshots()
                .get(0);
    }

    public List<ServerlessCacheSnapshot> snapshots() {
        return client.describeServerlessCacheSnapshotsPaginator(all -> {}).serverlessCacheSnapshots().stream()
                .toList();
    }

    public List<String> snapshotNames() {
        return snapshots().stream()
                .map(ServerlessCacheSnapshot::serverlessCacheSnapshotName)
                .toList();
    }

    /** The tags of a resource, each as {@code key=value}. */
    public List<String> tagsOf(String arn) {
        return client.listTagsForResource(resource -> resource.resourceName(arn)).tagList().stream()
                .map(tag -> tag.key() + "=" + tag.value())
                .toList();
    }

    /** What has been reported about caches or about snapshots, the oldest first, each as {@code name: message}. */
    public List<String> events(SourceType of) {
        List<String> messages = new ArrayList<>(
                client
                        .describeEventsPaginator(events -> events.sourceType(of).startTime(Instant.EPOCH))
                        .events()
                        .stream()
                        .map(ServerlessSeen::text)
                        .toList());
        Collections.reverse(messages);
        return messages;
    }

    public static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static String text(Event event) {
        return event.sourceIdentifier() + ": " + event.message();
    }
}
