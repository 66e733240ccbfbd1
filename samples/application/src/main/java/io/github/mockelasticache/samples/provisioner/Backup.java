package io.github.mockelasticache.samples.provisioner;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheClusterStateException;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.SnapshotAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.SnapshotNotFoundException;

/** A snapshot of a replication group. */
record Backup(ElastiCacheClient client, Watch watch, String group, String name) {

    private static final Set<String> PASSING = Set.of("creating", "copying", "restoring");

    Result run() {
        boolean exists = look().isPresent();
        if (!exists) {
            watch.untilTaken(this::take, InvalidCacheClusterStateException.class::isInstance);
        }
        Snapshot taken = watch.until(
                this::existing,
                seen -> !PASSING.contains(seen.snapshotStatus()),
                seen -> "snapshot " + name + " is still " + seen.snapshotStatus());
        if (!taken.snapshotStatus().equals("available")) {
            throw Shortfall.failed("snapshot " + name + " is " + taken.snapshotStatus());
        }
        if (!taken.cacheClusterId().matches(Pattern.quote(group) + "-\\d{3}")) {
            throw Shortfall.failed("snapshot " + name + " is of " + taken.cacheClusterId() + ", no member of " + group);
        }
        String detail = "of " + taken.cacheClusterId() + ", "
                + taken.nodeSnapshots().get(0).cacheSize();
        if (exists) {
            return Result.unchanged(detail);
        }
        new Waiters(client, watch.patience()).untilAvailable(group);
        return new Result(Outcome.CREATED, detail);
    }

    private void take() {
        Roles roles = new Roles(new Waiters(client, watch.patience()).untilAvailable(group));
        String source = roles.replicas().stream().findFirst().or(roles::primary).orElseThrow();
        try {
            client.createSnapshot(snapshot -> snapshot.snapshotName(name).cacheClusterId(source));
        } catch (SnapshotAlreadyExistsException overtaken) {
            // That one is waited for.
        }
    }

    private Optional<Snapshot> look() {
        try {
            return Optional.of(existing());
        } catch (SnapshotNotFoundException absent) {
            return Optional.empty();
        }
    }

    private Snapshot existing() {
        return client.describeSnapshots(named -> named.snapshotName(name))
                .snapshots()
                .get(0);
    }
}
