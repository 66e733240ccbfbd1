package io.github.mockelasticache.internal.update;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.update.Batch.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionResponse;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/**
 * {@code BatchApplyUpdateAction}: "You can apply only those service updates that have an available or scheduled status", and those
 * that were stopped ("Managing service updates", user guide).
 */
final class BatchApplyUpdateAction {

    private static final List<UpdateActionStatus> APPLICABLE = List.of(
            UpdateActionStatus.NOT_APPLIED,
            UpdateActionStatus.STOPPED,
            UpdateActionStatus.SCHEDULING,
            UpdateActionStatus.SCHEDULED);

    private BatchApplyUpdateAction() {}

    static BatchApplyUpdateActionResponse.Builder handle(BatchApplyUpdateActionRequest request, Call call) {
        Batch batch = Batch.of(
                request.serviceUpdateName(),
                request.replicationGroupIds(),
                request.cacheClusterIds(),
                new Applying(call),
                call);
        return BatchApplyUpdateActionResponse.builder()
                .processedUpdateActions(batch.processed())
                .unprocessedUpdateActions(batch.unprocessed());
    }

    private record Applying(Call call) implements Batch.Deed {

        @Override
        public @Nullable Refused check(Action action) {
            ServiceUpdateStatus status = action.release().status(call.region().now());
            if (status != ServiceUpdateStatus.AVAILABLE) {
                return Refused.invalid("Service update " + action.release().name() + " is " + status
                        + ". Only service updates that are available can be applied.");
            }
            if (!APPLICABLE.contains(action.status())) {
                return Refused.invalid("Service update " + action.release().name() + " cannot be applied to "
                        + action.target().id() + ": the update action is " + action.status() + ".");
            }
            return action.target().available() ? null : Batch.unavailable(action.kind(), action.target());
        }

        @Override
        public UpdateActionStatus perform(Application application) {
            application.begin();
            return UpdateActionStatus.WAITING_TO_START;
        }
    }
}
