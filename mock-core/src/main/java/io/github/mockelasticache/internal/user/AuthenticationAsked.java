package io.github.mockelasticache.internal.user;

import io.github.mockelasticache.internal.engine.Call;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.Authentication;
import software.amazon.awssdk.services.elasticache.model.AuthenticationMode;
import software.amazon.awssdk.services.elasticache.model.AuthenticationType;

/** How a request wants a user to authenticate. Passwords are checked and counted; nothing ever tells them. */
final class AuthenticationAsked {

    private static final String PASSWORD = "password";
    private static final String NO_PASSWORD = "no-password-required";
    private static final String IAM = "iam";
    private static final int MOST_PASSWORDS = 2;

    /** "Passwords", user guide: 16 to 128 printable characters, of which four are not allowed. */
    private static final Pattern VALID_PASSWORD = Pattern.compile("[ -~&&[^,\"/@]]+");

    private static final int SHORTEST_PASSWORD = 16;
    private static final int LONGEST_PASSWORD = 128;

    private AuthenticationAsked() {}

    /**
     * What a request asks for, in either of the two ways that it can: by {@code AuthenticationMode}, or by {@code Passwords} and
     * {@code NoPasswordRequired}, of which {@code false} says nothing.
     *
     * @return the authentication, or null if the request says nothing of it
     */
    static @Nullable Authentication optional(
            @Nullable AuthenticationMode mode,
            List<String> passwords,
            @Nullable Boolean noPasswordRequired,
            Call call) {
        boolean none = Boolean.TRUE.equals(noPasswordRequired);
        if (mode == null) {
            if (none && !passwords.isEmpty()) {
                throw call.faults()
                        .invalidParameterCombination("Passwords and NoPasswordRequired cannot be specified together.");
            }
            return none ? of(NO_PASSWORD, passwords, call) : passwords.isEmpty() ? null : of(PASSWORD, passwords, call);
        }
        if (none || !passwords.isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination("AuthenticationMode cannot be specified together with Passwords or"
                            + " NoPasswordRequired.");
        }
        return of(mode.typeAsString(), mode.passwords(), call);
    }

    /** What a request asks for, which has to say it. */
    static Authentication required(
            @Nullable AuthenticationMode mode,
            List<String> passwords,
            @Nullable Boolean noPasswordRequired,
            Call call) {
        Authentication asked = optional(mode, passwords, noPasswordRequired, call);
        return asked == null ? of(null, List.of(), call) : asked;
    }

    /** Checks that a user of some engine can authenticate so. */
    static void requirePossible(
            Authentication authentication, String engine, String userId, String userName, Call call) {
        if (authentication.type() == AuthenticationType.IAM && !userId.equalsIgnoreCase(userName)) {
            // The wording is the service's own: terraform-aws-modules/terraform-aws-elasticache#65.
            throw call.faults()
                    .invalidParameterCombination("User Id and User name must be same for authentication type: iam");
        }
        if (authentication.type() == AuthenticationType.NO_PASSWORD && engine.equals(UserEngine.VALKEY)) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Authentication type: no-password-required is not supported for engine valkey.");
        }
    }

    private static Authentication of(@Nullable String type, List<String> passwords, Call call) {
        if (PASSWORD.equals(type)) {
            requirePasswords(passwords, call);
            return Authentication.builder()
                    .type(AuthenticationType.PASSWORD)
                    .passwordCount(passwords.size())
                    .build();
        }
        if (!NO_PASSWORD.equals(type) && !IAM.equals(type)) {
            // The wording is the service's own: crossplane-contrib/provider-upjet-aws#151.
            throw call.faults()
                    .invalidParameterValue("Input Authentication type: " + type + " is not in the allowed list: ["
                            + String.join(",", PASSWORD, NO_PASSWORD, IAM) + "]");
        }
        if (!passwords.isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination("Passwords cannot be specified for authentication type: " + type);
        }
        return Authentication.builder()
                .type(NO_PASSWORD.equals(type) ? AuthenticationType.NO_PASSWORD : AuthenticationType.IAM)
                .build();
    }

    private static void requirePasswords(List<String> passwords, Call call) {
        call.parameters().required("Passwords", passwords);
        if (passwords.size() > MOST_PASSWORDS) {
            throw call.faults().invalidParameterValue("A user can have at most " + MOST_PASSWORDS + " passwords.");
        }
        for (String each : passwords) {
            String password = each == null ? "" : each;
            if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
                // The wording is the service's own: hashicorp/terraform-provider-aws#24273.
                throw call.faults().invalidParameterValue("Passwords length must be between 16-128 characters.");
            }
            if (!VALID_PASSWORD.matcher(password).matches()) {
                throw call.faults()
                        .invalidParameterValue(
                                "Passwords must consist of printable characters, without comma, double quote, slash"
                                        + " and at sign.");
            }
        }
    }
}
