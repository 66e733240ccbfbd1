package io.github.mockelasticache.time;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How long each status transition takes in virtual time. Immutable. */
public final class Delays {

    /** A kind of transition, with the duration that the service's documentation gives for it. */
    public enum Step {
        /**
         * An authorized EC2 security group's ingress takes effect. One minute: "Authorizing Network Access to an Amazon EC2
         * Security Group", user guide.
         */
        INGRESS_AUTHORIZING(Duration.ofMinutes(1)),

        /** A revoked EC2 security group's ingress ends. One minute, as for {@link #INGRESS_AUTHORIZING}. */
        INGRESS_REVOKING(Duration.ofMinutes(1)),

        /**
         * A cache cluster is created: five minutes. Acceptance runs that create and delete one take 430 to 540 seconds
         * (hashicorp/terraform#14700, hashicorp/terraform-provider-aws#4504).
         */
        CACHE_CLUSTER_CREATING(Duration.ofMinutes(5)),

        /** A cache cluster is deleted: three minutes of the same acceptance runs. */
        CACHE_CLUSTER_DELETING(Duration.ofMinutes(3)),

        /** Nodes are added to a cluster: 2 min 50 s from one to three in "Viewing ElastiCache events", user guide. */
        NODES_ADDING(Duration.ofSeconds(170)),

        /** Nodes are removed from a cluster: two minutes; no figure is published. */
        NODES_REMOVING(Duration.ofMinutes(2)),

        /** Nodes reboot: two minutes; no figure is published. */
        NODES_REBOOTING(Duration.ofMinutes(2)),

        /** Nodes get another type: ten minutes, half of a 1240 s acceptance run (hashicorp/terraform-provider-aws#46950). */
        NODE_TYPE_CHANGING(Duration.ofMinutes(10)),

        /** The engine is upgraded: twenty minutes from Valkey 7 to 8 (aws-samples/dify-self-hosted-on-aws#24). */
        ENGINE_UPGRADING(Duration.ofMinutes(20)),

        /** Security groups, a parameter group or another setting are changed: one minute; no figure is published. */
        SETTINGS_CHANGING(Duration.ofMinutes(1)),

        /** Changed parameters that need no reboot are applied: one minute; no figure is published. */
        PARAMETERS_APPLYING(Duration.ofMinutes(1)),

        /** Log delivery is enabled, changed or disabled: one minute; no figure is published. */
        LOG_DELIVERY_CHANGING(Duration.ofMinutes(1)),

        /** A snapshot is taken: three minutes; no figure is published. */
        SNAPSHOT_CREATING(Duration.ofMinutes(3)),

        /** A snapshot is copied: two minutes; no figure is published. */
        SNAPSHOT_COPYING(Duration.ofMinutes(2)),

        /** A snapshot is deleted: one minute; no figure is published. */
        SNAPSHOT_DELETING(Duration.ofMinutes(1)),

        /**
         * A replication group's primaries are created: six minutes. Acceptance runs that create and delete a group of one or
         * two nodes take 480 to 740 seconds (hashicorp/terraform-provider-aws#20111, #49268).
         */
        REPLICATION_GROUP_CREATING(Duration.ofMinutes(6)),

        /** Replicas are built after their primary: 4 min 20 s, by the create times of recorded answers. */
        REPLICAS_ADDING(Duration.ofSeconds(260)),

        /** Replicas are removed: three minutes; no figure is published. */
        REPLICAS_REMOVING(Duration.ofMinutes(3)),

        /** Node groups are added or removed, or slots moved: fifteen minutes (hashicorp/terraform-provider-aws#20111). */
        RESHARDING(Duration.ofMinutes(15)),

        /** Automatic failover or Multi-AZ is switched: three minutes; no figure is published. */
        FAILOVER_SWITCHING(Duration.ofMinutes(3)),

        /** A replica takes over from its primary: 30 seconds; no figure is published. */
        FAILING_OVER(Duration.ofSeconds(30)),

        /** A node that has failed is replaced: four minutes; no figure is published. */
        NODE_RECOVERING(Duration.ofMinutes(4)),

        /** A migration is started or completed: five minutes; no figure is published. */
        MIGRATING(Duration.ofMinutes(5)),

        /** A replication group is deleted: five minutes of the same acceptance runs. */
        REPLICATION_GROUP_DELETING(Duration.ofMinutes(5)),

        /**
         * A user is modified: 45 seconds. Acceptance runs take 100 seconds without and 286 seconds with two modifications, each in
         * polls of 30 seconds (hashicorp/terraform-provider-aws#20339).
         */
        USER_MODIFYING(Duration.ofSeconds(45)),

        /** A user is deleted: 45 seconds of the same acceptance runs. */
        USER_DELETING(Duration.ofSeconds(45)),

        /**
         * A user group is created: 30 seconds. A run that creates, modifies and deletes one takes 153 seconds
         * (aws-controllers-k8s/elasticache-controller#26).
         */
        USER_GROUP_CREATING(Duration.ofSeconds(30)),

        /** The users of a user group, or its engine, are changed: one minute of the same run. */
        USER_GROUP_MODIFYING(Duration.ofMinutes(1)),

        /** A user group is deleted: 30 seconds of the same run. */
        USER_GROUP_DELETING(Duration.ofSeconds(30)),

        /**
         * A serverless cache is created: three minutes. A run that creates and deletes one takes 355 seconds
         * (hashicorp/terraform-provider-aws#36766).
         */
        SERVERLESS_CACHE_CREATING(Duration.ofMinutes(3)),

        /** A serverless cache is modified: one minute; no figure is published. */
        SERVERLESS_CACHE_MODIFYING(Duration.ofMinutes(1)),

        /** The engine of a serverless cache is upgraded: twenty minutes, as for {@link #ENGINE_UPGRADING}. */
        SERVERLESS_CACHE_UPGRADING(Duration.ofMinutes(20)),

        /** A serverless cache is deleted: three minutes of the same run. */
        SERVERLESS_CACHE_DELETING(Duration.ofMinutes(3)),

        /** A reserved cache node is paid for: five minutes; no figure is published. */
        RESERVATION_PAYING(Duration.ofMinutes(5)),

        /** A service update is about to be applied: one minute; no figure is published. */
        UPDATE_STARTING(Duration.ofMinutes(1)),

        /**
         * A service update is applied to one node: ten minutes. The service estimates 30 minutes; "a replacement typically
         * completes within a few minutes" (aws.amazon.com/elasticache/elasticache-maintenance).
         */
        NODE_UPDATING(Duration.ofMinutes(10)),

        /** A service update is stopped before it has reached a node: one minute; no figure is published. */
        UPDATE_STOPPING(Duration.ofMinutes(1)),

        /** The date is set on which the service applies an update by itself: one minute; no figure is published. */
        UPDATE_SCHEDULING(Duration.ofMinutes(1)),

        /** A global replication group is created around its primary: two minutes; no figure is published. */
        GLOBAL_REPLICATION_GROUP_CREATING(Duration.ofMinutes(2)),

        /**
         * A secondary that has been created gets the data of the primary: five minutes; no figure is published. The replication
         * group can be available while the global one is still modifying (hashicorp/terraform-provider-aws, resource
         * aws_elasticache_replication_group).
         */
        GLOBAL_MEMBER_ASSOCIATING(Duration.ofMinutes(5)),

        /** A secondary leaves a global replication group: two minutes; no figure is published. */
        GLOBAL_MEMBER_DISASSOCIATING(Duration.ofMinutes(2)),

        /** A global replication group is available after all its members are: one minute; no figure is published. */
        GLOBAL_REPLICATION_GROUP_MODIFYING(Duration.ofMinutes(1)),

        /**
         * A secondary becomes the primary of a global replication group: one minute, the recovery time objective that is
         * published for it (AWS disaster recovery workshop, "Global Datastore").
         */
        GLOBAL_REPLICATION_GROUP_FAILING_OVER(Duration.ofMinutes(1)),

        /** A global replication group is deleted, and its primary stands alone: two minutes; no figure is published. */
        GLOBAL_REPLICATION_GROUP_DELETING(Duration.ofMinutes(2));

        private final Duration documented;

        Step(Duration documented) {
            this.documented = documented;
        }

        /**
         * The duration that the documentation gives.
         *
         * @return the default of this step
         */
        public Duration documented() {
            return documented;
        }
    }

    private static final Delays DOCUMENTED = new Delays(new EnumMap<>(Step.class));

    private final Map<Step, Duration> overrides;

    private Delays(Map<Step, Duration> overrides) {
        this.overrides = overrides;
    }

    /**
     * The durations of the service's documentation.
     *
     * @return the defaults
     */
    public static Delays documented() {
        return DOCUMENTED;
    }

    /**
     * These delays with another duration for one step.
     *
     * @param step the step
     * @param duration its duration; zero or more
     * @return new delays
     * @throws IllegalArgumentException if the duration is negative
     */
    public Delays with(Step step, Duration duration) {
        Objects.requireNonNull(step, "step");
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "The delay of " + step + " must be zero or more, but is " + duration + ".");
        }
        Map<Step, Duration> changed = new EnumMap<>(Step.class);
        changed.putAll(overrides);
        changed.put(step, duration);
        return new Delays(changed);
    }

    /**
     * How long a step takes.
     *
     * @param step the step
     * @return its duration in virtual time
     */
    public Duration of(Step step) {
        return overrides.getOrDefault(step, step.documented());
    }

    /** The duration of every step. */
    @Override
    public String toString() {
        Map<Step, Duration> all = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            all.put(step, of(step));
        }
        return "Delays" + all;
    }
}
