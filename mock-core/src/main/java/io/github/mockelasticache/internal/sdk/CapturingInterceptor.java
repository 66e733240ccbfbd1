package io.github.mockelasticache.internal.sdk;

import io.github.mockelasticache.internal.engine.LoopbackHeaders;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SelectedAuthScheme;
import software.amazon.awssdk.core.exception.SdkClientException;
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

    private static final String DID_NOT_ARRIVE =
            "The call was redirected to the endpoint of the ElastiCache mock, and did not arrive there."
                    + " If the HTTP client of the ElastiCache client uses a proxy, exempt 127.0.0.1 from it:"
                    + " with nonProxyHosts in its ProxyConfiguration, with the system property"
                    + " http.nonProxyHosts, or with the environment variable NO_PROXY.";

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

    /** The mock listens for as long as it is open, and answers nothing without a request id. */
    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable failure = context.exception();
        if (attributes.getAttribute(TARGET) == null) {
            return failure;
        }
        if (failure instanceof AwsServiceException answered && answered.requestId() == null) {
            AwsErrorDetails details = answered.awsErrorDetails();
            return answered.toBuilder()
                    .awsErrorDetails((details == null ? AwsErrorDetails.builder() : details.toBuilder())
                            .errorMessage(DID_NOT_ARRIVE)
                            .build())
                    .build();
        }
        // The SDK wants an exception of the same class.
        return failure.getClass() == SdkClientException.class && isUnconnected(failure)
                ? SdkClientException.create(DID_NOT_ARRIVE, failure)
                : failure;
    }

    private static boolean isUnconnected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }
}
