package io.github.mockelasticache.internal.parameter;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.Told;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticache.model.CacheNodeTypeSpecificParameter;
import software.amazon.awssdk.services.elasticache.model.CacheNodeTypeSpecificValue;
import software.amazon.awssdk.services.elasticache.model.Parameter;

/** Compares lists of parameters with what the mock says of each; which of them are told, and in which order, is free. */
final class ToldOfParameters {

    private ToldOfParameters() {}

    static void require(
            String pointer,
            List<Parameter> told,
            List<CacheNodeTypeSpecificParameter> toldByNodeType,
            List<Parameter> described,
            List<CacheNodeTypeSpecificParameter> describedByNodeType,
            Told comparison,
            Adopter.Unfit unfit) {
        each(pointer + "/Parameters", told, described, Parameter::parameterName, comparison, unfit);
        each(
                pointer + "/CacheNodeTypeSpecificParameters",
                without(toldByNodeType),
                without(describedByNodeType),
                CacheNodeTypeSpecificParameter::parameterName,
                comparison,
                unfit);
        Map<String, CacheNodeTypeSpecificParameter> byName = describedByNodeType.stream()
                .collect(Collectors.toMap(CacheNodeTypeSpecificParameter::parameterName, Function.identity()));
        for (int index = 0; index < toldByNodeType.size(); index++) {
            CacheNodeTypeSpecificParameter parameter = toldByNodeType.get(index);
            each(
                    pointer + "/CacheNodeTypeSpecificParameters/" + index + "/CacheNodeTypeSpecificValues",
                    parameter.cacheNodeTypeSpecificValues(),
                    Objects.requireNonNull(byName.get(parameter.parameterName()))
                            .cacheNodeTypeSpecificValues(),
                    CacheNodeTypeSpecificValue::cacheNodeType,
                    comparison,
                    unfit);
        }
    }

    private static List<CacheNodeTypeSpecificParameter> without(List<CacheNodeTypeSpecificParameter> parameters) {
        return parameters.stream()
                .map(each -> each.toBuilder()
                        .cacheNodeTypeSpecificValues(List.<CacheNodeTypeSpecificValue>of())
                        .build())
                .toList();
    }

    private static <T extends SdkPojo> void each(
            String pointer,
            List<T> told,
            List<T> described,
            Function<T, @Nullable String> name,
            Told comparison,
            Adopter.Unfit unfit) {
        for (int index = 0; index < told.size(); index++) {
            T one = told.get(index);
            String place = pointer + "/" + index;
            String named = name.apply(one);
            T own = described.stream()
                    .filter(each -> named != null && named.equals(name.apply(each)))
                    .findFirst()
                    .orElseThrow(() -> unfit.because(
                            place, "The mock knows of no " + named + " here, and cannot be told; leave it out."));
            comparison.requireDescribed(place, one, own);
        }
    }
}
