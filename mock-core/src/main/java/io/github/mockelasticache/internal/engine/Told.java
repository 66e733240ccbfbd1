package io.github.mockelasticache.internal.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What a description from elsewhere says, member by member, against what the mock would say: nothing told may get lost. */
public final class Told {

    private final Adopter.Unfit unfit;
    private final Set<String> inAnyCase;

    /**
     * A comparison.
     *
     * @param unfit makes the error for a member that the mock would describe in another way
     * @param inAnyCase the members of the whole for which upper and lower case are the same, as for names
     */
    public Told(Adopter.Unfit unfit, String... inAnyCase) {
        this.unfit = unfit;
        this.inAnyCase = Set.of(inAnyCase);
    }

    /**
     * Checks that the mock describes what was told. A member that is absent, or an empty list or structure, tells nothing.
     *
     * @param pointer where it stands, as a JSON pointer
     * @param told what was told
     * @param described what the mock says
     */
    public void requireDescribed(String pointer, SdkPojo told, SdkPojo described) {
        for (SdkField<?> field : told.sdkFields()) {
            Object value = field.getValueOrDefault(told);
            Object own = field.getValueOrDefault(described);
            if (value instanceof String text
                    && own instanceof String ownText
                    && inAnyCase.contains(field.memberName())
                    && text.equalsIgnoreCase(ownText)) {
                continue;
            }
            compare(pointer + "/" + field.memberName(), value, own);
        }
    }

    private void compare(String pointer, @Nullable Object told, @Nullable Object described) {
        if (told == null || isNothing(told)) {
            return;
        }
        if (told instanceof SdkPojo structure && described instanceof SdkPojo own) {
            requireDescribed(pointer, structure, own);
        } else if (told instanceof List<?> list && described instanceof List<?> own && list.size() == own.size()) {
            for (int index = 0; index < list.size(); index++) {
                compare(pointer + "/" + index, list.get(index), own.get(index));
            }
        } else if (!told.equals(described)) {
            throw unfit.because(
                    pointer,
                    "The mock would describe this as " + (isNothing(described) ? "absent" : described)
                            + ", by what else it has been told; write that, or leave the member out.");
        }
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof SdkPojo structure
                        && structure.sdkFields().stream()
                                .allMatch(field -> isNothing(field.getValueOrDefault(structure))));
    }
}
