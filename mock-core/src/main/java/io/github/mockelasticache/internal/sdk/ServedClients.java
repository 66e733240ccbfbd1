package io.github.mockelasticache.internal.sdk;

import io.github.mockelasticache.internal.engine.Engine;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.config.AwsAdvancedClientOption;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClientBuilder;
import software.amazon.awssdk.services.elasticache.ElastiCacheBaseClientBuilder;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The clients that one mock serves: genuine SDK clients, bound to its engine for life.
 *
 * <p>They are hermetic. Whatever the SDK would look up on the machine (profile files, environment, system properties, the
 * metadata service) is set here, so that it does not look: region, credentials, endpoint, retry mode, defaults mode.
 */
public final class ServedClients implements AutoCloseable {

    private static final List<AuthSchemeOption> NO_AUTH =
            List.of(AuthSchemeOption.builder().schemeId("smithy.api#noAuth").build());

    /** Given so that the SDK asks neither environment nor profile for one; {@link #endpoint} says what requests carry. */
    private static final URI ENDPOINT = URI.create("https://elasticache.amazonaws.com");

    private static final ProfileFile NO_PROFILES = ProfileFile.aggregator().build();

    private static final ConcurrentMap<Region, CompletableFuture<Endpoint>> ENDPOINTS = new ConcurrentHashMap<>();

    private final Engine engine;
    private final SdkAutoCloseable noProfileFiles;
    private final Deque<SdkAutoCloseable> handedOut = new ConcurrentLinkedDeque<>();

    /**
     * The clients of one mock.
     *
     * @param engine the mock's engine
     */
    public ServedClients(Engine engine) {
        this.engine = engine;
        this.noProfileFiles = SystemDefaults.provide(SystemDefaults.NO_PROFILE_FILES);
    }

    /**
     * Builds a client.
     *
     * @param region the region that it addresses
     * @return a new client, closed with this object at the latest
     */
    public ElastiCacheClient client(Region region) {
        InProcessHttp http = new InProcessHttp();
        return handOut(hermetic(ElastiCacheClient.builder().region(region), served(immediateRetries(), http))
                .httpClientBuilder(http.synchronous())
                .build());
    }

    /**
     * Builds an asynchronous client, which completes its futures on the thread that calls.
     *
     * @param region the region that it addresses
     * @return a new client, closed with this object at the latest
     */
    public ElastiCacheAsyncClient asyncClient(Region region) {
        InProcessHttp http = new InProcessHttp();
        return handOut(hermetic(ElastiCacheAsyncClient.builder().region(region), served(immediateRetries(), http))
                .httpClientBuilder(http.asynchronous())
                .asyncConfiguration(configuration -> configuration.advancedOption(
                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
                .build());
    }

    /**
     * Configures a builder so that the client that it builds is served by the mock. A builder without a region gets the
     * mock's.
     *
     * @param builder the builder of a synchronous or an asynchronous client
     * @param <B> its type
     * @param <C> the type of the client
     * @return the builder
     */
    public <B extends ElastiCacheBaseClientBuilder<B, C>, C extends SdkAutoCloseable> B configure(B builder) {
        InProcessHttp http = new InProcessHttp();
        if (builder instanceof ElastiCacheClientBuilder synchronous) {
            synchronous.httpClient(null).httpClientBuilder(http.synchronous());
        } else if (builder instanceof ElastiCacheAsyncClientBuilder asynchronous) {
            asynchronous.httpClient(null).httpClientBuilder(http.asynchronous());
        } else {
            throw new IllegalArgumentException("The builder must be one of ElastiCacheClient.builder() and"
                    + " ElastiCacheAsyncClient.builder(), but is a "
                    + builder.getClass().getName() + ".");
        }
        ClientOverrideConfiguration own = builder.overrideConfiguration();
        hermetic(builder, RetryStrategies.configure(own)).addPlugin(configuration -> serve(configuration, http));
        return hasRegion(builder) ? builder : builder.region(engine.settings().region());
    }

    /** Closes every client that has been handed out. */
    @Override
    public void close() {
        for (SdkAutoCloseable client = handedOut.poll(); client != null; client = handedOut.poll()) {
            client.close();
        }
        noProfileFiles.close();
    }

    private <T extends SdkAutoCloseable> T handOut(T client) {
        handedOut.add(client);
        return client;
    }

    /** Whatever the SDK would look up on the machine. */
    private static <B extends ElastiCacheBaseClientBuilder<B, C>, C> B hermetic(
            B builder, ClientOverrideConfiguration.Builder configuration) {
        configuration.putAdvancedOption(AwsAdvancedClientOption.ENABLE_DEFAULT_REGION_DETECTION, false);
        if (configuration.defaultProfileName() == null) {
            configuration.defaultProfileName("default");
        }
        if (configuration.defaultProfileFileSupplier() == null) {
            configuration.defaultProfileFileSupplier(() -> NO_PROFILES);
        }
        return builder.overrideConfiguration(configuration.build())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .authSchemeProvider(parameters -> NO_AUTH)
                .endpointOverride(ENDPOINT)
                .endpointProvider(parameters ->
                        ENDPOINTS.computeIfAbsent(Objects.requireNonNull(parameters.region()), ServedClients::endpoint))
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .defaultsMode(DefaultsMode.LEGACY);
    }

    /** The SDK's default strategy without its delays; the SDK adds its own conditions when it builds a client. */
    private static ClientOverrideConfiguration.Builder immediateRetries() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryStrategies.ofMode(RetryStrategies.SDK_DEFAULT)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build());
    }

    /** The last word when a client is built, so that it holds whatever has been set on the builder meanwhile. */
    private void serve(SdkServiceClientConfiguration.Builder client, InProcessHttp http) {
        client.overrideConfiguration(served(RetryStrategies.withoutWaiting(client.overrideConfiguration()), http)
                .build());
    }

    /** The interceptor goes last, so that it sees the request, and the user's interceptors the answer, as the service's. */
    private ClientOverrideConfiguration.Builder served(
            ClientOverrideConfiguration.Builder configuration, InProcessHttp http) {
        ClientTimeouts timeouts = ClientTimeouts.of(configuration);
        return configuration
                .executionAttributes(configuration.executionAttributes().toBuilder()
                        .put(CapturingInterceptor.SERVED, true)
                        .build())
                .addExecutionInterceptor(new EngineInterceptor(engine, http, timeouts));
    }

    /**
     * Whether a region has been set on a builder. Builders do not tell; but without a region, and with the detection of one
     * switched off, they do not build.
     */
    private static boolean hasRegion(ElastiCacheBaseClientBuilder<?, ? extends SdkAutoCloseable> builder) {
        try {
            builder.build().close();
            return true;
        } catch (IllegalStateException noRegion) {
            return false;
        }
    }

    private static CompletableFuture<Endpoint> endpoint(Region region) {
        URI host = ElastiCacheClient.serviceMetadata().endpointFor(region);
        return CompletableFuture.completedFuture(
                Endpoint.builder().url(URI.create("https://" + host)).build());
    }
}
