package io.github.mockelasticache.assertj;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one resource of the service.
 *
 * @param <SELF> the type of the assertions
 * @param <ACTUAL> the SDK's model class of the resource
 */
public abstract class ResourceAssert<SELF extends ResourceAssert<SELF, ACTUAL>, ACTUAL>
        extends EvidenceAssert<SELF, ACTUAL> {

    private final String kind;
    private @Nullable String sought;

    ResourceAssert(@Nullable ACTUAL actual, Class<?> self, String kind) {
        super(actual, self);
        this.kind = kind;
    }

    /** What the resource was looked up by, in case that there is none. */
    final SELF sought(String name) {
        this.sought = name;
        return myself;
    }

    /**
     * Verifies that there is such a resource. Every other assertion but {@link #doesNotExist} implies it.
     *
     * @return this assertion
     */
    public SELF exists() {
        existing();
        return myself;
    }

    /** Verifies that there is no such resource. */
    public void doesNotExist() {
        verify(actual == null, "Expected that there is no %s, but there is:%n  %s", subject(), actual);
    }

    /** The resource's own name. */
    abstract @Nullable String name(ACTUAL existing);

    /** The kind of resource and its name, as the subject of a sentence. */
    final String subject() {
        return kind + " <" + (actual == null ? sought : name(actual)) + ">";
    }

    final ACTUAL existing() {
        // Not isNotNull(), which does not end the assertion where failures are soft.
        if (sought == null) {
            verify(actual != null, "Expected a %s, but it is null.", kind);
        } else {
            verify(actual != null, "Expected that there is a %s, but there is none.", subject());
        }
        return actual;
    }

    final SELF verifyProperty(String property, @Nullable Object actualValue, Object expected) {
        return verifyEqual(
                actualValue,
                expected,
                "Expected %s to have the %s <%s>, but it has <%s>:%n  %s",
                subject(),
                property,
                expected,
                Objects.toString(actualValue, "none"),
                actual);
    }
}
