package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.AnswerAdopter;
import io.github.mockelasticache.internal.engine.AnswerType;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Told;
import io.github.mockelasticache.internal.parameter.CacheParameter.Modifiable;
import io.github.mockelasticache.internal.parameter.GroupParameters.Values;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.ChangeType;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParametersResponse;
import software.amazon.awssdk.services.elasticache.model.Parameter;

/**
 * The parameters of a group as they were described elsewhere: what its owner has set, and what the service says of the others,
 * which may be more, or in other words, than the mock knows of the family.
 */
final class ToldParameters implements AnswerAdopter<DescribeCacheParametersResponse> {

    static final AnswerType<DescribeCacheParametersResponse> TYPE = new AnswerType<>(
            "DescribeCacheParameters", DescribeCacheParametersResponse.class, "CacheParameterGroupName");

    private static final Set<String> DATA_TYPES = Set.of("string", "integer", "float", "boolean");

    @Override
    public void adopt(String groupName, DescribeCacheParametersResponse told, RegionState region, Adopter.Unfit unfit) {
        group(groupName, region, unfit);
        GroupParameters groups = region.ask(GroupParameters.class);
        Values before = groups.of(groupName);
        ParameterFamily family = before.family();
        SortedMap<String, String> changed = new TreeMap<>(before.changed());
        for (int index = 0; index < told.parameters().size(); index++) {
            Parameter each = told.parameters().get(index);
            String pointer = "/Parameters/" + index;
            boolean byOwner = ParameterSource.USER.toString().equals(each.source());
            CacheParameter parameter = parameter(each, byOwner, family, pointer, unfit);
            family = family.with(parameter);
            changed.remove(parameter.name());
            if (byOwner) {
                changed.put(parameter.name(), set(each, parameter, groupName, pointer, unfit));
            }
        }
        groups.put(groupName, new Values(family, before.clusterMode(), Collections.unmodifiableMap(changed)));
    }

    /** A parameter that depends on the node type is the same in all groups of a family, so it is only compared. */
    @Override
    public void requireGiven(
            String groupName, DescribeCacheParametersResponse told, RegionState region, Adopter.Unfit unfit) {
        DescribeCacheParametersResponse described = ParameterLists.ofGroup(group(groupName, region, unfit), region);
        ToldOfParameters.require(
                "",
                told.parameters(),
                told.cacheNodeTypeSpecificParameters(),
                described.parameters(),
                described.cacheNodeTypeSpecificParameters(),
                new Told(unfit),
                unfit);
    }

    private static CacheParameterGroup group(String name, RegionState region, Adopter.Unfit unfit) {
        CacheParameterGroup group = region.table(CACHE_PARAMETER_GROUP).find(name);
        if (group == null) {
            throw unfit.because(
                    "/CacheParameterGroupName",
                    "There is no cache parameter group " + name
                            + "; load the CacheParameterGroups of the account too.");
        }
        return group;
    }

    private static CacheParameter parameter(
            Parameter told, boolean byOwner, ParameterFamily family, String pointer, Adopter.Unfit unfit) {
        if (told.parameterName() == null) {
            throw unfit.because(pointer, "ParameterName is missing; a parameter needs it.");
        }
        CacheParameter known = family.parameter(told.parameterName());
        if (known != null && known.dependsOnNodeType()) {
            throw unfit.because(
                    pointer,
                    "The value of " + told.parameterName() + " depends on the node type in the family " + family.name()
                            + ", so it belongs to the CacheNodeTypeSpecificParameters.");
        }
        String dataType = orElse(told.dataType(), known == null ? null : known.dataType());
        if (dataType == null || !DATA_TYPES.contains(dataType)) {
            throw unfit.because(
                    pointer + (dataType == null ? "" : "/DataType"),
                    "A parameter that the mock does not know of in the family " + family.name()
                            + " needs a DataType: string, integer, float or boolean.");
        }
        String allowed = orElse(
                told.allowedValues(),
                known == null ? null : known.allowedValues().text());
        ChangeType change = told.changeType() == null ? null : told.changeType();
        if (change == ChangeType.UNKNOWN_TO_SDK_VERSION) {
            throw unfit.because(pointer + "/ChangeType", "There are the change types immediate and requires-reboot.");
        }
        String minimum = orElse(told.minimumEngineVersion(), known == null ? null : known.minimumEngineVersion());
        String description = orElse(told.description(), known == null ? null : known.description());
        return new CacheParameter(
                told.parameterName(),
                byOwner ? (known == null ? null : known.value()) : told.parameterValue(),
                null,
                dataType,
                new AllowedValues(allowed),
                modifiable(told.isModifiable(), known),
                change != null ? change : known == null ? ChangeType.IMMEDIATE : known.changeType(),
                minimum == null ? "" : minimum,
                description == null ? "" : description);
    }

    private static String set(
            Parameter told, CacheParameter parameter, String groupName, String pointer, Adopter.Unfit unfit) {
        if (CACHE_PARAMETER_GROUP.reserved().test(groupName)) {
            throw unfit.because(
                    pointer + "/Source",
                    "No one can set a parameter of " + groupName + ", which is the service's own.");
        }
        String value = told.parameterValue();
        if (value == null || !parameter.admits(value)) {
            throw unfit.because(
                    pointer + (value == null ? "" : "/ParameterValue"),
                    "A parameter whose Source is user has a ParameterValue that is allowed: "
                            + parameter.allowedValues().text() + ".");
        }
        return value;
    }

    /** Who may change what is modifiable only in a group that no cluster uses is not told by one group. */
    private static Modifiable modifiable(@Nullable Boolean told, @Nullable CacheParameter known) {
        if (told == null || (known != null && known.modifiable() == Modifiable.UNATTACHED)) {
            return known == null ? Modifiable.NO : known.modifiable();
        }
        return told ? Modifiable.YES : Modifiable.NO;
    }

    private static @Nullable String orElse(@Nullable String told, @Nullable String known) {
        return told == null ? known : told;
    }
}
