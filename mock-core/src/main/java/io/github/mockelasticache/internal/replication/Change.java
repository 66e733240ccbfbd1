package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.time.Delays.Step;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * A change of a replication group that takes time, and that can wait for the maintenance window.
 *
 * @param aspect what it changes: of two that wait, the later one of an aspect replaces the earlier
 * @param step how long it takes
 * @param from the value before
 * @param to the value after
 * @param pending how the group shows that it is to come
 * @param begun how the group shows that it is under way
 * @param completed the group with it, nothing of it pending
 * @param members what it does to the member clusters
 * @param uses the ARN of what it needs until it is complete, a parameter group; or null
 * @param andThen what else happens when it is complete
 */
record Change(
        String aspect,
        Step step,
        String from,
        String to,
        UnaryOperator<ReplicationGroup> pending,
        UnaryOperator<ReplicationGroup> begun,
        UnaryOperator<ReplicationGroup> completed,
        OnMembers members,
        @Nullable String uses,
        Runnable andThen) {

    /**
     * What a change does to each member cluster.
     *
     * @param any whether it does anything: then the members are {@code modifying} meanwhile
     * @param pending how a member shows that it is to come, or under way
     * @param completed a member with it, nothing of it pending
     */
    record OnMembers(boolean any, UnaryOperator<CacheCluster> pending, UnaryOperator<CacheCluster> completed) {

        static OnMembers none() {
            return new OnMembers(false, UnaryOperator.identity(), UnaryOperator.identity());
        }

        static OnMembers of(UnaryOperator<CacheCluster> completed) {
            return new OnMembers(true, UnaryOperator.identity(), completed);
        }
    }

    static Change of(String aspect, Step step, String from, String to) {
        return new Change(
                aspect,
                step,
                from,
                to,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                OnMembers.none(),
                null,
                () -> {});
    }

    Change shown(UnaryOperator<ReplicationGroup> how) {
        return new Change(aspect, step, from, to, how, begun, completed, members, uses, andThen);
    }

    Change whenBegun(UnaryOperator<ReplicationGroup> how) {
        return new Change(aspect, step, from, to, pending, how, completed, members, uses, andThen);
    }

    Change whenCompleted(UnaryOperator<ReplicationGroup> how) {
        return new Change(aspect, step, from, to, pending, begun, how, members, uses, andThen);
    }

    Change ofMembers(OnMembers how) {
        return new Change(aspect, step, from, to, pending, begun, completed, how, uses, andThen);
    }

    Change using(String arn) {
        return new Change(aspect, step, from, to, pending, begun, completed, members, arn, andThen);
    }

    Change andThen(Runnable what) {
        return new Change(aspect, step, from, to, pending, begun, completed, members, uses, what);
    }
}
