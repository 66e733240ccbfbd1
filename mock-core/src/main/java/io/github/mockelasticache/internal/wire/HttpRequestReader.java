package io.github.mockelasticache.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of one connection, one after the other (HTTP/1.1, RFC 9112). Everything it reads is bounded in
 * size and, from a request's first byte on, in time; what breaks a bound or the grammar is refused at once.
 */
final class HttpRequestReader {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final HttpLimits limits;

    private final byte[] buffer = new byte[8192];
    private int position;
    private int end;
    private long deadline;
    private int headBytes;

    HttpRequestReader(Socket socket, HttpLimits limits) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.limits = limits;
    }

    /**
     * Waits for the next request and reads it.
     *
     * @return the request, or null if the client has closed the connection instead
     * @throws RefusedRequestException if this is no request; the connection is then good for nothing but the refusal
     * @throws IOException if the client is gone
     */
    @Nullable
    HttpRequest next() throws IOException {
        if (position == end && !awaitFirstByte()) {
            return null;
        }
        deadline = System.nanoTime() + limits.requestTime().toNanos();
        headBytes = 0;
        String[] requestLine = requestLine();
        headBytes = 0;
        Map<String, String> headers = headers();
        String target = requestLine[1];
        if (!target.startsWith("/")) {
            target = originForm(target, headers);
        }
        boolean persistent = persistent(requestLine[2], headers);
        byte[] body = body(headers);
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new HttpRequest(requestLine[0], path, query, headers, body, persistent);
    }

    private String[] requestLine() throws IOException {
        String line = line(414);
        while (line.isEmpty()) {
            line = line(414);
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty() || !parts[2].startsWith("HTTP/")) {
            throw RefusedRequestException.malformedHttp("The first line is not an HTTP request line.");
        }
        if (!parts[2].equals("HTTP/1.1") && !parts[2].equals("HTTP/1.0")) {
            throw new RefusedRequestException(
                    505, "MalformedHttpRequestException", "This endpoint speaks HTTP/1.1 only.");
        }
        return parts;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(431); !line.isEmpty(); line = line(431)) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.lastIndexOf(' ', colon) >= 0 || line.lastIndexOf('\t', colon) >= 0) {
                throw RefusedRequestException.malformedHttp("A header line is not of the form 'name: value'.");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).trim(), (first, next) -> first + "," + next);
        }
        return headers;
    }

    /** Turns {@code http://host/path}, as sent to proxies, into a path; its host counts instead of the header's. */
    private static String originForm(String target, Map<String, String> headers) {
        int scheme = target.indexOf("://");
        if (scheme < 1) {
            return target;
        }
        String rest = target.substring(scheme + 3);
        int authorityEnd = rest.length();
        for (char c : new char[] {'/', '?'}) {
            int index = rest.indexOf(c);
            authorityEnd = index < 0 ? authorityEnd : Math.min(authorityEnd, index);
        }
        headers.put("host", rest.substring(0, authorityEnd));
        String path = rest.substring(authorityEnd);
        return path.startsWith("/") ? path : '/' + path;
    }

    private static boolean persistent(String version, Map<String, String> headers) {
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        return version.equals("HTTP/1.1") ? !connection.contains("close") : connection.contains("keep-alive");
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String coding = headers.get("transfer-encoding");
        String length = headers.get("content-length");
        if (coding == null && length == null) {
            return new byte[0];
        }
        if (coding != null && length != null) {
            throw RefusedRequestException.malformedHttp("Content-Length and Transfer-Encoding exclude each other.");
        }
        if (coding != null && !coding.equalsIgnoreCase("chunked")) {
            throw new RefusedRequestException(
                    501, "MalformedHttpRequestException", "The only transfer encoding known here is chunked.");
        }
        int bytes = length == null ? 0 : contentLength(length);
        confirmExpectation(headers);
        return length == null ? chunks() : bytes(bytes);
    }

    private int contentLength(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw RefusedRequestException.malformedHttp("Content-Length is not a number.");
        }
        if (text.length() > 9) {
            throw tooLarge();
        }
        return withinLimit(Integer.parseInt(text));
    }

    /** Tells a client to send its body if it waits for that word, as curl does with long forms. */
    private void confirmExpectation(Map<String, String> headers) throws IOException {
        String expectation = headers.get("expect");
        if (expectation == null) {
            return;
        }
        if (!expectation.equalsIgnoreCase("100-continue")) {
            throw new RefusedRequestException(
                    417, "MalformedHttpRequestException", "The only expectation known here is 100-continue.");
        }
        if (position == end) {
            out.write(CONTINUE);
        }
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            withinLimit(body.size() + size);
            body.writeBytes(bytes(size));
            if (!line(431).isEmpty()) {
                throw RefusedRequestException.malformedHttp("A chunk is longer than its size.");
            }
        }
        headers();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = line(431);
        int extension = line.indexOf(';');
        String size = (extension < 0 ? line : line.substring(0, extension)).trim();
        if (!size.matches("[0-9A-Fa-f]{1,7}")) {
            throw RefusedRequestException.malformedHttp("A chunk does not start with its size.");
        }
        headBytes = 0;
        return Integer.parseInt(size, 16);
    }

    private int withinLimit(int bytes) {
        if (bytes > limits.bodyBytes()) {
            throw tooLarge();
        }
        return bytes;
    }

    private RefusedRequestException tooLarge() {
        return new RefusedRequestException(
                413,
                "RequestEntityTooLargeException",
                "The body is longer than " + limits.bodyBytes() + " bytes, the most that this endpoint takes.");
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            if (position == end) {
                fill();
            }
            int take = Math.min(count - done, end - position);
            System.arraycopy(buffer, position, bytes, done, take);
            position += take;
            done += take;
        }
        return bytes;
    }

    /** Reads a line, each character one byte, up to a line feed; the carriage return before it is not kept. */
    private String line(int statusIfTooLong) throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        while (true) {
            if (position == end) {
                fill();
            }
            byte b = buffer[position++];
            if (++headBytes > HttpLimits.HEAD_BYTES) {
                throw new RefusedRequestException(
                        statusIfTooLong,
                        "MalformedHttpRequestException",
                        "The request line or the headers are longer than " + HttpLimits.HEAD_BYTES + " bytes.");
            }
            if (b == '\n') {
                break;
            }
            if ((b >= 0 && b < ' ' && b != '\t' && b != '\r') || b == 0x7F) {
                throw RefusedRequestException.malformedHttp("There is a control character before the body."
                        + " If this is the start of a TLS connection: the endpoint speaks plain http only.");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = b;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    private boolean awaitFirstByte() throws IOException {
        socket.setSoTimeout(0);
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private void fill() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        try {
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, left));
            position = 0;
            end = 0;
            end = in.read(buffer);
        } catch (SocketTimeoutException e) {
            throw new RefusedRequestException(
                    408,
                    "RequestTimeoutException",
                    "The request did not end within " + limits.requestTime().toMillis() + " ms.");
        }
        if (end < 0) {
            end = 0;
            throw new EOFException("the client closed the connection within a request");
        }
    }
}
