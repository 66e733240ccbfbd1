package io.github.mockelasticache.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The mock as a program in a Java virtual machine of its own, with an empty environment.
 *
 * @param process the running program
 * @param complaints the file that takes its standard error
 */
public record Program(Process process, Path complaints) implements AutoCloseable {

    /** Far more than a start or a stop takes: a program that hangs must not hang the build. */
    private static final long LIMIT_IN_SECONDS = 60;

    /** Starts {@code java} with these arguments. */
    public static Program start(Path folder, List<String> javaArguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(javaArguments);
        Path complaints = Files.createTempFile(folder, "program", ".err");
        ProcessBuilder program =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(complaints.toFile());
        program.environment().clear();
        return new Program(program.start(), complaints);
    }

    /** The address that it prints as soon as it serves. */
    public URI endpoint() throws IOException {
        String line = output().readLine();
        if (line == null) {
            throw new AssertionError("It printed no address, but: " + Files.readString(complaints));
        }
        return URI.create(line);
    }

    /** Asks it to stop, as the operating system does. */
    public Program stop() {
        process.toHandle().destroy();
        return this;
    }

    /** Waits for its end. */
    public Ended end() throws IOException {
        try {
            if (!process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Still running after " + LIMIT_IN_SECONDS + " s.");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Ended(
                process.exitValue(), String.join("\n", output().lines().toList()), Files.readString(complaints));
    }

    private BufferedReader output() {
        return process.inputReader();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /**
     * What it left.
     *
     * @param exitStatus its exit status; 128 and the number of the signal that stopped it
     * @param output what it printed and nobody has read yet
     * @param complaints what it printed on standard error
     */
    public record Ended(int exitStatus, String output, String complaints) {}
}
