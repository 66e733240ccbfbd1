package io.github.mockelasticache.standalone;

import io.github.mockelasticache.ElastiCacheMock;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the endpoint of one mock, prints its address on standard output and serves until the process is stopped, by Ctrl-C
 * for example.
 *
 * <p>Exit status: 0 after {@code --help}, 1 if the port is taken, 2 for options that it does not understand, and else that of
 * the signal that stops it.
 */
public final class Standalone {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Standalone() {}

    /**
     * Runs the mock.
     *
     * @param arguments the options; {@code --help} prints them
     * @throws InterruptedException never: nobody interrupts the main thread
     */
    public static void main(String[] arguments) throws InterruptedException {
        int status = run(arguments, System.out, System.err);
        System.exit(status);
    }

    private static int run(String[] arguments, PrintStream out, PrintStream complaints) throws InterruptedException {
        if (Options.askForHelp(arguments)) {
            out.print(Options.usage());
            return OK;
        }
        ElastiCacheMock mock;
        try {
            mock = Options.builder(arguments).build();
        } catch (IllegalArgumentException e) {
            complaints.println(e.getMessage());
            complaints.println("Try --help for the options.");
            return WRONG_USAGE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(mock::close, "mock-elasticache-stop"));
        try {
            out.println(mock.endpoint());
        } catch (UncheckedIOException e) {
            complaints.println(e.getMessage());
            return FAILED;
        }
        new CountDownLatch(1).await();
        return OK;
    }
}
