package io.github.mockelasticache.junit5;

import java.net.URI;
import software.amazon.awssdk.services.sts.StsClient;

/** A call of another AWS service, to a name that is reserved so that nothing can answer to it. */
final class OtherService {

    private OtherService() {}

    static void call() {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(URI.create("http://sts.invalid"))
                .overrideConfiguration(
                        configuration -> configuration.retryStrategy(strategy -> strategy.maxAttempts(1)))
                .build()) {
            sts.getCallerIdentity();
        }
    }
}
