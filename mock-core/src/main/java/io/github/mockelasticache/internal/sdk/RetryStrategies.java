package io.github.mockelasticache.internal.sdk;

import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** Finds the way to retry that a user has configured, and takes the waiting out of it. */
final class RetryStrategies {

    /**
     * The strategy that the SDK takes where none is configured. Resolving it the SDK's way would read environment and profile.
     */
    static final RetryMode SDK_DEFAULT = RetryMode.LEGACY;

    private RetryStrategies() {}

    /** The strategy of a mode, as the SDK documents it and without the changes that the environment can make to it. */
    static RetryStrategy.Builder<?, ?> ofMode(RetryMode mode) {
        return switch (mode) {
            case LEGACY -> DefaultRetryStrategy.legacyStrategyBuilder();
            case STANDARD -> DefaultRetryStrategy.standardStrategyBuilder();
            case ADAPTIVE, ADAPTIVE_V2 -> DefaultRetryStrategy.adaptiveStrategyBuilder();
        };
    }

    /**
     * Settles how a client retries before the SDK looks around for it.
     *
     * @param own what the user has configured
     * @return the user's configuration with a way to retry
     */
    @SuppressWarnings("deprecation") // Users may still have a RetryPolicy; where there is one, the SDK prefers it.
    static ClientOverrideConfiguration.Builder configure(ClientOverrideConfiguration own) {
        ClientOverrideConfiguration.Builder settled = own.toBuilder();
        if (own.retryPolicy().isEmpty() && own.retryStrategy().isEmpty()) {
            RetryStrategy.Builder<?, ?> strategy = ofMode(own.retryMode().orElse(SDK_DEFAULT));
            own.retryStrategyConfigurator().ifPresent(configurator -> configurator.accept(strategy));
            settled.retryStrategy(strategy.build());
        }
        return settled;
    }

    /**
     * Takes the waiting out of how a client retries.
     *
     * @param resolved what the SDK has made up its mind for, its own conditions included
     * @return the same without delays
     */
    @SuppressWarnings("deprecation") // As above.
    static ClientOverrideConfiguration.Builder withoutWaiting(ClientOverrideConfiguration resolved) {
        ClientOverrideConfiguration.Builder immediate = resolved.toBuilder();
        RetryPolicy policy = resolved.retryPolicy().orElse(null);
        if (policy == null) {
            resolved.retryStrategy().map(ImmediateRetryStrategy::new).ifPresent(immediate::retryStrategy);
        } else {
            immediate.retryPolicy(policy.toBuilder()
                    .backoffStrategy(BackoffStrategy.none())
                    .throttlingBackoffStrategy(BackoffStrategy.none())
                    .build());
        }
        return immediate;
    }
}
