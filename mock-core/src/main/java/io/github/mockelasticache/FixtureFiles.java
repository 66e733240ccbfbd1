package io.github.mockelasticache;

import io.github.mockelasticache.fixture.FixtureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the files that are to be loaded: on the class path first, then in the file system. */
final class FixtureFiles {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FixtureFiles() {}

    static String text(String file) {
        try (InputStream resource = onClassPath(file)) {
            if (resource != null) {
                return decoded(resource.readAllBytes());
            }
            if (Files.isRegularFile(Path.of(file))) {
                return decoded(Files.readAllBytes(Path.of(file)));
            }
        } catch (InvalidPathException e) {
            throw missing(file);
        } catch (CharacterCodingException e) {
            throw new FixtureException(file, "", "This is not encoded in UTF-8, as JSON is; save it anew in UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw missing(file);
    }

    /** A byte order mark is honoured: redirected into a file, PowerShell writes what the AWS CLI prints in UTF-16. */
    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text =
                encoding(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Charset encoding(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
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
