package io.github.mockelasticache.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The opaque markers of one operation in one region of one mock.
 *
 * <p>A marker carries a key and a check sum over the key and where the marker was given out, so that one that was made up, or
 * that another operation, region or mock gave out, is told apart without keeping a list of those given out.
 */
final class Markers {

    private static final int CHECK_SUM_BYTES = 8;

    private final long seed;
    private final String scope;

    Markers(long seed, String scope) {
        this.seed = seed;
        this.scope = scope;
    }

    /** The marker for the page after a key. */
    String of(String key) {
        byte[] text = key.getBytes(UTF_8);
        byte[] marker = Arrays.copyOf(checkSum(text), CHECK_SUM_BYTES + text.length);
        System.arraycopy(text, 0, marker, CHECK_SUM_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(marker);
    }

    /** The key in a marker, or null if it was not given out here. */
    @Nullable
    String key(String marker) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(marker);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        if (bytes.length < CHECK_SUM_BYTES) {
            return null;
        }
        String key = new String(bytes, CHECK_SUM_BYTES, bytes.length - CHECK_SUM_BYTES, UTF_8);
        // Base64 has several spellings of the same bytes; only one of them was given out.
        return of(key).equals(marker) ? key : null;
    }

    private byte[] checkSum(byte[] text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
            digest.update(scope.getBytes(UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(text), CHECK_SUM_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
