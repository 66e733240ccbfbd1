package io.github.mockelasticache.internal.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.HttpException;
import org.apache.http.protocol.HttpCoreContext;
import org.apache.http.protocol.HttpService;

/**
 * Serves the connections to one port: one thread that accepts, and one for each open connection.
 *
 * <p>HttpCore does the HTTP; its own {@code HttpServer} is not used: it stops for good when accepting fails once, its
 * threads are daemons only if the one that starts it is, and waiting for the calls that are being answered it also waits
 * for connections that are idle, which every client keeps.
 */
final class LoopbackServer implements AutoCloseable {

    private static final Duration CLOSE_TIME = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILED_ACCEPT = Duration.ofMillis(10);

    private final ServerSocket serverSocket;
    private final HttpService service;
    private final Duration patience;
    private final ExecutorService threads;
    private final Set<Thread> started = ConcurrentHashMap.newKeySet();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private LoopbackServer(ServerSocket serverSocket, HttpService service, Duration patience) {
        this.serverSocket = serverSocket;
        this.service = service;
        this.patience = patience;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            String name = "mock-elasticache-" + serverSocket.getLocalPort() + '-' + number.getAndIncrement();
            // Inherits nothing of the thread that starts the server: neither its thread-locals nor its class loader.
            Thread thread = new Thread(null, task, name, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(LoopbackServer.class.getClassLoader());
            started.removeIf(earlier -> !earlier.isAlive());
            started.add(thread);
            return thread;
        });
    }

    /**
     * Starts to serve a port, and takes it over.
     *
     * @param patience how long a client may pause within a request
     */
    static LoopbackServer start(ServerSocket serverSocket, HttpService service, Duration patience) {
        LoopbackServer server = new LoopbackServer(serverSocket, service, patience);
        server.threads.execute(server::accept);
        return server;
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
        threads.shutdown();
        if (started.contains(Thread.currentThread())) {
            // A call that closes its own mock cannot wait for itself.
            return;
        }
        try {
            if (threads.awaitTermination(CLOSE_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                for (Thread thread : started) {
                    thread.join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = serverSocket.accept();
                connections.add(socket);
                try {
                    threads.execute(() -> serve(socket));
                } catch (RejectedExecutionException | OutOfMemoryError e) {
                    // The server is being closed, or the process has no thread left and may have one again soon.
                    connections.remove(socket);
                    closeQuietly(socket);
                }
            } catch (IOException e) {
                if (!closed) {
                    // The process has no file handle left and may have one again soon.
                    LockSupport.parkNanos(PAUSE_AFTER_FAILED_ACCEPT.toNanos());
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            LoopbackConnection connection = new LoopbackConnection(socket, patience);
            while (connection.isOpen() && !closed) {
                handle(connection, socket);
            }
        } catch (IOException | HttpException e) {
            // The client is gone, or the server is being closed: nobody is left to be told.
        } finally {
            connections.remove(socket);
        }
    }

    private void handle(LoopbackConnection connection, Socket socket) throws IOException, HttpException {
        try {
            service.handleRequest(connection, HttpCoreContext.create());
        } catch (UnansweredException e) {
            e.end(socket);
            throw e;
        }
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // Closed is what it should be; why it could not be closed in order helps nobody.
        }
    }
}
