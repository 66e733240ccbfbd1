package io.github.mockelasticache.internal.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpException;
import org.apache.http.HttpMessage;
import org.apache.http.HttpRequest;
import org.apache.http.MessageConstraintException;
import org.apache.http.ProtocolException;
import org.apache.http.RequestLine;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.DefaultBHttpServerConnection;
import org.apache.http.impl.DefaultHttpRequestFactory;
import org.apache.http.impl.entity.DisallowIdentityContentLengthStrategy;
import org.apache.http.impl.io.DefaultHttpRequestParserFactory;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.protocol.HTTP;

/** The server's end of one client's connection: what it takes from the client, and how it ends. */
final class LoopbackConnection extends DefaultBHttpServerConnection {

    private static final byte TLS_HANDSHAKE = 0x16;
    private static final int BUFFER_BYTES = 8 * 1024;
    private static final int LINGER_BYTES = 64 * 1024 * 1024;
    private static final Duration LINGER = Duration.ofSeconds(2);

    /** Far above any real request. */
    private static final MessageConstraints HEAD = MessageConstraints.custom()
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(200)
            .build();

    /** Whatever the method, there may be a body; the library's own factory knows some methods only. */
    private static final DefaultHttpRequestFactory REQUESTS = new DefaultHttpRequestFactory() {
        @Override
        public HttpRequest newHttpRequest(RequestLine line) {
            return new BasicHttpEntityEnclosingRequest(line);
        }
    };

    /**
     * Takes over a connection that has just been accepted.
     *
     * @param patience how long the client may pause within a request
     */
    LoopbackConnection(Socket socket, Duration patience) throws IOException {
        super(
                BUFFER_BYTES,
                BUFFER_BYTES,
                null,
                null,
                HEAD,
                LoopbackConnection::bodyLength,
                null,
                new DefaultHttpRequestParserFactory(null, REQUESTS),
                null);
        // With Nagle's algorithm on, a second packet of an answer would wait 40 ms for the first one's acknowledgement.
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        bind(socket);
    }

    @Override
    public HttpRequest receiveRequestHeader() throws HttpException, IOException {
        ensureOpen();
        try {
            // Between two requests a client may pause for as long as it likes.
            awaitInput(0);
            return super.receiveRequestHeader();
        } catch (MessageConstraintException | SSLException | SocketTimeoutException | IllegalArgumentException e) {
            // The last one is how the library's parser takes a version like HTTP/1.-1.
            throw new ProtocolException(e.getMessage(), e);
        }
    }

    /** Lets the client finish sending: closing with unread bytes resets a connection, and the answer would be lost. */
    @Override
    public void close() throws IOException {
        try (Socket socket = getSocket()) {
            flush();
            socket.shutdownOutput();
            socket.setSoTimeout(Math.toIntExact(LINGER.toMillis()));
            socket.getInputStream().skip(LINGER_BYTES);
        } catch (SocketTimeoutException e) {
            // The client has had the time.
        } finally {
            super.close();
        }
    }

    /**
     * Ends what the library would not: it takes the end of the stream for the end of the headers, and waits for the end
     * of a line that a TLS client will never send.
     */
    @Override
    protected InputStream getSocketInputStream(Socket socket) throws IOException {
        return new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                if (count < 0) {
                    throw new ConnectionClosedException();
                }
                if (bytes[offset] == TLS_HANDSHAKE && getMetrics().getReceivedBytesCount() == 0) {
                    throw new SSLException("this is the start of a TLS connection, and the endpoint speaks http only");
                }
                return count;
            }
        };
    }

    /** RFC 9112, section 6.3: what tells of two lengths is an error. */
    private static long bodyLength(HttpMessage message) throws HttpException {
        if (message.getHeaders(HTTP.CONTENT_LEN).length + message.getHeaders(HTTP.TRANSFER_ENCODING).length > 1) {
            throw new ProtocolException("More than one header gives the length of the body.");
        }
        return DisallowIdentityContentLengthStrategy.INSTANCE.determineLength(message);
    }
}
