package io.github.mockelasticache.internal.sdk;

import software.amazon.awssdk.core.ApiName;
import software.amazon.awssdk.core.SdkRequest;

/** Tells the polls of the SDK's waiters from other calls. */
final class WaiterPolls {

    private WaiterPolls() {}

    /** The SDK's waiters mark their polls with an API name: sdk-metrics/B in current releases, hll/waiter in older ones. */
    static boolean isOne(SdkRequest request) {
        return request.overrideConfiguration()
                .map(configuration -> configuration.apiNames().stream().anyMatch(WaiterPolls::isMark))
                .orElse(false);
    }

    private static boolean isMark(ApiName api) {
        return (api.name().equals("sdk-metrics") && api.version().equals("B"))
                || (api.name().equals("hll") && api.version().equals("waiter"));
    }
}
