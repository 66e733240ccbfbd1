package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CustomerNodeEndpoint;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * The migration of data from a Redis OSS server of the customer to a replication group ("Online migration", user guide). The three
 * operations on it share its conditions.
 */
final class Migration {

    static final String MIGRATING = "migrating";

    private static final String ASPECT = "migration";
    private static final String SINCE = "5.0.6";
    private static final int LARGEST_PORT = 65535;

    private Migration() {}

    /** The group that a migration may be started to, or tested. */
    static ReplicationGroup target(String id, List<CustomerNodeEndpoint> endpoints, Call call) {
        ReplicationGroup group = Groups.named(id, call);
        GlobalMembership.requireNone(group, call);
        requireEndpoint(call.parameters().required("CustomerNodeEndpointList", endpoints), call);
        if (underWay(group, call.region())) {
            throw call.faults()
                    .of(
                            ServiceError.REPLICATION_GROUP_ALREADY_UNDER_MIGRATION,
                            "Replication group " + group.replicationGroupId() + " is already under migration.");
        }
        Groups.requireAvailable(group, call);
        require(!Boolean.TRUE.equals(group.clusterEnabled()), group, "must have cluster mode disabled", call);
        var version = Groups.version(Groups.primary(call.region(), group));
        require(
                version.engine().equals(EngineAsked.VALKEY) || version.atLeast(SINCE),
                group,
                "must use engine version " + SINCE + " or higher",
                call);
        require(
                !Boolean.TRUE.equals(group.transitEncryptionEnabled())
                        && !Boolean.TRUE.equals(group.atRestEncryptionEnabled()),
                group,
                "must not have encryption in transit or at rest enabled",
                call);
        require(group.multiAZ() == MultiAZStatus.ENABLED, group, "must have Multi-AZ enabled", call);
        return group;
    }

    /** Begins to copy; from {@code modifying} the group comes to {@code migrating}, where it stays until the end is asked for. */
    static ReplicationGroup start(RegionState region, String id) {
        Groups.status(region, id, Groups.MODIFYING);
        region.after(Step.MIGRATING, region.arn(REPLICATION_GROUP, id), ASPECT, Groups.MODIFYING, MIGRATING, () -> {
            Groups.status(region, id, MIGRATING);
            // The wording is the service's own ("Monitoring events with Amazon SNS", user guide).
            region.emit(REPLICATION_GROUP, id, "Migration operation succeeded for replication group " + id + ".");
        });
        region.ask(Migrations.class).start(id);
        return Groups.of(region, id);
    }

    /** Begins to end it: the group is its own master again. */
    static ReplicationGroup complete(ReplicationGroup group, Call call) {
        RegionState region = call.region();
        String id = group.replicationGroupId();
        if (!underWay(group, region)) {
            throw call.faults()
                    .of(
                            ServiceError.REPLICATION_GROUP_NOT_UNDER_MIGRATION,
                            "Replication group " + id + " is not under migration.");
        }
        if (!group.status().equals(MIGRATING)) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Replication group must be in migrating state to complete the migration.");
        }
        Groups.status(region, id, Groups.MODIFYING);
        region.after(Step.MIGRATING, region.arn(REPLICATION_GROUP, id), ASPECT, MIGRATING, Groups.AVAILABLE, () -> {
            region.ask(Migrations.class).end(id);
            Groups.settled(region, id);
            region.emit(REPLICATION_GROUP, id, "Complete Migration successful for " + id);
        });
        return Groups.of(region, id);
    }

    private static boolean underWay(ReplicationGroup group, RegionState region) {
        return region.ask(Migrations.class).isUnderWay(group.replicationGroupId());
    }

    private static void requireEndpoint(List<CustomerNodeEndpoint> endpoints, Call call) {
        if (endpoints.size() != 1) {
            throw call.faults().invalidParameterValue("CustomerNodeEndpointList should have only one element.");
        }
        call.parameters().required("Address", endpoints.get(0).address());
        if (endpoints.get(0).port() == null) {
            throw call.faults().invalidParameterValue("The parameter Port must be provided and must not be null.");
        }
        call.parameters().within("Port", endpoints.get(0).port(), 1, LARGEST_PORT);
    }

    private static void require(boolean condition, ReplicationGroup group, String rule, Call call) {
        if (!condition) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Replication group " + group.replicationGroupId() + " " + rule
                                    + " to be the target of a migration.");
        }
    }
}
