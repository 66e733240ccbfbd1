package io.github.mockelasticache.assertj;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.time.VirtualClock;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** The entry points of this package for soft assertions, to be mixed with those of other libraries. */
public interface MockElastiCacheSoftAssertionsProvider extends SoftAssertionsProvider {

    /**
     * Soft assertions on a mock.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default ElastiCacheMockAssert assertThat(@Nullable ElastiCacheMock actual) {
        return proxy(ElastiCacheMockAssert.class, ElastiCacheMock.class, actual).softly(this);
    }

    /**
     * Soft assertions on a virtual clock and its time line.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default VirtualClockAssert assertThat(@Nullable VirtualClock actual) {
        return proxy(VirtualClockAssert.class, VirtualClock.class, actual);
    }

    /**
     * Soft assertions on the calls that a mock has answered.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default JournalAssert assertThat(@Nullable Journal actual) {
        return proxy(JournalAssert.class, Journal.class, actual).softly(this);
    }

    /**
     * Soft assertions on a cache security group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default CacheSecurityGroupAssert assertThat(@Nullable CacheSecurityGroup actual) {
        return proxy(CacheSecurityGroupAssert.class, CacheSecurityGroup.class, actual)
                .softly(this);
    }

    /**
     * Soft assertions on a cache cluster.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default CacheClusterAssert assertThat(@Nullable CacheCluster actual) {
        return proxy(CacheClusterAssert.class, CacheCluster.class, actual).softly(this);
    }

    /**
     * Soft assertions on a replication group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default ReplicationGroupAssert assertThat(@Nullable ReplicationGroup actual) {
        return proxy(ReplicationGroupAssert.class, ReplicationGroup.class, actual)
                .softly(this);
    }

    /**
     * Soft assertions on a snapshot.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default SnapshotAssert assertThat(@Nullable Snapshot actual) {
        return proxy(SnapshotAssert.class, Snapshot.class, actual).softly(this);
    }

    /**
     * Soft assertions on a user.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default UserAssert assertThat(@Nullable User actual) {
        return proxy(UserAssert.class, User.class, actual).softly(this);
    }

    /**
     * Soft assertions on a user group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default UserGroupAssert assertThat(@Nullable UserGroup actual) {
        return proxy(UserGroupAssert.class, UserGroup.class, actual).softly(this);
    }

    /**
     * Soft assertions on a cache parameter group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default CacheParameterGroupAssert assertThat(@Nullable CacheParameterGroup actual) {
        return proxy(CacheParameterGroupAssert.class, CacheParameterGroup.class, actual)
                .softly(this);
    }

    /**
     * Soft assertions on a cache subnet group.
     *
     * @param actual what to assert on
     * @return its assertions
     */
    default CacheSubnetGroupAssert assertThat(@Nullable CacheSubnetGroup actual) {
        return proxy(CacheSubnetGroupAssert.class, CacheSubnetGroup.class, actual)
                .softly(this);
    }
}
