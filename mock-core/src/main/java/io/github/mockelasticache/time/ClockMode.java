package io.github.mockelasticache.time;

/** How virtual time moves while calls are made. A test may change it at any time; what is pending then stays pending. */
public enum ClockMode {

    /**
     * Nothing moves unless the test moves it through {@link VirtualClock}. The one exception is an SDK waiter: each of its
     * polls first moves the clock to the last pending transition of what it polls, so that waiting takes no real time and
     * the clock shows what the wait would have taken. The default.
     */
    MANUAL,

    /**
     * Describing moves time, so that polling loops written by hand end. The first Describe call that finds a transition
     * under way shows the status before it and moves nothing; the next one first moves the clock to that transition, and
     * shows the status after it. So a loop sees every status, one after the other, and between two polls nothing changes.
     *
     * <p>A call counts for what it describes: the resource that it names, or all of its type. Further pages of a list are
     * of one piece with the first: a call with a marker moves nothing. Nor does a call that describes what has settled,
     * or that waits for what is only planned, for a maintenance window for example.
     */
    POLLED,

    /**
     * Every transition completes within the call that starts it, without the clock moving. The call's own answer still
     * shows the status that the service answers with, for example {@code authorizing}; the next call sees the settled one.
     */
    INSTANT,

    /**
     * Virtual time follows a monotonic clock of the machine, so many times as fast as the time factor says. What has become
     * due happens, at its own instant, before the next call is answered or the clock or time line is looked at. For
     * demonstrations and for programs in other languages; a test that needs it is as slow, and as sure, as real time is.
     *
     * <p>The clock can still be moved forward, and a waiter's poll moves it: it goes on from where it has been moved to.
     */
    REAL_TIME
}
