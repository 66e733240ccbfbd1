package io.github.mockelasticache.samples.operations;

import java.time.Duration;

/**
 * How long an operation waits for the service, and how often it looks.
 *
 * @param poll the time between two looks; more than zero
 * @param deadline how long a change may take; zero or more
 * @param rollback how long taking back may last once something went wrong; zero or more. The service takes back only what is
 *     settled, so taking back lasts up to the time of both steps
 */
public record Patience(Duration poll, Duration deadline, Duration rollback) {

    /**
     * Bounds for waiting.
     *
     * @param poll the time between two looks; more than zero
     * @param deadline how long a change may take; zero or more
     * @param rollback how long taking back may last; zero or more
     * @throws IllegalArgumentException if {@code poll} is not positive or one of the others is negative
     */
    public Patience {
        if (poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException(
                    "The time between two looks must be more than zero, but was " + poll + ".");
        }
        if (deadline.isNegative()) {
            throw new IllegalArgumentException("The deadline must not be negative, but was " + deadline + ".");
        }
        if (rollback.isNegative()) {
            throw new IllegalArgumentException(
                    "The time for a rollback must not be negative, but was " + rollback + ".");
        }
    }

    /**
     * Looks every five seconds, gives up after five minutes, and takes back within five more. A change of access takes about
     * one minute (ElastiCache user guide, "Authorizing network access to an Amazon EC2 security group").
     *
     * @return the bounds for everyday use
     */
    public static Patience standard() {
        return new Patience(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(5));
    }

    /**
     * Looks every fifteen seconds, as the SDK's own waiters do, gives up after half an hour, and takes back within half an hour
     * more. Creating, scaling or deleting a replication group takes up to twelve minutes as a rule.
     *
     * @return the bounds for work on replication groups
     */
    public static Patience longRunning() {
        return new Patience(Duration.ofSeconds(15), Duration.ofMinutes(30), Duration.ofMinutes(30));
    }

    /**
     * The same patience with another deadline.
     *
     * @param deadline how long a change may take; zero or more
     * @return the new bounds
     */
    public Patience withDeadline(Duration deadline) {
        return new Patience(poll, deadline, rollback);
    }

    /**
     * The same patience with another time for taking back.
     *
     * @param rollback how long taking back may last; zero or more
     * @return the new bounds
     */
    public Patience withRollback(Duration rollback) {
        return new Patience(poll, deadline, rollback);
    }
}
