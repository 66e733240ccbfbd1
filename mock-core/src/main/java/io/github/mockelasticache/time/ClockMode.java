package io.github.mockelasticache.time;

/** How virtual time moves while calls are made. */
public enum ClockMode {

    /**
     * Nothing moves unless the test moves it through {@link VirtualClock}. The one exception is an SDK waiter: each of its
     * polls first moves the clock to the last pending transition of what it polls, so that waiting takes no real time and
     * the clock shows what the wait would have taken. The default.
     */
    MANUAL,

    /**
     * Every transition completes within the call that starts it, without the clock moving. The call's own answer still
     * shows the status that the service answers with, for example {@code authorizing}; the next call sees the settled one.
     */
    INSTANT
}
