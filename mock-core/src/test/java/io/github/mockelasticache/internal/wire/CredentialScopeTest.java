package io.github.mockelasticache.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

class CredentialScopeTest {

    private static final String SCOPE = "AKIDEXAMPLE/20150202/us-west-2/elasticache/aws4_request";

    @Test
    void the_region_is_read_from_the_Authorization_header() {
        String header = "AWS4-HMAC-SHA256 Credential=" + SCOPE + ", SignedHeaders=host;x-amz-date, Signature=abc";

        assertThat(CredentialScope.region(header, null)).contains(Region.US_WEST_2);
    }

    @Test
    void the_region_is_read_from_the_parameter_of_a_presigned_request() {
        assertThat(CredentialScope.region(null, SCOPE)).contains(Region.US_WEST_2);
    }

    @Test
    void made_up_regions_are_taken() {
        assertThat(CredentialScope.region(null, "id/20150202/local/elasticache/aws4_request"))
                .contains(Region.of("local"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<credential>",
                "",
                "AKIDEXAMPLE",
                "AKIDEXAMPLE/20150202/us-west-2/elasticache",
                "AKIDEXAMPLE/20150202/elasticache/aws4_request",
                "AKIDEXAMPLE/2015/us-west-2/elasticache/aws4_request",
                "AKIDEXAMPLE/20150202/US WEST/elasticache/aws4_request",
                "AKIDEXAMPLE/20150202/-/elasticache/aws4_request",
                "AKIDEXAMPLE/20150202/aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee/elasticache/aws4_request"
            })
    void what_is_no_credential_scope_names_no_region(String credential) {
        assertThat(CredentialScope.region(null, credential)).isEmpty();
        assertThat(CredentialScope.region("AWS4-HMAC-SHA256 Credential=" + credential + ", Signature=x", null))
                .isEmpty();
    }

    @Test
    void other_authorization_schemes_name_no_region() {
        assertThat(CredentialScope.region("Basic dGVzdDp0ZXN0", null)).isEmpty();
        assertThat(CredentialScope.region(null, null)).isEmpty();
    }
}
