package io.github.mockelasticache.fault;

import java.util.Objects;
import java.util.function.Predicate;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/**
 * Which calls go wrong, and how.
 *
 * <pre>{@code
 * FaultPlan.on(CreateCacheClusterRequest.class)
 *         .when(request -> "memcached".equals(request.engine()))
 *         .fromCall(2)
 *         .times(3)
 *         .inject(CommonFault.THROTTLING);
 * }</pre>
 *
 * <p>Calls are counted as the service sees them: each attempt of a call that the SDK retries is one of its own. A plan counts the
 * calls that it is for from when it is added to a mock, whatever becomes of them. From its first call on it takes as many as it is
 * to; a call that an earlier plan takes it lets go, and waits for the next. Only latency is shared: it delays whatever the call is
 * answered with. Immutable, and usable with several mocks.
 */
public final class FaultPlan {

    private final Class<? extends ElastiCacheRequest> request;
    private final Predicate<ElastiCacheRequest> condition;
    private final int fromCall;
    private final int times;
    private final Fault fault;

    private <Q extends ElastiCacheRequest> FaultPlan(Builder<Q> builder, Fault fault) {
        this.request = builder.request;
        Class<Q> type = builder.request;
        Predicate<? super Q> when = builder.condition;
        this.condition = asked -> type.isInstance(asked) && when.test(type.cast(asked));
        this.fromCall = builder.fromCall;
        this.times = builder.times;
        this.fault = fault;
    }

    /**
     * Begins a plan for the calls of one operation.
     *
     * @param request the SDK's class of its request
     * @param <Q> that class
     * @return a builder of a plan for the first call
     */
    public static <Q extends ElastiCacheRequest> Builder<Q> on(Class<Q> request) {
        return new Builder<>(request);
    }

    /**
     * Begins a plan for the calls of one operation.
     *
     * @param operation its name in the API reference, for example {@code CreateCacheCluster}
     * @return a builder of a plan for the first call
     * @throws IllegalArgumentException if the service has no such operation
     */
    public static Builder<? extends ElastiCacheRequest> on(String operation) {
        return on(OperationNames.request(operation));
    }

    /**
     * Begins a plan for the calls of all operations.
     *
     * @return a builder of a plan for the first call
     */
    public static Builder<ElastiCacheRequest> onAnyCall() {
        return on(ElastiCacheRequest.class);
    }

    /**
     * What goes wrong.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }

    /**
     * The first of the calls that the plan is for that goes wrong.
     *
     * @return 1 for the first
     */
    public int fromCall() {
        return fromCall;
    }

    /**
     * How many calls go wrong.
     *
     * @return 1 or more; {@link Integer#MAX_VALUE} for all
     */
    public int times() {
        return times;
    }

    /**
     * Whether the plan is for a call.
     *
     * @param asked its request
     * @return true if the operation is the plan's, and the request fulfils its condition
     * @throws IllegalStateException if the condition fails with an exception
     */
    public boolean isFor(ElastiCacheRequest asked) {
        try {
            return condition.test(asked);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The condition of the fault plan \"" + this + "\" failed on " + asked + " with " + e
                            + ". What a request does not say is null there.",
                    e);
        }
    }

    /** For example {@code THROTTLING for calls 2 to 4 of CreateCacheCluster}. */
    @Override
    public String toString() {
        String calls = times == 1
                ? "call " + fromCall
                : "calls " + fromCall + (times == Integer.MAX_VALUE ? " and later" : " to " + (fromCall + times - 1L));
        return fault + " for " + calls + " of "
                + (request == ElastiCacheRequest.class ? "any operation" : OperationNames.name(request));
    }

    /**
     * A plan in the making: by default for the first call of its operation, and for that alone.
     *
     * @param <Q> the operation's request
     */
    public static final class Builder<Q extends ElastiCacheRequest> {

        private final Class<Q> request;
        private Predicate<? super Q> condition = any -> true;
        private int fromCall = 1;
        private int times = 1;

        private Builder(Class<Q> request) {
            this.request = Objects.requireNonNull(request, "request");
        }

        /**
         * Restricts the plan to some requests; other calls do not count for it.
         *
         * @param condition what a request must fulfil, besides earlier conditions; members that a request does not set are null. It may
         *     be asked by several threads at once
         * @return this builder
         */
        public Builder<Q> when(Predicate<? super Q> condition) {
            Predicate<? super Q> earlier = this.condition;
            this.condition = asked -> earlier.test(asked) && condition.test(asked);
            return this;
        }

        /**
         * Lets the first calls pass.
         *
         * @param number the first call that goes wrong: 1 or more
         * @return this builder
         * @throws IllegalArgumentException if the number is less than 1
         */
        public Builder<Q> fromCall(int number) {
            this.fromCall = atLeastOne("fromCall", number, "1 for the first call");
            return this;
        }

        /**
         * How many calls go wrong.
         *
         * @param count 1 or more
         * @return this builder
         * @throws IllegalArgumentException if the count is less than 1
         */
        public Builder<Q> times(int count) {
            this.times = atLeastOne("times", count, "1 for a single call, or always()");
            return this;
        }

        /**
         * Lets every call go wrong, from the first of the plan on.
         *
         * @return this builder
         */
        public Builder<Q> always() {
            return times(Integer.MAX_VALUE);
        }

        /**
         * Ends the plan.
         *
         * @param fault what goes wrong
         * @return the plan
         */
        public FaultPlan inject(Fault fault) {
            return new FaultPlan(this, Objects.requireNonNull(fault, "fault"));
        }

        private static int atLeastOne(String name, int number, String example) {
            if (number < 1) {
                throw new IllegalArgumentException(
                        "The " + name + " of a fault plan must be 1 or more (" + example + "), but is " + number + ".");
            }
            return number;
        }
    }
}
