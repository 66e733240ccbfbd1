package io.github.mockelasticache.internal.update;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Parameters;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.engine.UpdateTargets;
import io.github.mockelasticache.internal.engine.UpdateTargets.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ProcessedUpdateAction;
import software.amazon.awssdk.services.elasticache.model.UnprocessedUpdateAction;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/**
 * What the two batch operations have in common: one update, and the groups and clusters that it is to be applied to, or stopped for.
 * Only an update that does not exist fails the call; any other refusal is that of one group or cluster.
 *
 * <p>The words of {@code ErrorType} and {@code ErrorMessage} are not documented: types are the names of the faults in the API model.
 */
final class Batch {

    private static final int MOST_IDS = 20;
    private static final String INVALID_PARAMETER_VALUE = "InvalidParameterValueException";

    private final Release release;
    private final Call call;
    private final List<ProcessedUpdateAction> processed = new ArrayList<>();
    private final List<UnprocessedUpdateAction> unprocessed = new ArrayList<>();

    private Batch(Release release, Call call) {
        this.release = release;
        this.call = call;
    }

    /** What one of the operations does to one group or cluster. */
    interface Deed {

        /** Checks the action; null if it can be done. */
        @Nullable
        Refused check(Action action);

        /** Does it, and gives the status that comes of it. */
        UpdateActionStatus perform(Application application);
    }

    /**
     * Why it is not done.
     *
     * @param type the name of a fault
     * @param message the reason
     */
    record Refused(String type, String message) {

        static Refused invalid(String message) {
            return new Refused(INVALID_PARAMETER_VALUE, message);
        }
    }

    static Batch of(
            @Nullable String name, List<String> replicationGroups, List<String> cacheClusters, Deed deed, Call call) {
        Parameters parameters = call.parameters();
        String update = parameters.required("ServiceUpdateName", name);
        Set<String> groups = ids("ReplicationGroupIds", replicationGroups, call);
        Set<String> clusters = ids("CacheClusterIds", cacheClusters, call);
        if (groups.isEmpty() && clusters.isEmpty()) {
            throw call.faults()
                    .invalidParameterValue("Either ReplicationGroupIds or CacheClusterIds must be provided.");
        }
        Batch batch = new Batch(named(update, call), call);
        groups.forEach(id -> batch.process(TargetKind.REPLICATION_GROUP, id, deed));
        clusters.forEach(id -> batch.process(TargetKind.CACHE_CLUSTER_ALONE, id, deed));
        return batch;
    }

    List<ProcessedUpdateAction> processed() {
        return processed;
    }

    List<UnprocessedUpdateAction> unprocessed() {
        return unprocessed;
    }

    /** The ids that a request names, of which the API model allows 20; each counts once, in whatever case. */
    static Set<String> ids(String parameter, List<String> ids, Call call) {
        if (ids.size() > MOST_IDS) {
            throw call.faults()
                    .invalidParameterValue(
                            "The parameter " + parameter + " must have at most " + MOST_IDS + " elements.");
        }
        Set<String> keys = new LinkedHashSet<>();
        ids.forEach(id -> keys.add(Table.key(call.parameters().required(parameter, id))));
        return keys;
    }

    /** The update of a name; the wording is that of {@code CacheCluster not found: <id>}. */
    static Release named(String name, Call call) {
        RegionState region = call.region();
        Release release = region.ask(UpdateActions.class).releases().byName().get(name);
        if (release == null || !release.isReleased(region.now())) {
            throw call.faults().of(ServiceError.SERVICE_UPDATE_NOT_FOUND, "ServiceUpdate not found: " + name);
        }
        return release;
    }

    private void process(TargetKind kind, String id, Deed deed) {
        RegionState region = call.region();
        Target target = kind.of(region).find(id);
        Refused refused = target == null ? missing(kind, id) : refused(kind, target, deed);
        if (refused != null) {
            unprocessed.add(UnprocessedUpdateAction.builder()
                    .replicationGroupId(kind == TargetKind.REPLICATION_GROUP ? id : null)
                    .cacheClusterId(kind == TargetKind.CACHE_CLUSTER_ALONE ? id : null)
                    .serviceUpdateName(release.name())
                    .errorType(refused.type())
                    .errorMessage(refused.message())
                    .build());
            return;
        }
        processed.add(ProcessedUpdateAction.builder()
                .replicationGroupId(kind == TargetKind.REPLICATION_GROUP ? id : null)
                .cacheClusterId(kind == TargetKind.CACHE_CLUSTER_ALONE ? id : null)
                .serviceUpdateName(release.name())
                .updateActionStatus(deed.perform(new Application(region, kind, id, release)))
                .build());
    }

    private Refused missing(TargetKind kind, String id) {
        String group = kind == TargetKind.CACHE_CLUSTER_ALONE
                ? call.region().ask(UpdateTargets.OfCacheClusters.class).groupOf(id)
                : null;
        return group == null
                ? new Refused(
                        kind.notFound(),
                        kind.type()
                                .notFound()
                                .apply(call.faults(), id)
                                .awsErrorDetails()
                                .errorMessage())
                : Refused.invalid("Cache cluster " + id + " is a member of replication group " + group
                        + ". Use ReplicationGroupIds instead.");
    }

    private @Nullable Refused refused(TargetKind kind, Target target, Deed deed) {
        Action action = call.region().ask(UpdateActions.class).find(kind, target, release);
        if (action != null) {
            return deed.check(action);
        }
        return target.nodes().isEmpty()
                ? unavailable(kind, target)
                : Refused.invalid("Service update " + release.name() + " is not for "
                        + target.engine() + ", or was over before "
                        + target.id() + " was created.");
    }

    static Refused unavailable(TargetKind kind, Target target) {
        return new Refused(
                kind.invalidState(),
                kind.word() + " " + target.id() + " is not in available state, but " + target.status() + ".");
    }
}
