package io.github.mockelasticache.internal.sdk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.utils.AttributeMap;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The HTTP side of the SDK clients that one builder builds. It opens no socket: it answers every request at once with an empty
 * 200, in whose place the interceptor puts the engine's answer.
 *
 * <p>It goes to the SDK as a builder of HTTP clients, so that closing an SDK client closes its HTTP client, as it does with
 * the SDK's own.
 */
final class InProcessHttp {

    private static final String NAME = "MockElastiCache";
    private static final SdkHttpResponse EMPTY_200 =
            SdkHttpResponse.builder().statusCode(200).build();
    private static final HttpExecuteResponse ANSWER =
            HttpExecuteResponse.builder().response(EMPTY_200).build();

    private final AtomicInteger open = new AtomicInteger();

    /** Whether any SDK client of this builder is still open: a call on one that is not must fail before it has an effect. */
    boolean isOpen() {
        return open.get() > 0;
    }

    SdkHttpClient.Builder<?> synchronous() {
        return new SynchronousBuilder();
    }

    SdkAsyncHttpClient.Builder<?> asynchronous() {
        return new AsynchronousBuilder();
    }

    private final class SynchronousBuilder implements SdkHttpClient.Builder<SynchronousBuilder> {

        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return new Synchronous();
        }
    }

    private final class AsynchronousBuilder implements SdkAsyncHttpClient.Builder<AsynchronousBuilder> {

        @Override
        public SdkAsyncHttpClient buildWithDefaults(AttributeMap defaults) {
            return new Asynchronous();
        }
    }

    private class OpenUntilClosed implements SdkAutoCloseable {

        private final AtomicBoolean closed = new AtomicBoolean();

        OpenUntilClosed() {
            open.incrementAndGet();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                open.decrementAndGet();
            }
        }
    }

    private final class Synchronous extends OpenUntilClosed implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return Answered.AT_ONCE;
        }

        @Override
        public String clientName() {
            return NAME;
        }
    }

    private final class Asynchronous extends OpenUntilClosed implements SdkAsyncHttpClient {

        @Override
        public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
            request.responseHandler().onHeaders(EMPTY_200);
            request.responseHandler().onStream(SdkPublisher.fromIterable(List.of()));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public String clientName() {
            return NAME;
        }
    }

    private enum Answered implements ExecutableHttpRequest {
        AT_ONCE;

        @Override
        public HttpExecuteResponse call() {
            return ANSWER;
        }

        @Override
        public void abort() {
            // There is nothing under way that could be aborted.
        }
    }
}
