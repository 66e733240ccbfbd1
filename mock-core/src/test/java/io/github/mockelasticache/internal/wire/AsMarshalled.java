package io.github.mockelasticache.internal.wire;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * What of a request the Query protocol can say: a structure without members writes no parameter, so it is absent on the
 * other side, and so is a list of nothing but such structures. All else arrives.
 */
final class AsMarshalled {

    private AsMarshalled() {}

    static SdkPojo of(SdkPojo request, SdkPojo builder) {
        for (SdkField<?> field : request.sdkFields()) {
            Object value = marshalled(field.getValueOrDefault(request));
            field.set(builder, value);
        }
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    private static @Nullable Object marshalled(@Nullable Object value) {
        if (value instanceof SdkAutoConstructList) {
            return null;
        }
        if (value instanceof List<?> list) {
            List<?> visible = list.stream()
                    .map(AsMarshalled::marshalled)
                    .filter(Objects::nonNull)
                    .toList();
            return visible.isEmpty() && !list.isEmpty() ? null : visible;
        }
        if (value instanceof SdkPojo structure) {
            SdkPojo visible = of(structure, (SdkPojo) ((ToCopyableBuilder<?, ?>) structure).toBuilder());
            return visible.sdkFields().stream()
                            .map(field -> field.getValueOrDefault(visible))
                            .allMatch(member -> member == null || member instanceof SdkAutoConstructList)
                    ? null
                    : visible;
        }
        return value;
    }
}
