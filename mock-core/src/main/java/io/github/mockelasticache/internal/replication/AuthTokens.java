package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import java.util.regex.Pattern;

/** AUTH tokens: the passwords of replication groups. The mock checks them and keeps none. */
final class AuthTokens {

    /** "The only permitted printable special characters are !, &amp;, #, $, ^, &lt;, &gt;, and -": CreateReplicationGroup. */
    private static final Pattern NEW = Pattern.compile("[A-Za-z0-9!&#$^<>-]{16,128}");

    /** "Cannot contain any of the following characters: '/', '"', or '@', '%'": ModifyReplicationGroup. */
    private static final Pattern CHANGED = Pattern.compile("[!-~&&[^/\"@%]]{16,128}");

    private AuthTokens() {}

    /** Checks the token of a group that is created. */
    static void requireNew(String token, boolean inTransit, Call call) {
        require(NEW, token, inTransit, call);
    }

    /** Checks the token that a group is to get. */
    static void requireChanged(String token, boolean inTransit, Call call) {
        require(CHANGED, token, inTransit, call);
    }

    private static void require(Pattern form, String token, boolean inTransit, Call call) {
        if (!inTransit) {
            // The wording is the service's own: aws/aws-cli#5007.
            throw call.faults()
                    .invalidParameterValue("The AUTH token is only supported when encryption-in-transit is enabled");
        }
        if (!form.matcher(token).matches()) {
            // The wording is the service's own: magenx/Magento-2-aws-cluster-terraform#43.
            throw call.faults().invalidParameterValue("Invalid AuthToken provided.");
        }
    }
}
