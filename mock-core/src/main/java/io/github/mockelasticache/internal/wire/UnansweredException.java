package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.NoAnswerException;
import java.io.IOException;
import java.net.Socket;

/** A request gets no response, as a fault plan wants it: the connection has to end in some other way. */
final class UnansweredException extends IOException {

    private static final long serialVersionUID = 1L;

    private final NoAnswerException.Reason reason;

    UnansweredException(NoAnswerException nothing) {
        super(nothing);
        this.reason = nothing.reason();
    }

    /** Ends the connection: resets it, or leaves the client waiting until it gives up. */
    void end(Socket socket) throws IOException {
        if (reason == NoAnswerException.Reason.CONNECTION_RESET) {
            // Closing sends a reset instead of the orderly end.
            socket.setSoLinger(true, 0);
        } else {
            socket.setSoTimeout(0);
            socket.getInputStream().skip(Long.MAX_VALUE);
        }
    }
}
