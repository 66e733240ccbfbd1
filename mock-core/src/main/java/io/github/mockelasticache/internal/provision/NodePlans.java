package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The node plans of the cache clusters of a region, which lie beside the table of the clusters. */
public final class NodePlans {

    private final Map<String, NodePlan> byCluster = new HashMap<>();
    private int nodes;

    /** No plans yet. */
    public NodePlans() {}

    /**
     * The plan of a cluster.
     *
     * @param cluster the id of a cluster that exists
     * @return its plan
     */
    public NodePlan of(String cluster) {
        return Objects.requireNonNull(byCluster.get(Table.key(cluster)), cluster);
    }

    /**
     * Stores the plan of a cluster.
     *
     * @param cluster the cluster's id
     * @param plan its plan
     */
    public void put(String cluster, NodePlan plan) {
        remove(cluster);
        byCluster.put(Table.key(cluster), plan);
        nodes += plan.nodes();
    }

    /**
     * Forgets the plan of a cluster that is gone.
     *
     * @param cluster the cluster's id
     */
    public void remove(String cluster) {
        NodePlan removed = byCluster.remove(Table.key(cluster));
        if (removed != null) {
            nodes -= removed.nodes();
        }
    }

    /**
     * Checks that the account may have more nodes in the region. The wording is the service's own ("Error messages", user
     * guide).
     *
     * @param added how many nodes more
     * @param call the call: {@code NodeQuotaForCustomerExceeded}
     */
    public void requireQuota(int added, Call call) {
        int quota = call.region().settings().quotas().of(Quota.NODES);
        if (nodes + added > quota) {
            throw call.faults()
                    .of(
                            ServiceError.NODE_QUOTA_FOR_CUSTOMER_EXCEEDED,
                            "Customer node quota exceeded. You can have at most " + quota + " nodes in this region");
        }
    }
}
