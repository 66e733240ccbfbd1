package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ParameterGroupUsers;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.parameter.CacheParameter.Modifiable;
import io.github.mockelasticache.internal.parameter.GroupParameters.Values;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;

/**
 * New values for the parameters of a group, checked and then applied all together.
 *
 * <p>The service's own wordings: too many parameters (hashicorp/terraform-provider-aws#1221), a parameter that the family does not
 * have (hashicorp/terraform-provider-aws#17004), a value that is not allowed (cloudposse/terraform-aws-elasticache-redis#141). That
 * of a parameter which cannot be modified is not known. The events have the wording of a cluster that takes over a new value
 * ("ElastiCache SNS events", user guide).
 */
final class ParameterChanges {

    /** "A maximum of 20 parameters may be modified per request" (ModifyCacheParameterGroup, API reference). */
    private static final int MOST = 20;

    private final CacheParameterGroup group;
    private final Call call;
    private final Values before;
    private final boolean inUse;

    private ParameterChanges(CacheParameterGroup group, Call call) {
        this.group = group;
        this.call = call;
        this.before = call.region().ask(GroupParameters.class).of(group.cacheParameterGroupName());
        this.inUse = !call.region().references().usersOf(group.arn()).isEmpty();
    }

    static ParameterChanges of(CacheParameterGroup group, Call call) {
        return new ParameterChanges(group, call);
    }

    static void requireAFew(List<ParameterNameValue> parameters, Call call) {
        if (parameters.size() > MOST) {
            throw call.faults()
                    .invalidParameterCombination("Cannot modify more than " + MOST + " parameters in a single request");
        }
    }

    /** What the owner has set, together with new values. */
    SortedMap<String, String> set(List<ParameterNameValue> parameters) {
        SortedMap<String, String> set = new TreeMap<>(before.changed());
        Set<String> named = new HashSet<>();
        for (ParameterNameValue each : parameters) {
            CacheParameter parameter = modifiable(each, named);
            String value = each.parameterValue();
            if (value == null) {
                throw call.faults()
                        .invalidParameterValue("The parameter ParameterValue must be provided and must not be null.");
            }
            if (!parameter.admits(value)) {
                String allowed = parameter.allowedValues().text();
                throw call.faults()
                        .invalidParameterValue(
                                "invalid parameter value, allowed values are:" + (allowed == null ? "" : allowed));
            }
            set.put(parameter.name(), value);
        }
        return set;
    }

    /** What the owner has set, without some parameters. Their values in the request do not matter: only names are reset. */
    SortedMap<String, String> without(List<ParameterNameValue> parameters) {
        SortedMap<String, String> kept = new TreeMap<>(before.changed());
        Set<String> named = new HashSet<>();
        for (ParameterNameValue each : parameters) {
            kept.remove(modifiable(each, named).name());
        }
        return kept;
    }

    /** Nothing that the owner has set. */
    SortedMap<String, String> withoutAny() {
        before.changed().keySet().forEach(this::modifiable);
        return Collections.emptySortedMap();
    }

    /** Gives the group what its owner has set from now on, and tells its clusters which values are new. */
    void apply(SortedMap<String, String> changed) {
        RegionState region = call.region();
        Values after = new Values(before.family(), before.clusterMode(), Collections.unmodifiableMap(changed));
        SortedMap<String, String> news = new TreeMap<>();
        boolean requiresReboot = false;
        for (CacheParameter parameter : before.family().parameters().values()) {
            String value = Objects.requireNonNullElse(after.of(parameter), "");
            if (!value.equals(Objects.requireNonNullElse(before.of(parameter), ""))) {
                news.put(parameter.name(), value);
                requiresReboot |= parameter.requiresReboot();
            }
        }
        region.ask(GroupParameters.class).put(group.cacheParameterGroupName(), after);
        for (Map.Entry<String, String> each : news.entrySet()) {
            region.emit(
                    CACHE_PARAMETER_GROUP,
                    group.cacheParameterGroupName(),
                    "Updated parameter " + each.getKey() + " to " + each.getValue());
        }
        if (inUse && !news.isEmpty()) {
            region.ask(ParameterGroupUsers.class)
                    .parametersChanged(group, Collections.unmodifiableMap(news), requiresReboot);
        }
    }

    private CacheParameter modifiable(ParameterNameValue entry, Set<String> named) {
        String name = call.parameters().required("ParameterName", entry.parameterName());
        if (!named.add(name)) {
            throw call.faults()
                    .invalidParameterCombination("The parameter " + name + " is named more than once in one request.");
        }
        return modifiable(name);
    }

    private CacheParameter modifiable(String name) {
        CacheParameter parameter = before.family().parameter(name);
        if (parameter == null) {
            throw call.faults().invalidParameterValue("Parameter " + name + " doesn't exist");
        }
        if (parameter.modifiable() == Modifiable.NO) {
            throw call.faults().invalidParameterValue("The parameter " + name + " cannot be modified.");
        }
        if (parameter.modifiable() == Modifiable.UNATTACHED && inUse) {
            throw call.faults()
                    .invalidParameterValue("The parameter " + name + " cannot be modified while a cluster uses the"
                            + " parameter group " + group.cacheParameterGroupName() + ".");
        }
        return parameter;
    }
}
