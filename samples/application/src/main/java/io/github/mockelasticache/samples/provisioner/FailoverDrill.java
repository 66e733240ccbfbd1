package io.github.mockelasticache.samples.provisioner;

import java.util.Optional;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.TestFailoverNotAvailableException;

/** A test of automatic failover. */
record FailoverDrill(ElastiCacheClient client, Watch watch, String group) {

    /**
     * The answer to the call, and the looks right after it, may still say {@code available}, so the roles tell when it has
     * happened, and only then the waiter.
     */
    Result run() {
        Roles before = watch.firstAnswer(
                this::begin,
                refusal -> refusal instanceof InvalidReplicationGroupStateException
                        || refusal instanceof TestFailoverNotAvailableException);
        String old = before.primary().orElse("unknown");
        watch.until(
                this::primary,
                seen -> seen.isPresent() && !seen.equals(before.primary()),
                seen -> seen.map(same -> same + " is still primary").orElse("nobody is primary"));
        Roles after = new Roles(waiters().untilAvailable(group));
        return Result.changed(old + " > " + after.primary().orElse("unknown"));
    }

    /** Asks for the failover of a group that is settled, and tells the roles before it. */
    private Roles begin() {
        Roles before = new Roles(waiters().untilAvailable(group));
        if (before.replicas().isEmpty()) {
            throw Shortfall.failed("has no replica that could take over");
        }
        if (before.group().automaticFailover() != AutomaticFailoverStatus.ENABLED) {
            throw Shortfall.failed("has automatic failover " + before.group().automaticFailoverAsString());
        }
        client.testFailover(test ->
                test.replicationGroupId(group).nodeGroupId(before.nodeGroup().nodeGroupId()));
        return before;
    }

    private Optional<String> primary() {
        return new Roles(client.describeReplicationGroups(named -> named.replicationGroupId(group))
                        .replicationGroups()
                        .get(0))
                .primary();
    }

    private Waiters waiters() {
        return new Waiters(client, watch.patience());
    }
}
