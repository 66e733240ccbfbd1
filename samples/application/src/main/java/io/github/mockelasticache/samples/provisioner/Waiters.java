package io.github.mockelasticache.samples.provisioner;

import io.github.mockelasticache.samples.operations.Elapsed;
import io.github.mockelasticache.samples.operations.Patience;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.waiters.ElastiCacheWaiter;

/** The SDK's own waiters, with the patience of this application. */
record Waiters(ElastiCacheClient client, Patience patience) {

    /** Nothing becomes of a resource in one of these by waiting. */
    private static final Set<String> BAD_ENDS =
            Set.of("create-failed", "incompatible-network", "restore-failed", "deleting", "deleted");

    /** A replication group can be {@code available} before its newest members are, so they are waited for too. */
    ReplicationGroup untilAvailable(String group) {
        await(
                bounds -> waiter().waitUntilReplicationGroupAvailable(named -> named.replicationGroupId(group), bounds),
                "replication group " + group,
                () -> look(group).status());
        ReplicationGroup available = look(group);
        for (String member : available.memberClusters()) {
            await(
                    bounds -> waiter().waitUntilCacheClusterAvailable(named -> named.cacheClusterId(member), bounds),
                    "cache cluster " + member,
                    () -> client.describeCacheClusters(named -> named.cacheClusterId(member))
                            .cacheClusters()
                            .get(0)
                            .cacheClusterStatus());
        }
        return available;
    }

    void untilDeleted(String group) {
        await(
                bounds -> waiter().waitUntilReplicationGroupDeleted(named -> named.replicationGroupId(group), bounds),
                "replication group " + group,
                () -> look(group).status());
    }

    private void await(
            Consumer<Consumer<WaiterOverrideConfiguration.Builder>> wait, String what, Supplier<String> status) {
        try {
            wait.accept(bounds -> bounds.maxAttempts(attempts())
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(patience.poll())));
        } catch (SdkException end) {
            if (end.getCause() instanceof SdkException refusal) {
                throw refusal;
            }
            if (end.getCause() != null) {
                throw end;
            }
            String present = status.get();
            throw BAD_ENDS.contains(present)
                    ? Shortfall.failed(what + " is " + present)
                    : Shortfall.late(what + " is still " + present + " after " + new Elapsed(patience.deadline()));
        }
    }

    /** As many looks as fit: at once, and after each pause. */
    private int attempts() {
        return Math.toIntExact(patience.deadline().dividedBy(patience.poll()) + 1);
    }

    private ElastiCacheWaiter waiter() {
        return client.waiter();
    }

    private ReplicationGroup look(String group) {
        return client.describeReplicationGroups(named -> named.replicationGroupId(group))
                .replicationGroups()
                .get(0);
    }
}
