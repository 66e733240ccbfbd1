package io.github.mockelasticache.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A TCP connection to the endpoint, for requests that no HTTP client would send. Waits ten seconds for an answer. */
final class RawConnection implements AutoCloseable {

    record Answer(int status, String head, String body) {

        /** Tells whether the head has this header line, in any case. */
        boolean has(String headerLine) {
            return head.toLowerCase(Locale.ROOT).contains("\r\n" + headerLine.toLowerCase(Locale.ROOT) + "\r\n");
        }
    }

    private final Socket socket;

    RawConnection(URI endpoint) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setSoTimeout(10_000);
    }

    /** Sends a text, each character one byte. */
    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Tells the other side that nothing more will be sent. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    Answer answer() throws IOException {
        String head = head();
        int lengthStart = head.indexOf("Content-Length: ");
        int length = Integer.parseInt(head.substring(lengthStart + 16, head.indexOf('\r', lengthStart)));
        String body = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(head.substring(9, 12)), head, body);
    }

    /** Reads up to the empty line that ends a head. */
    String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new IOException("The connection ended after: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits for the other side to close the connection. */
    boolean isClosedByServer() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
