package io.github.mockelasticache.internal.sdk;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/**
 * How long a client waits for answers.
 *
 * @param call for that of a call, retries included
 * @param attempt for that of an attempt
 */
record ClientTimeouts(Optional<Duration> call, Optional<Duration> attempt) {

    static ClientTimeouts of(ClientOverrideConfiguration.Builder client) {
        return new ClientTimeouts(
                Optional.ofNullable(client.apiCallTimeout()), Optional.ofNullable(client.apiCallAttemptTimeout()));
    }

    /** How long it waits for one answer: a request may have time-outs of its own. */
    ClientTimeouts of(SdkRequest request) {
        return new ClientTimeouts(
                request.overrideConfiguration()
                        .flatMap(RequestOverrideConfiguration::apiCallTimeout)
                        .or(() -> call),
                request.overrideConfiguration()
                        .flatMap(RequestOverrideConfiguration::apiCallAttemptTimeout)
                        .or(() -> attempt));
    }
}
