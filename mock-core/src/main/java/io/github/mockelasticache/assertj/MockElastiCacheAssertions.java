package io.github.mockelasticache.assertj;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.time.VirtualClock;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
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

/** The entry points of this package, for static import beside those of AssertJ. */
public final class MockElastiCacheAssertions {

    private MockElastiCacheAssertions() {}

    /**
     * Assertions on a mock.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static ElastiCacheMockAssert assertThat(@Nullable ElastiCacheMock actual) {
        return new ElastiCacheMockAssert(actual);
    }

    /**
     * Assertions on a virtual clock and its time line.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static VirtualClockAssert assertThat(@Nullable VirtualClock actual) {
        return new VirtualClockAssert(actual);
    }

    /**
     * Assertions on the calls that a mock has answered.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static JournalAssert assertThat(@Nullable Journal actual) {
        return new JournalAssert(actual);
    }

    /**
     * Assertions on a cache security group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static CacheSecurityGroupAssert assertThat(@Nullable CacheSecurityGroup actual) {
        return new CacheSecurityGroupAssert(actual);
    }

    /**
     * Assertions on a cache cluster.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static CacheClusterAssert assertThat(@Nullable CacheCluster actual) {
        return new CacheClusterAssert(actual);
    }

    /**
     * Assertions on a replication group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static ReplicationGroupAssert assertThat(@Nullable ReplicationGroup actual) {
        return new ReplicationGroupAssert(actual);
    }

    /**
     * Assertions on a snapshot.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static SnapshotAssert assertThat(@Nullable Snapshot actual) {
        return new SnapshotAssert(actual);
    }

    /**
     * Assertions on a user.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static UserAssert assertThat(@Nullable User actual) {
        return new UserAssert(actual);
    }

    /**
     * Assertions on a user group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static UserGroupAssert assertThat(@Nullable UserGroup actual) {
        return new UserGroupAssert(actual);
    }

    /**
     * Assertions on a cache parameter group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static CacheParameterGroupAssert assertThat(@Nullable CacheParameterGroup actual) {
        return new CacheParameterGroupAssert(actual);
    }

    /**
     * Assertions on a cache subnet group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    public static CacheSubnetGroupAssert assertThat(@Nullable CacheSubnetGroup actual) {
        return new CacheSubnetGroupAssert(actual);
    }

    /**
     * Assertions on the error with which the service refuses a call. It fails if the call is not refused.
     *
     * @param call the call, synchronous, or asynchronous and joined
     * @return the assertions of its error
     */
    public static ServiceErrorAssert assertThatServiceErrorOf(ThrowingCallable call) {
        Throwable thrown = Assertions.catchThrowable(call);
        return new ServiceErrorAssert(
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown);
    }
}
