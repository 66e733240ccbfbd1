package io.github.mockelasticache.assertj;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/** Assertions on a cache cluster. */
public class CacheClusterAssert extends ResourceAssert<CacheClusterAssert, CacheCluster> {

    /**
     * Assertions on a cluster; {@link MockElastiCacheAssertions#assertThat(CacheCluster)} is the way to them.
     *
     * @param actual the cluster
     */
    public CacheClusterAssert(@Nullable CacheCluster actual) {
        super(actual, CacheClusterAssert.class, "cache cluster");
    }

    /**
     * Verifies the status.
     *
     * @param status for example {@code creating}
     * @return this assertion
     */
    public CacheClusterAssert hasStatus(String status) {
        return verifyProperty("status", existing().cacheClusterStatus(), status);
    }

    /**
     * Verifies that the cluster is {@code available}.
     *
     * @return this assertion
     */
    public CacheClusterAssert isAvailable() {
        return hasStatus("available");
    }

    /**
     * Verifies the engine and its version.
     *
     * @param engine for example {@code redis}
     * @param version for example {@code 7.1.0}
     * @return this assertion
     */
    public CacheClusterAssert hasEngine(String engine, String version) {
        CacheCluster cluster = existing();
        return verifyProperty("engine", cluster.engine() + " " + cluster.engineVersion(), engine + " " + version);
    }

    /**
     * Verifies the type of its nodes.
     *
     * @param nodeType for example {@code cache.t3.micro}
     * @return this assertion
     */
    public CacheClusterAssert hasNodeType(String nodeType) {
        return verifyProperty("node type", existing().cacheNodeType(), nodeType);
    }

    /**
     * Verifies how many nodes it has.
     *
     * @param nodes their number
     * @return this assertion
     */
    public CacheClusterAssert hasNodes(int nodes) {
        return verifyProperty("number of nodes", existing().numCacheNodes(), nodes);
    }

    /**
     * Verifies the parameter group that it uses.
     *
     * @param name the group's name
     * @return this assertion
     */
    public CacheClusterAssert hasParameterGroup(String name) {
        var group = existing().cacheParameterGroup();
        return verifyProperty("parameter group", group == null ? null : group.cacheParameterGroupName(), name);
    }

    /**
     * Verifies the subnet group that it is in.
     *
     * @param name the group's name
     * @return this assertion
     */
    public CacheClusterAssert hasSubnetGroup(String name) {
        return verifyProperty("subnet group", existing().cacheSubnetGroupName(), name);
    }

    /**
     * Verifies that a cache security group lets EC2 security groups into the cluster.
     *
     * @param name the group's name
     * @return this assertion
     */
    public CacheClusterAssert isInSecurityGroup(String name) {
        List<String> groups = existing().cacheSecurityGroups().stream()
                .map(group -> group.cacheSecurityGroupName())
                .toList();
        return verify(
                groups.contains(name),
                "Expected %s to be in the cache security group <%s>, but it is in %s.",
                subject(),
                name,
                groups);
    }

    /**
     * Verifies that the cluster is a member of a replication group.
     *
     * @param replicationGroupId the group's id
     * @return this assertion
     */
    public CacheClusterAssert isMemberOf(String replicationGroupId) {
        return verifyProperty("replication group", existing().replicationGroupId(), replicationGroupId);
    }

    /**
     * Verifies that the cluster is a member of no replication group.
     *
     * @return this assertion
     */
    public CacheClusterAssert isStandalone() {
        String group = existing().replicationGroupId();
        return verify(
                Objects.isNull(group),
                "Expected %s to be in no replication group, but it is a member of <%s>.",
                subject(),
                group);
    }

    @Override
    @Nullable
    String name(CacheCluster existing) {
        return existing.cacheClusterId();
    }
}
