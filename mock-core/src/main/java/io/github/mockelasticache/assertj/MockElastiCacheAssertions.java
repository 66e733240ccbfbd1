package io.github.mockelasticache.assertj;

import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/** The entry points of this package, for static import beside those of AssertJ. */
public final class MockElastiCacheAssertions {

    private MockElastiCacheAssertions() {}

    /**
     * Assertions on a cache security group.
     *
     * @param actual the group
     * @return its assertions
     */
    public static CacheSecurityGroupAssert assertThat(@Nullable CacheSecurityGroup actual) {
        return new CacheSecurityGroupAssert(actual);
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
