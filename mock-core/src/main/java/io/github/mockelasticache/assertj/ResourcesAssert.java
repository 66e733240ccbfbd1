package io.github.mockelasticache.assertj;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.Journal;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/**
 * Assertions that lead to what exists in a region and to the calls that were made.
 *
 * @param <SELF> the type of the assertions
 * @param <ACTUAL> the type of what is asserted on
 */
public abstract class ResourcesAssert<SELF extends ResourcesAssert<SELF, ACTUAL>, ACTUAL>
        extends EvidenceAssert<SELF, ACTUAL> {

    ResourcesAssert(@Nullable ACTUAL actual, Class<?> self) {
        super(actual, self);
    }

    abstract ElastiCacheMock mock();

    /** The region in which resources are looked up. */
    abstract Region region();

    /** The calls that are asserted on. */
    abstract Journal calls();

    /**
     * Leads to the assertions on the calls with a request of one type.
     *
     * @param type the SDK's class of the request
     * @param <Q> that class
     * @return the assertions on their number
     */
    public final <Q extends ElastiCacheRequest> ReceivedAssert<Q> received(Class<Q> type) {
        return described(this, ReceivedAssert.of(calls(), type, soft()));
    }

    /**
     * Leads to the assertions on a cache security group, whether it exists or not: {@code exists()} verifies that alone.
     *
     * @param name its name in any case
     * @return its assertions
     */
    public final CacheSecurityGroupAssert cacheSecurityGroup(String name) {
        return resource(CacheSecurityGroupAssert.class, CacheSecurityGroupAssert::new, CacheSecurityGroup.class, name);
    }

    /**
     * Leads to the assertions on a cache cluster, whether it exists or not: {@code exists()} verifies that alone.
     *
     * @param id its id in any case; members of replication groups are cache clusters too
     * @return its assertions
     */
    public final CacheClusterAssert cacheCluster(String id) {
        return resource(CacheClusterAssert.class, CacheClusterAssert::new, CacheCluster.class, id);
    }

    /**
     * Leads to the assertions on a replication group, whether it exists or not: {@code exists()} verifies that alone.
     *
     * @param id its id in any case
     * @return its assertions
     */
    public final ReplicationGroupAssert replicationGroup(String id) {
        return resource(ReplicationGroupAssert.class, ReplicationGroupAssert::new, ReplicationGroup.class, id);
    }

    /**
     * Leads to the assertions on a snapshot, whether it exists or not: {@code exists()} verifies that alone.
     *
     * @param name its name in any case
     * @return its assertions
     */
    public final SnapshotAssert snapshot(String name) {
        return resource(SnapshotAssert.class, SnapshotAssert::new, Snapshot.class, name);
    }

    /**
     * Leads to the assertions on a user, whether it exists or not: {@code exists()} verifies that alone.
     *
     * @param id its id in any case
     * @return its assertions
     */
    public final UserAssert user(String id) {
        return resource(UserAssert.class, UserAssert::new, User.class, id);
    }

    /**
     * Leads to the assertions on a user group, whether it exists or not: {@code exists()} verifies that alone.
     *
     * @param id its id in any case
     * @return its assertions
     */
    public final UserGroupAssert userGroup(String id) {
        return resource(UserGroupAssert.class, UserGroupAssert::new, UserGroup.class, id);
    }

    /**
     * Leads to the assertions on a cache parameter group, whether it exists or not: {@code exists()} verifies that alone.
     *
     * @param name its name in any case
     * @return its assertions
     */
    public final CacheParameterGroupAssert cacheParameterGroup(String name) {
        return resource(
                CacheParameterGroupAssert.class, CacheParameterGroupAssert::new, CacheParameterGroup.class, name);
    }

    /**
     * Leads to the assertions on a cache subnet group, whether it exists or not: {@code exists()} verifies that alone.
     *
     * @param name its name in any case
     * @return its assertions
     */
    public final CacheSubnetGroupAssert cacheSubnetGroup(String name) {
        return resource(CacheSubnetGroupAssert.class, CacheSubnetGroupAssert::new, CacheSubnetGroup.class, name);
    }

    private <A extends ResourceAssert<A, T>, T> A resource(
            Class<A> assertions, Function<@Nullable T, A> constructor, Class<T> type, String name) {
        T found = mock().find(region(), type, name).orElse(null);
        SoftAssertionsProvider soft = soft();
        A resource = soft == null ? constructor.apply(found) : soft.proxy(assertions, type, found);
        return described(this, resource.sought(name).softly(soft).withEvidence(new Evidence(mock(), region())));
    }
}
