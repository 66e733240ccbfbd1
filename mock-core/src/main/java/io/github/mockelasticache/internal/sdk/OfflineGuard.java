package io.github.mockelasticache.internal.sdk;

import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Keeps the calls of other AWS services on the machine while a mock is active on the thread that makes them.
 *
 * <p>The SDK finds it on the class path and makes one for each client of any service. It acts before the first attempt is
 * sent, so before a name is resolved.
 */
public final class OfflineGuard implements ExecutionInterceptor {

    private static final ExecutionAttribute<Boolean> GUARDED = new ExecutionAttribute<>("MockElastiCacheGuarded");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.*\\.localhost|127(\\.[0-9]{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

    /** A guard, which needs nothing to know. */
    public OfflineGuard() {}

    /** Here, because attempts may be made on other threads than the call. */
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        CaptureTarget active = CaptureTarget.here();
        if (active != null && active.isOffline()) {
            attributes.putAttribute(GUARDED, true);
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(GUARDED) == null) {
            return;
        }
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String host = context.httpRequest().host();
        if (!"ElastiCache".equals(service)
                && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw SdkClientException.create(service + " "
                    + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)
                    + " would call " + host + ", but a mock of ElastiCache is active and keeps this test offline."
                    + " Point the client at an endpoint on this machine, or let calls out with"
                    + " @MockElastiCache(offline = false) or ElastiCacheMock.builder().offline(false).");
        }
    }
}
