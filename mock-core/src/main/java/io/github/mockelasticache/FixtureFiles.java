package io.github.mockelasticache;

import io.github.mockelasticache.fixture.FixtureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the files that are to be loaded: on the class path first, then in the file system. */
final class FixtureFiles {

    private FixtureFiles() {}

    static String text(String file) {
        try (InputStream resource = onClassPath(file)) {
            if (resource != null) {
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (Files.isRegularFile(Path.of(file))) {
                return Files.readString(Path.of(file));
            }
        } catch (InvalidPathException e) {
            throw missing(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw missing(file);
    }

    private static @Nullable InputStream onClassPath(String file) {
        String name = file.startsWith("/") ? file.substring(1) : file;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? FixtureFiles.class.getClassLoader() : context;
        return loader.getResourceAsStream(name);
    }

    private static FixtureException missing(String file) {
        return new FixtureException(
                file,
                "",
                "There is no such resource on the class path, and no such file; write src/test/resources/x.json as"
                        + " \"x.json\".");
    }
}
