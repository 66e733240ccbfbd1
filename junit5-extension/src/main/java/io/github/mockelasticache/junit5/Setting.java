package io.github.mockelasticache.junit5;

import io.github.mockelasticache.ElastiCacheMockBuilder;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The value of an attribute, and where it is written. */
record Setting<T>(Attribute<T> attribute, T value, String where) {

    /**
     * Sets the attribute on a mock that is being built.
     *
     * @throws ExtensionConfigurationException if the value is not a possible one
     */
    void applyTo(ElastiCacheMockBuilder mock) {
        try {
            attribute.setter().accept(mock, value);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "@MockElastiCache cannot be used with " + this + ". " + e.getMessage(), e);
        }
    }

    boolean sameValueAs(Setting<?> other) {
        return value.equals(other.value);
    }

    /** As in source code, with the place: {@code region = "eu-west-1" on class IngressTest}. */
    @Override
    public String toString() {
        String written = value instanceof String text ? '"' + text + '"' : value.toString();
        return attribute.name() + " = " + written + " " + where;
    }
}
