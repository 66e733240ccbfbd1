package io.github.mockelasticache.internal.sdk;

import software.amazon.awssdk.core.SdkServiceClientConfiguration;
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
     * @param served where to configure it
     */
    @SuppressWarnings("deprecation") // Users may still have a RetryPolicy; where there is one, the SDK prefers it.
    static void configure(ClientOverrideConfiguration own, ClientOverrideConfiguration.Builder served) {
        RetryPolicy policy = own.retryPolicy().orElse(null);
        if (policy != null) {
            served.retryPolicy(policy.toBuilder()
                    .backoffStrategy(BackoffStrategy.none())
                    .throttlingBackoffStrategy(BackoffStrategy.none())
                    .build());
        } else if (own.retryStrategy().isEmpty()) {
            RetryStrategy.Builder<?, ?> strategy = ofMode(own.retryMode().orElse(SDK_DEFAULT));
            own.retryStrategyConfigurator().ifPresent(configurator -> configurator.accept(strategy));
            served.retryStrategy(strategy.build());
        }
    }

    /**
     * Takes the waiting out of the strategy that the SDK has made up its mind for, which by now has the SDK's own conditions.
     *
     * @param configuration the client that is being built
     */
    static void withoutWaiting(SdkServiceClientConfiguration.Builder configuration) {
        ClientOverrideConfiguration resolved = configuration.overrideConfiguration();
        if (resolved.retryPolicy().isEmpty()) {
            resolved.retryStrategy()
                    .ifPresent(strategy -> configuration.overrideConfiguration(resolved.toBuilder()
                            .retryStrategy(new ImmediateRetryStrategy(strategy))
                            .build()));
        }
    }
}
