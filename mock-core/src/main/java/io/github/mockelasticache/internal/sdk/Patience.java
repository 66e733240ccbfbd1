package io.github.mockelasticache.internal.sdk;

import io.github.mockelasticache.internal.engine.NoAnswerException;
import io.github.mockelasticache.time.VirtualClock;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * How long one call of a served client waits for its answers in virtual time, and what it fails with if none comes: what the SDK
 * makes of its own time-outs, and of an HTTP client that fails.
 */
final class Patience {

    /** What the SDK gives its HTTP clients if nothing else is configured (SdkHttpConfigurationOption.READ_TIMEOUT). */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final VirtualClock clock;
    private final ClientTimeouts timeouts;
    private final Instant start;
    private Optional<Duration> left = Optional.empty();
    private Duration limit = READ_TIMEOUT;

    /** Begins to wait for a call. */
    Patience(VirtualClock clock, ClientTimeouts timeouts) {
        this.clock = clock;
        this.timeouts = timeouts;
        this.start = clock.instant();
    }

    /** Begins to wait for the next attempt, and tells for how long. */
    Duration forAttempt() {
        Duration passed = Duration.between(start, clock.instant());
        left = timeouts.call().map(whole -> max(whole.minus(passed), Duration.ZERO));
        Duration attempt = min(timeouts.attempt().orElse(READ_TIMEOUT), READ_TIMEOUT);
        limit = left.map(rest -> min(rest, attempt)).orElse(attempt);
        return limit;
    }

    /** What the attempt fails with that has got no answer; time passes if it is waited for. */
    SdkClientException end(NoAnswerException nothing) {
        return switch (nothing.reason()) {
            case CONNECTION_RESET -> failure(new SocketException("Connection reset"));
            case TIMEOUT -> {
                clock.advance(limit);
                yield tooLate();
            }
            case TOO_LATE -> tooLate();
        };
    }

    /** The shortest time-out has ended the wait. */
    private SdkClientException tooLate() {
        if (left.filter(limit::equals).isPresent()) {
            return ApiCallTimeoutException.create(timeouts.call().orElseThrow().toMillis());
        }
        if (timeouts.attempt().filter(limit::equals).isPresent()) {
            return ApiCallAttemptTimeoutException.create(limit.toMillis());
        }
        return failure(new SocketTimeoutException("Read timed out"));
    }

    /** In the SDK's words for an HTTP client that throws. */
    private static SdkClientException failure(Exception ofTheHttpClient) {
        return SdkClientException.create(
                "Unable to execute HTTP request: " + ofTheHttpClient.getMessage(), ofTheHttpClient);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
