package io.github.mockelasticache.internal.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * The region that a request was signed for, from its credential scope
 * {@code <access key>/<date>/<region>/<service>/aws4_request}. Signatures are not checked; a scope that is absent or not
 * of this form, such as the {@code <credential>} of printed samples, names no region.
 */
final class CredentialScope {

    /** Any name that can be part of a host name: applications under test use made-up regions too. */
    private static final Pattern SCOPE =
            Pattern.compile("[^,\\s]*/[0-9]{8}/([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)/[a-z0-9-]+/aws4_request");

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^,\\s]*)");

    private CredentialScope() {}

    /**
     * Finds the region.
     *
     * @param authorization the Authorization header, if there is one
     * @param credential the X-Amz-Credential parameter of a presigned request, if there is one
     */
    static Optional<Region> region(@Nullable String authorization, @Nullable String credential) {
        return Optional.ofNullable(authorization)
                .map(CREDENTIAL::matcher)
                .filter(Matcher::find)
                .map(header -> header.group(1))
                .or(() -> Optional.ofNullable(credential))
                .map(SCOPE::matcher)
                .filter(Matcher::matches)
                .map(scope -> Region.of(scope.group(1)));
    }
}
