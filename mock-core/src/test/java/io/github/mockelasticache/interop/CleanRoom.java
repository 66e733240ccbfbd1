package io.github.mockelasticache.interop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.Region;

/**
 * Where other people's programs run: an environment that has nothing of this machine in it but the PATH, an empty home, and a
 * limit of time.
 *
 * @param folder for scripts, output and the home; of this test alone
 * @param endpoint handed to the programs as MOCK_ENDPOINT
 * @param region the region that the programs call by default
 */
record CleanRoom(Path folder, URI endpoint, Region region) {

    private static final String PATH = Objects.requireNonNullElse(System.getenv("PATH"), "");

    /** Far more than any run takes: a program that hangs must not hang the build. */
    private static final long LIMIT_IN_SECONDS = 60;

    /** Whether there is a program of that name on the PATH. */
    static boolean has(String program) {
        return Stream.of(PATH.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    /** Runs an interpreter on a script and waits for it to end. */
    Ended run(String interpreter, String script) {
        try {
            // A file and not an argument: those are encoded by the locale that the build happens to have.
            Path scriptFile = Files.writeString(Files.createTempFile(folder, interpreter, ".script"), script);
            Path output = Files.createTempFile(folder, interpreter, ".out");
            Path errors = Files.createTempFile(folder, interpreter, ".err");
            ProcessBuilder program = new ProcessBuilder(interpreter, scriptFile.toString())
                    .directory(home().toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            program.environment().clear();
            program.environment().putAll(environment());
            int exitStatus = exitStatus(program.start(), script);
            return new Ended(script, exitStatus, Files.readString(output), Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int exitStatus(Process process, String script) throws IOException {
        process.getOutputStream().close();
        try {
            return process.onExit()
                    .orTimeout(LIMIT_IN_SECONDS, TimeUnit.SECONDS)
                    .join()
                    .exitValue();
        } catch (CompletionException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("Still running after " + LIMIT_IN_SECONDS + " s:\n" + script, e);
        }
    }

    private Map<String, String> environment() throws IOException {
        return Map.ofEntries(
                Map.entry("PATH", PATH),
                Map.entry("HOME", home().toString()),
                Map.entry("LC_ALL", "C.UTF-8"),
                Map.entry("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "secret"),
                Map.entry("AWS_DEFAULT_REGION", region.id()),
                Map.entry("AWS_PAGER", ""),
                Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
                // Nothing listens there: a call that misses the endpoint fails instead of reaching the real service.
                Map.entry("HTTPS_PROXY", "http://127.0.0.1:1"),
                Map.entry("MOCK_ENDPOINT", endpoint.toString()));
    }

    private Path home() throws IOException {
        return Files.createDirectories(folder.resolve("home"));
    }

    /** A program that has ended. */
    record Ended(String script, int exitStatus, String output, String errors) {

        /** What it printed, if it succeeded. */
        String outputOfSuccess() {
            if (exitStatus != 0) {
                throw new AssertionError("Exit status " + exitStatus + " of:\n" + script + "\n" + output + errors);
            }
            return output;
        }
    }
}
