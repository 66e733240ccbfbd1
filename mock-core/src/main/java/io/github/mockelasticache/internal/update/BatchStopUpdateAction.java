package io.github.mockelasticache.internal.update;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.update.Batch.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.BatchStopUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.BatchStopUpdateActionResponse;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/**
 * {@code BatchStopUpdateAction}: what has been applied stays, what is under way comes to its end, and the rest can be applied later
 * ("Stopping the self-service updates", user guide).
 */
final class BatchStopUpdateAction implements Batch.Deed {

    private static final List<UpdateActionStatus> STOPPABLE =
            List.of(UpdateActionStatus.WAITING_TO_START, UpdateActionStatus.IN_PROGRESS);

    private BatchStopUpdateAction() {}

    static BatchStopUpdateActionResponse.Builder handle(BatchStopUpdateActionRequest request, Call call) {
        Batch batch = Batch.of(
                request.serviceUpdateName(),
                request.replicationGroupIds(),
                request.cacheClusterIds(),
                new BatchStopUpdateAction(),
                call);
        return BatchStopUpdateActionResponse.builder()
                .processedUpdateActions(batch.processed())
                .unprocessedUpdateActions(batch.unprocessed());
    }

    @Override
    public @Nullable Refused check(Action action) {
        return STOPPABLE.contains(action.status())
                ? null
                : Refused.invalid("Service update " + action.release().name() + " cannot be stopped for "
                        + action.target().id() + ": the update action is " + action.status() + ".");
    }

    @Override
    public UpdateActionStatus perform(Application application) {
        application.stop();
        return UpdateActionStatus.STOPPING;
    }
}
