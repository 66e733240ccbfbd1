package io.github.mockelasticache.internal.sdk;

import io.github.mockelasticache.internal.engine.LoopbackHeaders;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.SelectedAuthScheme;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkInternalExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.scheme.NoAuthAuthScheme;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.regions.Region;

/**
 * Sends the calls of clients that code under test builds by itself to the loopback endpoint of the mock that is active.
 *
 * <p>The SDK finds it on the class path and makes one for each ElastiCache client that is built. With no mock active it passes
 * every call through as it is.
 */
public final class CapturingInterceptor implements ExecutionInterceptor {

    /** Marks the calls of clients that a mock serves in process: they need no capturing. */
    static final ExecutionAttribute<Boolean> SERVED = new ExecutionAttribute<>("MockElastiCacheServed");

    private static final ExecutionAttribute<CaptureTarget> TARGET = new ExecutionAttribute<>("MockElastiCacheTarget");

    /** Nobody looks at the signature of a captured call: making one would only take its time, a tenth of the call's. */
    private static final SelectedAuthScheme<?> UNSIGNED = new SelectedAuthScheme<>(
            CompletableFuture.completedFuture(new NoAuthAuthScheme.AnonymousIdentity() {}),
            NoAuthAuthScheme.create().signer(),
            AuthSchemeOption.builder().schemeId(NoAuthAuthScheme.SCHEME_ID).build());

    private final @Nullable CaptureTarget bound = CaptureTarget.forNewClient();

    /** Binds the client that is being built to the mock that is active here. */
    public CapturingInterceptor() {}

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(SERVED) == null) {
            CaptureTarget target = CaptureTarget.forCall(bound);
            if (target != null) {
                attributes.putAttribute(TARGET, target);
            }
        }
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        CaptureTarget target = attributes.getAttribute(TARGET);
        if (target == null) {
            return context.httpRequest();
        }
        attributes.putAttribute(SdkInternalExecutionAttribute.SELECTED_AUTH_SCHEME, UNSIGNED);
        URI endpoint = target.endpoint();
        Region region = Objects.requireNonNull(attributes.getAttribute(AwsExecutionAttribute.AWS_REGION), "region");
        SdkHttpRequest.Builder redirected = context.httpRequest().toBuilder()
                .protocol(endpoint.getScheme())
                .host(endpoint.getHost())
                .port(endpoint.getPort())
                .encodedPath("/")
                .putHeader(LoopbackHeaders.REGION, region.id())
                .putHeader(
                        LoopbackHeaders.THREAD,
                        URLEncoder.encode(Thread.currentThread().getName(), StandardCharsets.UTF_8));
        if (WaiterPolls.isOne(context.request())) {
            redirected.putHeader(LoopbackHeaders.WAITER_POLL, "true");
        }
        return redirected.build();
    }
}
