package io.github.mockelasticache.internal.parameter;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.AnswerAdopter;
import io.github.mockelasticache.internal.engine.AnswerType;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Told;
import software.amazon.awssdk.services.elasticache.model.DescribeEngineDefaultParametersResponse;
import software.amazon.awssdk.services.elasticache.model.EngineDefaults;

/** The defaults of a family are the service's, and not an account's: what is told of them must be what the mock has. */
final class ToldDefaults implements AnswerAdopter<DescribeEngineDefaultParametersResponse> {

    static final AnswerType<DescribeEngineDefaultParametersResponse> TYPE =
            new AnswerType<>("DescribeEngineDefaultParameters", DescribeEngineDefaultParametersResponse.class, "");

    private static final String DEFAULTS = "/EngineDefaults";

    @Override
    public void adopt(
            String ofRegion, DescribeEngineDefaultParametersResponse told, RegionState region, Adopter.Unfit unfit) {
        EngineDefaults defaults = told.engineDefaults();
        if (defaults == null) {
            return;
        }
        if (defaults.marker() != null) {
            throw unfit.because(
                    DEFAULTS + "/Marker",
                    "This is a page of a longer list; let the AWS CLI print all of it, without --max-items.");
        }
        String name = defaults.cacheParameterGroupFamily();
        if (name == null) {
            throw unfit.because(
                    DEFAULTS,
                    "Of which family these are is not told; add CacheParameterGroupFamily with what the request named.");
        }
        ParameterFamily family = ParameterFamily.find(name);
        if (family == null) {
            throw unfit.because(DEFAULTS + "/CacheParameterGroupFamily", CacheParameterGroups.unknownFamily(name));
        }
        EngineDefaults described = ParameterLists.ofFamily(family);
        ToldOfParameters.require(
                DEFAULTS,
                defaults.parameters(),
                defaults.cacheNodeTypeSpecificParameters(),
                described.parameters(),
                described.cacheNodeTypeSpecificParameters(),
                new Told(unfit),
                unfit);
    }
}
