package io.github.mockelasticache.junit5;

import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The mock of a test or class, active on the thread that runs it until JUnit closes the store. */
@SuppressWarnings("deprecation") // as in LiveMock
final class Activation implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Activation.class);

    private final SdkAutoCloseable active;

    private Activation(SdkAutoCloseable active) {
        this.active = active;
    }

    /** Activates the mock that this test or class sees, once, unless it is configured not to be active. */
    static void on(ExtensionContext context) {
        if (Configuration.of(context).activates()) {
            context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(
                            context.getUniqueId(),
                            key -> new Activation(LiveMock.of(context).mock().activate()),
                            Activation.class);
        }
    }

    @Override
    public void close() {
        active.close();
    }
}
