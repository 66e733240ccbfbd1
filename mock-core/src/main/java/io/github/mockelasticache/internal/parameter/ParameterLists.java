package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.parameter.CacheParameter.Modifiable;
import io.github.mockelasticache.internal.parameter.GroupParameters.Values;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CacheNodeTypeSpecificParameter;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParametersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParametersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeEngineDefaultParametersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEngineDefaultParametersResponse;
import software.amazon.awssdk.services.elasticache.model.EngineDefaults;
import software.amazon.awssdk.services.elasticache.model.Parameter;

/**
 * The operations that list parameters.
 *
 * <p>A page holds parameters of both kinds, in one order: in the example of the API reference 25 records are 22 parameters and
 * three that depend on the node type.
 *
 * <p>A parameter has the source {@code user} where the owner of the group has set it, and {@code system} otherwise, in a family as
 * well: so ansible/ansible#21023 shows it, and Terraform's provider relies on it. (An example in the AWS CLI reference has {@code
 * user} for all that can be modified.) None has {@code engine-default}.
 */
final class ParameterLists {

    private ParameterLists() {}

    static DescribeCacheParametersResponse.Builder ofGroup(DescribeCacheParametersRequest request, Call call) {
        String name = call.parameters().required("CacheParameterGroupName", request.cacheParameterGroupName());
        ParameterSource asked =
                call.parameters().oneOf("Source", request.source(), Arrays.asList(ParameterSource.values()));
        var paging = call.paging(request.maxRecords(), request.marker());
        CacheParameterGroup group = call.existing(CACHE_PARAMETER_GROUP, name);
        Values values = call.region().ask(GroupParameters.class).of(name);
        boolean attached = isAttached(group, call.region());

        Page<CacheParameter> page =
                paging.of(values.family().parameters(), each -> asked == null || asked == source(each, values));
        return DescribeCacheParametersResponse.builder()
                .parameters(parameters(page.items(), values, !attached))
                .cacheNodeTypeSpecificParameters(dependingOnNodeType(page.items(), values.family()))
                .marker(page.marker());
    }

    static DescribeEngineDefaultParametersResponse.Builder ofFamily(
            DescribeEngineDefaultParametersRequest request, Call call) {
        ParameterFamily family = CacheParameterGroups.family(request.cacheParameterGroupFamily(), call);
        Page<CacheParameter> page =
                call.paging(request.maxRecords(), request.marker()).of(family.parameters(), each -> true);
        Values defaults = Values.defaultsOf(family);
        return DescribeEngineDefaultParametersResponse.builder()
                .engineDefaults(engineDefaults -> engineDefaults
                        .cacheParameterGroupFamily(family.name())
                        .parameters(parameters(page.items(), defaults, false))
                        .cacheNodeTypeSpecificParameters(dependingOnNodeType(page.items(), family))
                        .marker(page.marker()));
    }

    /** All that describing a group gives, in one page. */
    static DescribeCacheParametersResponse ofGroup(CacheParameterGroup group, RegionState region) {
        Values values = region.ask(GroupParameters.class).of(group.cacheParameterGroupName());
        List<CacheParameter> all = List.copyOf(values.family().parameters().values());
        return DescribeCacheParametersResponse.builder()
                .parameters(parameters(all, values, !isAttached(group, region)))
                .cacheNodeTypeSpecificParameters(dependingOnNodeType(all, values.family()))
                .build();
    }

    /** All that describing a family gives, in one page. */
    static EngineDefaults ofFamily(ParameterFamily family) {
        List<CacheParameter> all = List.copyOf(family.parameters().values());
        return EngineDefaults.builder()
                .cacheParameterGroupFamily(family.name())
                .parameters(parameters(all, Values.defaultsOf(family), false))
                .cacheNodeTypeSpecificParameters(dependingOnNodeType(all, family))
                .build();
    }

    private static boolean isAttached(CacheParameterGroup group, RegionState region) {
        return CACHE_PARAMETER_GROUP.reserved().test(group.cacheParameterGroupName())
                || !region.references().usersOf(group.arn()).isEmpty();
    }

    private static ParameterSource source(CacheParameter parameter, Values values) {
        return values.changed().containsKey(parameter.name()) ? ParameterSource.USER : ParameterSource.SYSTEM;
    }

    private static List<Parameter> parameters(List<CacheParameter> page, Values values, boolean unattached) {
        return page.stream()
                .filter(each -> !each.dependsOnNodeType())
                .map(each -> each.described(
                        values.of(each),
                        source(each, values),
                        each.modifiable() == Modifiable.YES
                                || (each.modifiable() == Modifiable.UNATTACHED && unattached)))
                .toList();
    }

    private static List<CacheNodeTypeSpecificParameter> dependingOnNodeType(
            List<CacheParameter> page, ParameterFamily family) {
        return page.stream()
                .filter(CacheParameter::dependsOnNodeType)
                .map(each -> each.describedOn(family.nodeTypes()))
                .toList();
    }
}
