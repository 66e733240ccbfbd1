package io.github.mockelasticache.assertj;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;

/** Assertions on a cache parameter group. */
public class CacheParameterGroupAssert extends ResourceAssert<CacheParameterGroupAssert, CacheParameterGroup> {

    /**
     * Assertions on a group; {@link MockElastiCacheAssertions#assertThat(CacheParameterGroup)} is the way to them.
     *
     * @param actual the group
     */
    public CacheParameterGroupAssert(@Nullable CacheParameterGroup actual) {
        super(actual, CacheParameterGroupAssert.class, "cache parameter group");
    }

    /**
     * Verifies the family of engine versions that it is for.
     *
     * @param family for example {@code redis7}
     * @return this assertion
     */
    public CacheParameterGroupAssert hasFamily(String family) {
        return verifyProperty("family", existing().cacheParameterGroupFamily(), family);
    }

    /**
     * Verifies the description.
     *
     * @param description the whole of it
     * @return this assertion
     */
    public CacheParameterGroupAssert hasDescription(String description) {
        return verifyProperty("description", existing().description(), description);
    }

    @Override
    @Nullable
    String name(CacheParameterGroup existing) {
        return existing.cacheParameterGroupName();
    }
}
