package io.github.mockelasticache.assertj;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.time.VirtualClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** The entry points of this package in the style of behaviour-driven development, beside AssertJ's {@code BDDAssertions}. */
public final class BDDMockElastiCacheAssertions {

    private BDDMockElastiCacheAssertions() {}

    /**
     * Assertions on a mock.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static ElastiCacheMockAssert then(@Nullable ElastiCacheMock actual) {
        return new ElastiCacheMockAssert(actual);
    }

    /**
     * Assertions on a virtual clock and its time line.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static VirtualClockAssert then(@Nullable VirtualClock actual) {
        return new VirtualClockAssert(actual);
    }

    /**
     * Assertions on the calls that a mock has answered.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static JournalAssert then(@Nullable Journal actual) {
        return new JournalAssert(actual);
    }

    /**
     * Assertions on a cache security group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static CacheSecurityGroupAssert then(@Nullable CacheSecurityGroup actual) {
        return new CacheSecurityGroupAssert(actual);
    }

    /**
     * Assertions on a cache cluster.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static CacheClusterAssert then(@Nullable CacheCluster actual) {
        return new CacheClusterAssert(actual);
    }

    /**
     * Assertions on a replication group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static ReplicationGroupAssert then(@Nullable ReplicationGroup actual) {
        return new ReplicationGroupAssert(actual);
    }

    /**
     * Assertions on a snapshot.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static SnapshotAssert then(@Nullable Snapshot actual) {
        return new SnapshotAssert(actual);
    }

    /**
     * Assertions on a user.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static UserAssert then(@Nullable User actual) {
        return new UserAssert(actual);
    }

    /**
     * Assertions on a user group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static UserGroupAssert then(@Nullable UserGroup actual) {
        return new UserGroupAssert(actual);
    }

    /**
     * Assertions on a cache parameter group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static CacheParameterGroupAssert then(@Nullable CacheParameterGroup actual) {
        return new CacheParameterGroupAssert(actual);
    }

    /**
     * Assertions on a cache subnet group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static CacheSubnetGroupAssert then(@Nullable CacheSubnetGroup actual) {
        return new CacheSubnetGroupAssert(actual);
    }

    /**
     * Assertions on the error with which the service refuses a call. It fails if the call is not refused.
     *
     * @param call the call, synchronous, or asynchronous and joined
     * @return the assertions of its error
     */
    public static ServiceErrorAssert thenServiceErrorOf(ThrowingCallable call) {
        return MockElastiCacheAssertions.assertThatServiceErrorOf(call);
    }
}
