package io.github.mockelasticache.testing;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionResponse;
import software.amazon.awssdk.services.elasticache.model.BatchStopUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.BatchStopUpdateActionResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsRequest;
import software.amazon.awssdk.services.elasticache.model.UpdateAction;

/** The service updates of a mock whose clock starts on 1 January 2025, and the update actions that one client sees. */
public final class UpdatesSeen {

    /** Low, released five days before the start, for all engines, automatic after 27 March. */
    public static final String NEWEST = "elc-20241227-001";

    /** Important, released ten days before the start; redis from 5.0.6 on; to be applied until 21 January. */
    public static final String IMPORTANT = "elc-20241222-001";

    /** Critical, to be applied until 26 December; redis from 6.2 on. */
    public static final String CRITICAL = "elc-20241212-001";

    /** Medium, to be applied until 16 January; for redis and memcached of any version. */
    public static final String MEDIUM = "elc-20241117-001";

    /** Withdrawn in November. */
    public static final String CANCELLED = "elc-20241018-001";

    /** For memcached, to be applied until 22 December, and available until 24 January. */
    public static final String MEMCACHED_ONLY = "elc-20240923-001";

    /** Over since December. */
    public static final String EXPIRED = "elc-20240804-001";

    /** Released 45 days after the start. */
    public static final String TO_COME = "elc-20250215-001";

    private final ElastiCacheClient client;

    private UpdatesSeen(ElastiCacheClient client) {
        this.client = client;
    }

    public static UpdatesSeen of(ElastiCacheClient client) {
        return new UpdatesSeen(client);
    }

    public List<UpdateAction> actions(Consumer<DescribeUpdateActionsRequest.Builder> request) {
        return client.describeUpdateActionsPaginator(request).updateActions().stream()
                .toList();
    }

    /** The one action of an update on a group or a cluster, with its nodes. */
    public UpdateAction action(String update, String id) {
        return actions(of -> of.serviceUpdateName(update).showNodeLevelUpdateStatus(true)).stream()
                .filter(action -> id.equals(action.replicationGroupId()) || id.equals(action.cacheClusterId()))
                .findFirst()
                .orElseThrow();
    }

    /** How far an update has got: {@code status done/all}. */
    public String progress(String update, String id) {
        UpdateAction action = action(update, id);
        return action.updateActionStatusAsString() + " " + action.nodesUpdated();
    }

    /** How far an update has got on each node: {@code cluster/node status}, or {@code node status} in a cluster on its own. */
    public List<String> nodes(String update, String id) {
        UpdateAction action = action(update, id);
        return Stream.concat(
                        action.nodeGroupUpdateStatus().stream()
                                .flatMap(group -> group.nodeGroupMemberUpdateStatus().stream())
                                .map(node -> node.cacheClusterId() + "/" + node.cacheNodeId() + " "
                                        + node.nodeUpdateStatusAsString()),
                        action.cacheNodeUpdateStatus().stream()
                                .map(node -> node.cacheNodeId() + " " + node.nodeUpdateStatusAsString()))
                .toList();
    }

    public BatchApplyUpdateActionResponse apply(
            String update, Consumer<BatchApplyUpdateActionRequest.Builder> request) {
        return client.batchApplyUpdateAction(of -> request.accept(of.serviceUpdateName(update)));
    }

    public BatchStopUpdateActionResponse stop(String update, Consumer<BatchStopUpdateActionRequest.Builder> request) {
        return client.batchStopUpdateAction(of -> request.accept(of.serviceUpdateName(update)));
    }
}
