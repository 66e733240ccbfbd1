package io.github.mockelasticache.internal.sdk;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** Finds the retry strategy that a user has configured, and takes the waiting out of it. */
final class RetryStrategies {

    private RetryStrategies() {}

    /**
     * Configures the user's own way to retry, without its delays.
     *
     * @param own what the user has configured
     * @param served where to configure it
     */
    @SuppressWarnings("deprecation") // Users may still have a RetryPolicy; where there is one, the SDK prefers it.
    static void withoutWaiting(ClientOverrideConfiguration own, ClientOverrideConfiguration.Builder served) {
        RetryPolicy policy = own.retryPolicy().orElse(null);
        if (policy == null) {
            served.retryStrategy(new ImmediateRetryStrategy(configured(own)));
        } else {
            served.retryPolicy(policy.toBuilder()
                    .backoffStrategy(BackoffStrategy.none())
                    .throttlingBackoffStrategy(BackoffStrategy.none())
                    .build());
        }
    }

    private static RetryStrategy configured(ClientOverrideConfiguration own) {
        if (own.retryStrategy().isPresent()) {
            return own.retryStrategy().get();
        }
        // LEGACY is the SDK's default; resolving it the SDK's way would read environment and profile.
        RetryMode mode = own.retryMode().orElse(RetryMode.LEGACY);
        RetryStrategy.Builder<?, ?> strategy = AwsRetryStrategy.forRetryMode(mode).toBuilder();
        own.retryStrategyConfigurator().ifPresent(configurator -> configurator.accept(strategy));
        return strategy.build();
    }
}
