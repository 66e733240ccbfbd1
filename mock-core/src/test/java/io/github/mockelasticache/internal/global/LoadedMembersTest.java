package io.github.mockelasticache.internal.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.internal.json.SdkJson;
import io.github.mockelasticache.testing.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** A replication group that was described elsewhere may be a member of a global one that the mock knows nothing else of. */
class LoadedMembersTest {

    @AutoClose
    private final ElastiCacheMock account = ElastiCacheMock.create();

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void a_member_is_a_member_without_its_global_group() throws IOException {
        new Datastore(account).ofTwo(group -> {});
        ElastiCacheClient described = account.client(Datastore.WEST);
        mock.clock().advanceTo(account.clock().instant());

        mock.load(files(
                described.describeCacheParameterGroups(groups -> {}),
                described.describeCacheClusters(clusters -> clusters.showCacheNodeInfo(true)),
                described.describeReplicationGroups(groups -> {})));

        Datastore loaded = new Datastore(mock);
        assertThat(loaded.second().globalReplicationGroupInfo().globalReplicationGroupId())
                .isEqualTo(Datastore.ID);
        Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(loaded::named);
        Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> loaded.groups(Datastore.WEST).modify("second", group -> group.cacheNodeType("cache.m5.xlarge")),
                mock);
        loaded.client(Datastore.WEST)
                .increaseReplicaCount(group ->
                        group.replicationGroupId("second").newReplicaCount(1).applyImmediately(true));
        loaded.settle();
        assertThat(loaded.second().status()).isEqualTo("available");
        assertThat(loaded.second().memberClusters()).hasSize(2);
    }

    private String[] files(SdkPojo... answers) throws IOException {
        List<String> files = new ArrayList<>();
        for (SdkPojo answer : answers) {
            files.add(Files.writeString(
                            folder.resolve(files.size() + ".json"),
                            SdkJson.of(answer).toString())
                    .toString());
        }
        return files.toArray(String[]::new);
    }
}
