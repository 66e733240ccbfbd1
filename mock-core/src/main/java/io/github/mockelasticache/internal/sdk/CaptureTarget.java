package io.github.mockelasticache.internal.sdk;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * One mock as seen by clients that code under test builds by itself.
 *
 * <p>A mock captures clients while it is active. It is activated on a thread, and a thread may have several active mocks: the
 * one activated last counts. Threads do not inherit activations, so that tests that run in parallel on shared pools never see
 * each other's mock.
 */
public final class CaptureTarget implements SdkAutoCloseable {

    private static final ThreadLocal<Deque<Activation>> HERE = ThreadLocal.withInitial(ArrayDeque::new);
    private static final Map<Activation, CaptureTarget> ANYWHERE = new ConcurrentHashMap<>();

    private final Supplier<URI> endpoint;
    private final Map<String, String> systemDefaults;
    private final boolean offline;
    private final Set<Activation> activations = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * A target that is active nowhere yet.
     *
     * @param endpoint the mock's loopback endpoint, started when it is first asked for
     * @param region the region of clients for which none is configured
     * @param offline whether calls of other services that would leave the machine fail
     */
    public CaptureTarget(Supplier<URI> endpoint, Region region, boolean offline) {
        this.endpoint = endpoint;
        this.offline = offline;
        this.systemDefaults = systemDefaults(region);
    }

    /**
     * Activates the mock on the current thread.
     *
     * @return ends the activation when it is closed, on whatever thread
     * @throws IllegalStateException if the mock has been closed
     */
    public SdkAutoCloseable activate() {
        if (closed) {
            throw new IllegalStateException("This ElastiCacheMock has been closed, so it cannot be activated.");
        }
        Activation activation = new Activation(this, SystemDefaults.provide(systemDefaults));
        activations.add(activation);
        ANYWHERE.put(activation, this);
        HERE.get().push(activation);
        return activation;
    }

    /** Ends every activation; no client is bound to this target any more. */
    @Override
    public void close() {
        closed = true;
        activations.forEach(Activation::close);
    }

    /** What the SDK finds where nothing is configured; an environment variable of the user counts as configured. */
    private static Map<String, String> systemDefaults(Region region) {
        Map<String, String> defaults = new HashMap<>();
        if (System.getenv(SdkSystemSetting.AWS_REGION.environmentVariable()) == null) {
            defaults.put(SdkSystemSetting.AWS_REGION.property(), region.id());
        }
        if (System.getenv(SdkSystemSetting.AWS_ACCESS_KEY_ID.environmentVariable()) == null) {
            defaults.put(SdkSystemSetting.AWS_ACCESS_KEY_ID.property(), "mock-elasticache");
            defaults.put(SdkSystemSetting.AWS_SECRET_ACCESS_KEY.property(), "mock-elasticache");
        }
        defaults.put("http.nonProxyHosts", notByProxy(System.getenv("NO_PROXY"), System.getenv("no_proxy")));
        return defaults;
    }

    /**
     * The hosts that are reached without a proxy: those that the JDK reaches so where nothing is configured, as the SDK's HTTP
     * clients know no such default, and those of the user's environment, which the SDK does not look at beside the property.
     */
    static String notByProxy(@Nullable String... environment) {
        StringJoiner hosts = new StringJoiner("|");
        hosts.add("localhost").add("127.*").add("[::1]");
        for (String named : environment) {
            if (named != null) {
                Arrays.stream(named.split(","))
                        .map(String::strip)
                        .filter(host -> !host.isEmpty())
                        .forEach(hosts::add);
            }
        }
        return hosts.toString();
    }

    URI endpoint() {
        return endpoint.get();
    }

    boolean isOffline() {
        return offline;
    }

    /** The mock that is active on the current thread, or null. */
    static @Nullable CaptureTarget here() {
        if (ANYWHERE.isEmpty()) {
            return null;
        }
        Deque<Activation> stack = HERE.get();
        for (Iterator<Activation> latest = stack.iterator(); latest.hasNext(); ) {
            Activation activation = latest.next();
            if (activation.isOpen()) {
                return activation.target;
            }
            latest.remove();
        }
        HERE.remove();
        return null;
    }

    /** The mock for a client that is being built here: the one active on this thread, or else the only one, or null. */
    static @Nullable CaptureTarget forNewClient() {
        CaptureTarget here = here();
        if (here != null) {
            return here;
        }
        Set<CaptureTarget> all = Set.copyOf(ANYWHERE.values());
        return all.size() == 1 ? all.iterator().next() : null;
    }

    /**
     * The mock that serves a call.
     *
     * @param bound the one that its client was bound to when it was built, or null
     * @return the bound one while it is open, else the one active here, else the only one, else null: no mock is active
     * @throws IllegalStateException if several are active and none of them here
     */
    static @Nullable CaptureTarget forCall(@Nullable CaptureTarget bound) {
        if (bound != null && !bound.closed) {
            return bound;
        }
        CaptureTarget found = forNewClient();
        if (found == null && !ANYWHERE.isEmpty()) {
            throw new IllegalStateException(
                    "Several ElastiCache mocks are active, none of them on the thread "
                            + Thread.currentThread().getName()
                            + ", and the client was built outside of all of them, so that it is not"
                            + " clear which one is meant. Build the client within the test, or call mock.activate() on this thread.");
        }
        return found;
    }

    private static final class Activation implements SdkAutoCloseable {

        private final CaptureTarget target;
        private final SdkAutoCloseable systemDefaults;
        private final AtomicBoolean closed = new AtomicBoolean();

        Activation(CaptureTarget target, SdkAutoCloseable systemDefaults) {
            this.target = target;
            this.systemDefaults = systemDefaults;
        }

        boolean isOpen() {
            return !closed.get();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                target.activations.remove(this);
                ANYWHERE.remove(this);
                systemDefaults.close();
                here();
            }
        }
    }
}
