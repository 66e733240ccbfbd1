package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.core.exception.SdkClientException;

/** The caller gets no answer to its call, as a fault plan wants it. How it gets none is the matter of the door. */
public final class NoAnswerException extends SdkClientException {

    private static final long serialVersionUID = 1L;

    /** What becomes of the connection. */
    public enum Reason {
        /** It is reset. */
        CONNECTION_RESET,
        /** Nothing comes back, until the caller gives up. */
        TIMEOUT,
        /** The caller has given up already: its patience has ended, in virtual time. */
        TOO_LATE
    }

    private final Reason reason;

    NoAnswerException(Reason reason) {
        super(builder().message("A fault plan leaves the caller without an answer: " + reason));
        this.reason = reason;
    }

    /**
     * What becomes of the connection.
     *
     * @return the reason for which no answer comes
     */
    public Reason reason() {
        return reason;
    }
}
