package io.github.mockelasticache.samples.provisioner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheParameterGroupStateException;
import software.amazon.awssdk.services.elasticache.model.Parameter;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;

/** The cache parameter group: what differs from the defaults of the engine. */
record ParameterGroup(ElastiCacheClient client, Watch watch, Blueprint blueprint) implements Resource {

    /** "A maximum of 20 parameters may be modified in a single request" (ModifyCacheParameterGroup, API reference). */
    private static final int MOST_AT_ONCE = 20;

    @Override
    public Part part() {
        return Part.PARAMETER_GROUP;
    }

    @Override
    public boolean exists() {
        try {
            client.describeCacheParameterGroups(named -> named.cacheParameterGroupName(blueprint.name()));
            return true;
        } catch (CacheParameterGroupNotFoundException absent) {
            return false;
        }
    }

    @Override
    public boolean create() {
        try {
            client.createCacheParameterGroup(group -> group.cacheParameterGroupName(blueprint.name())
                    .cacheParameterGroupFamily(Blueprint.PARAMETER_FAMILY)
                    .description("Parameters of " + blueprint.name()));
            return true;
        } catch (CacheParameterGroupAlreadyExistsException overtaken) {
            return false;
        }
    }

    @Override
    public Result adjust() {
        requireFamily();
        Map<String, String> present = setByUsers();
        List<ParameterNameValue> differing = new ArrayList<>();
        new TreeMap<>(blueprint.parameters()).forEach((name, value) -> {
            if (!value.equals(present.get(name))) {
                differing.add(ParameterNameValue.builder()
                        .parameterName(name)
                        .parameterValue(value)
                        .build());
            }
        });
        for (int from = 0; from < differing.size(); from += MOST_AT_ONCE) {
            List<ParameterNameValue> some = differing.subList(from, Math.min(from + MOST_AT_ONCE, differing.size()));
            watch.untilTaken(
                    () -> client.modifyCacheParameterGroup(group ->
                            group.cacheParameterGroupName(blueprint.name()).parameterNameValues(some)),
                    InvalidCacheParameterGroupStateException.class::isInstance);
        }
        return differing.isEmpty() ? Result.unchanged(words(blueprint.parameters())) : Result.changed(words(differing));
    }

    /** Refused while a change is pending, and while a cache is still a member. */
    @Override
    public void delete() {
        watch.untilTaken(
                () -> {
                    try {
                        client.deleteCacheParameterGroup(group -> group.cacheParameterGroupName(blueprint.name()));
                    } catch (CacheParameterGroupNotFoundException overtaken) {
                        // Gone is what was asked for.
                    }
                },
                InvalidCacheParameterGroupStateException.class::isInstance);
    }

    private void requireFamily() {
        String family = client.describeCacheParameterGroups(named -> named.cacheParameterGroupName(blueprint.name()))
                .cacheParameterGroups()
                .get(0)
                .cacheParameterGroupFamily();
        if (!family.equals(Blueprint.PARAMETER_FAMILY)) {
            throw Shortfall.failed("is of family " + family + ", not " + Blueprint.PARAMETER_FAMILY);
        }
    }

    private Map<String, String> setByUsers() {
        return client
                .describeCacheParametersPaginator(
                        group -> group.cacheParameterGroupName(blueprint.name()).source("user"))
                .stream()
                .flatMap(page -> page.parameters().stream())
                .collect(Collectors.toMap(Parameter::parameterName, Parameter::parameterValue));
    }

    private static String words(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String words(List<ParameterNameValue> parameters) {
        return parameters.stream()
                .map(each -> each.parameterName() + "=" + each.parameterValue())
                .collect(Collectors.joining(", "));
    }
}
