package io.github.mockelasticache.internal.sdk;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * System properties that the SDK reads, given values for as long as any mock needs them.
 *
 * <p>Properties belong to the whole JVM, so they are counted: the first who needs one sets it, the last one takes it back. A
 * value that the user has set is never touched.
 */
final class SystemDefaults {

    /**
     * Hides the user's profile files. The SDK parses them whenever it builds a client, whatever profile file the client is
     * configured with (verified on 2.42.14), unless these properties name other files.
     */
    static final Map<String, String> NO_PROFILE_FILES = Map.of(
            ProfileFileSystemSetting.AWS_CONFIG_FILE.property(), "no-config-file-while-elasticache-is-mocked",
            ProfileFileSystemSetting.AWS_SHARED_CREDENTIALS_FILE.property(),
                    "no-credentials-file-while-elasticache-is-mocked");

    private static final Map<String, Integer> USERS = new HashMap<>();

    private SystemDefaults() {}

    /**
     * Sets those of some properties that are not set.
     *
     * @param defaults their values
     * @return takes back, when it is closed, what it has set
     */
    static SdkAutoCloseable provide(Map<String, String> defaults) {
        synchronized (USERS) {
            Map<String, String> provided = new HashMap<>(defaults);
            provided.keySet()
                    .removeIf(property -> !USERS.containsKey(property) && System.getProperty(property) != null);
            provided.forEach((property, value) -> {
                if (USERS.merge(property, 1, Integer::sum) == 1) {
                    System.setProperty(property, value);
                }
            });
            AtomicBoolean closed = new AtomicBoolean();
            return () -> {
                if (closed.compareAndSet(false, true)) {
                    takeBack(provided);
                }
            };
        }
    }

    private static void takeBack(Map<String, String> provided) {
        synchronized (USERS) {
            provided.forEach((property, value) -> {
                boolean last = USERS.computeIfPresent(property, (key, users) -> users == 1 ? null : users - 1) == null;
                if (last && value.equals(System.getProperty(property))) {
                    System.clearProperty(property);
                }
            });
        }
    }
}
