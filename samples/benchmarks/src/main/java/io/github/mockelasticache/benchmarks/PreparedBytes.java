package io.github.mockelasticache.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The least that an HTTP server on the loopback can do: one connection, and the same answer to every request. */
final class PreparedBytes implements AutoCloseable {

    private static final int NO_LENGTH = 0;

    private final ServerSocket server;
    private final byte[] answer;

    PreparedBytes(String xml) throws IOException {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + body.length + "\r\n\r\n";
        this.answer = (head + xml).getBytes(StandardCharsets.UTF_8);
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "prepared-bytes");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                while (readRequest(in)) {
                    socket.getOutputStream().write(answer);
                }
            } catch (IOException e) {
                // The client is gone, or the benchmark is over.
            }
        }
    }

    /** Reads head and body; false at the end of the stream. */
    private static boolean readRequest(InputStream in) throws IOException {
        int length = NO_LENGTH;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        return in.readNBytes(length).length == length && length > NO_LENGTH;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(100);
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
