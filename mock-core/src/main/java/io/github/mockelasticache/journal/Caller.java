package io.github.mockelasticache.journal;

/**
 * Who made a call.
 *
 * @param door the way that the call took to the mock
 * @param thread the name of the thread that called; for a call from outside this virtual machine, that of the endpoint's
 *     thread which took it
 * @param attempt which attempt of the SDK it is, the first being 1; always 1 for a caller that does not tell
 */
public record Caller(Door door, String thread, int attempt) {}
