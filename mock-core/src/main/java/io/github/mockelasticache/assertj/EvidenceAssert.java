package io.github.mockelasticache.assertj;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Assertions whose failures end with the calls that led there, where a mock is known that has seen them.
 *
 * <p>Methods that lead to other assertions are final: those of AssertJ's soft proxies would return nothing.
 *
 * @param <SELF> the type of the assertions
 * @param <ACTUAL> the type of what is asserted on
 */
@SuppressWarnings("AnnotateFormatMethod") // The annotation would need a library of its own.
public abstract class EvidenceAssert<SELF extends EvidenceAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    /** The calls that led here; set directly where an assertion is only being constructed. */
    @Nullable
    Evidence evidence;

    private @Nullable SoftAssertionsProvider soft;

    EvidenceAssert(@Nullable ACTUAL actual, Class<?> self) {
        super(actual, self);
    }

    final SELF withEvidence(@Nullable Evidence shown) {
        this.evidence = shown;
        return myself;
    }

    /** Lets assertions to which these ones lead fail softly too. */
    final SELF softly(@Nullable SoftAssertionsProvider provider) {
        this.soft = provider;
        return myself;
    }

    /** Gives the assertions to which some lead their description. */
    static <A extends AbstractAssert<A, ?>> A described(AbstractAssert<?, ?> these, A assertions) {
        return these.info.hasDescription() ? assertions.as(these.info.description()) : assertions;
    }

    final @Nullable SoftAssertionsProvider soft() {
        return soft;
    }

    final SELF verify(boolean holds, String expected, Object... arguments) {
        if (!holds) {
            throw failure("%s%s", expected.formatted(arguments), calls());
        }
        return myself;
    }

    /** Verifies one property, so that tools can show actual and expected side by side. */
    final SELF verifyEqual(@Nullable Object actualValue, Object expectedValue, String expected, Object... arguments) {
        if (!expectedValue.equals(actualValue)) {
            throw failureWithActualExpected(actualValue, expectedValue, "%s%s", expected.formatted(arguments), calls());
        }
        return myself;
    }

    private String calls() {
        return evidence == null ? "" : evidence.toString();
    }
}
