package io.github.mockelasticache.internal.user;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.EngineChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AuthenticationType;
import software.amazon.awssdk.services.elasticache.model.User;

/**
 * The engines that users are for, and the first version of each that can have them.
 *
 * <p>Answers with {@code 6.0} for Redis OSS are recorded (hashicorp/terraform-provider-aws#28688). That a user who authenticates with
 * IAM, or has rules that came later, needs the version that they came with follows from what the member says it is and from the
 * user guide's pages on both; so does {@code 7.2} for Valkey.
 */
final class UserEngine {

    static final String REDIS = "redis";
    static final String VALKEY = "valkey";

    /** "Authenticating with IAM", user guide. */
    private static final String IAM_SINCE = "7.0";

    private static final String VALKEY_SINCE = "7.2";

    private UserEngine() {}

    /** An engine that a request names in any case, in lower case. */
    static String named(@Nullable String engine, Call call) {
        return EngineChoice.engine(call.parameters().required("Engine", engine), List.of(REDIS, VALKEY), call);
    }

    /** An engine that a request need not name. */
    static @Nullable String optional(@Nullable String engine, Call call) {
        return engine == null ? null : named(engine, call);
    }

    /** What a user requires of the engine that it is for. */
    static String minimumVersion(String engine, @Nullable AuthenticationType authentication, String accessString) {
        if (engine.equals(VALKEY)) {
            return VALKEY_SINCE;
        }
        return authentication == AuthenticationType.IAM
                ? IAM_SINCE
                : AccessString.stored(accessString).since();
    }

    /** What a group requires: as much as the user of it that requires most. */
    static String minimumVersion(String engine, List<User> users) {
        if (engine.equals(VALKEY)) {
            return VALKEY_SINCE;
        }
        return users.stream()
                .map(user -> user.engine().equals(REDIS)
                        ? user.minimumEngineVersion()
                        : minimumVersion(REDIS, user.authentication().type(), user.accessString()))
                .max(String::compareTo)
                .orElse(AccessString.FIRST);
    }
}
