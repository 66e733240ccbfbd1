package io.github.mockelasticache.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A small HTTP/1.1 server on 127.0.0.1: one thread that accepts, and one for each open connection.
 *
 * <p>Not the JDK's {@code com.sun.net.httpserver}. Up to Java 20 it sends headers and body in two writes with Nagle's
 * algorithm on, which costs 44 ms a call; the system property against that is read once a JVM, so it does nothing if
 * the application has used that server before. Its limits on time and size are such properties too, and changing them
 * would change the application's own servers.
 */
final class LoopbackServer implements AutoCloseable {

    private static final int BACKLOG = 128;
    private static final long IDLE_THREAD_SECONDS = 5;
    private static final Duration CLOSE_TIME = Duration.ofSeconds(2);
    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final Duration SHORT_LINGER = Duration.ofMillis(100);
    private static final Duration WAIT_FOR_FREE_THREAD = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILED_ACCEPT = Duration.ofMillis(10);

    private final RequestRouter router;
    private final HttpLimits limits;
    private final ServerSocket serverSocket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Semaphore freeThreads;
    private final ThreadPoolExecutor connectionThreads;
    private final Thread acceptThread;
    private volatile boolean closed;

    private LoopbackServer(RequestRouter router, HttpLimits limits) throws IOException {
        this.router = router;
        this.limits = limits;
        this.freeThreads = new Semaphore(limits.connections());
        this.serverSocket = new ServerSocket();
        serverSocket.bind(
                new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), 0), BACKLOG);
        ThreadFactory threadFactory = threadFactory("mock-elasticache-" + port());
        this.acceptThread = threadFactory.newThread(this::acceptConnections);
        this.connectionThreads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_THREAD_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threadFactory);
    }

    /** Starts a server on a free port. */
    static LoopbackServer start(RequestRouter router, HttpLimits limits) {
        try {
            LoopbackServer server = new LoopbackServer(router, limits);
            server.acceptThread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The mock could not open a port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    int port() {
        return serverSocket.getLocalPort();
    }

    /**
     * Stops the server: closes the port and every connection, and waits for the calls that are being answered, up to
     * two seconds. Does nothing if it is closed already.
     */
    @Override
    public void close() {
        closed = true;
        closeQuietly(serverSocket);
        connections.forEach(LoopbackServer::closeQuietly);
        connectionThreads.shutdown();
        if (threads.contains(Thread.currentThread())) {
            // A call that closes its own mock cannot wait for itself.
            return;
        }
        try {
            acceptThread.join(CLOSE_TIME.toMillis());
            connectionThreads.awaitTermination(CLOSE_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Inherits nothing of the thread that starts the server: neither its thread-locals nor its class loader. */
    private ThreadFactory threadFactory(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + '-' + number.getAndIncrement(), 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(LoopbackServer.class.getClassLoader());
            return thread;
        };
    }

    private void acceptConnections() {
        while (!closed) {
            try {
                Socket socket = serverSocket.accept();
                connections.add(socket);
                if (closed) {
                    closeQuietly(socket);
                    return;
                }
                start(socket);
            } catch (IOException | RuntimeException e) {
                // The port was closed, or the process has no file handle left and may have one again soon.
                LockSupport.parkNanos(PAUSE_AFTER_FAILED_ACCEPT.toNanos());
            }
        }
    }

    private void start(Socket socket) throws IOException {
        // Connections that end just now may free a thread; while none is free, nobody else could be served either.
        if (acquireThread()) {
            try {
                connectionThreads.execute(() -> serve(socket));
                return;
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                freeThreads.release();
            }
        }
        connections.remove(socket);
        try (socket) {
            refuse(
                    socket,
                    new RefusedRequestException(
                            503,
                            "ServiceUnavailable",
                            "The mock's endpoint serves " + limits.connections() + " connections at one time;"
                                    + " close clients that are no longer used."),
                    SHORT_LINGER);
        }
    }

    private boolean acquireThread() {
        try {
            return freeThreads.tryAcquire(WAIT_FOR_FREE_THREAD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void serve(Socket socket) {
        threads.add(Thread.currentThread());
        try (socket) {
            socket.setTcpNoDelay(true);
            HttpRequestReader reader = new HttpRequestReader(socket, limits);
            HttpRequest request;
            do {
                try {
                    request = reader.next();
                } catch (RefusedRequestException e) {
                    refuse(socket, e, LINGER);
                    return;
                }
                if (request != null) {
                    boolean withBody = !request.method().equals("HEAD");
                    socket.getOutputStream().write(router.answer(request).bytes(request.persistent(), withBody));
                }
            } while (request != null && request.persistent() && !closed);
        } catch (IOException e) {
            // The client is gone, or the server is being closed: nobody is left to be told.
        } finally {
            connections.remove(socket);
            threads.remove(Thread.currentThread());
            freeThreads.release();
        }
    }

    /**
     * Sends a refusal and lets the client finish sending, for a while: closing a connection with unread bytes in it
     * resets it, and the client would lose the answer.
     */
    private void refuse(Socket socket, RefusedRequestException refusal, Duration linger) throws IOException {
        socket.getOutputStream().write(router.refuse(refusal).bytes(false, true));
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        byte[] ignored = new byte[8192];
        long deadline = System.nanoTime() + linger.toNanos();
        long left = linger.toMillis();
        while (left > 0) {
            socket.setSoTimeout((int) left);
            if (in.read(ignored) < 0) {
                return;
            }
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // Closed is what it should be; why it could not be closed in order helps nobody.
        }
    }
}
