package io.github.mockelasticache.testing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.Parameter;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;

/** The cache parameter groups that one client sees: how a test arranges them, and how it looks at them afterwards. */
public final class ParameterGroupsSeen {

    private final ElastiCacheClient client;

    private ParameterGroupsSeen(ElastiCacheClient client) {
        this.client = client;
    }

    public static ParameterGroupsSeen of(ElastiCacheClient client) {
        return new ParameterGroupsSeen(client);
    }

    public CacheParameterGroup create(String name, String family) {
        return client.createCacheParameterGroup(group -> group.cacheParameterGroupName(name)
                        .cacheParameterGroupFamily(family)
                        .description("the group " + name))
                .cacheParameterGroup();
    }

    /** Sets parameters: a name, its value, and so on. */
    public void set(String name, @Nullable String... namesAndValues) {
        client.modifyCacheParameterGroup(
                group -> group.cacheParameterGroupName(name).parameterNameValues(pairs(namesAndValues)));
    }

    public void reset(String name, String... parameters) {
        client.resetCacheParameterGroup(group -> group.cacheParameterGroupName(name)
                .parameterNameValues(List.of(parameters).stream()
                        .map(each ->
                                ParameterNameValue.builder().parameterName(each).build())
                        .toList()));
    }

    public void delete(String name) {
        client.deleteCacheParameterGroup(group -> group.cacheParameterGroupName(name));
    }

    public CacheParameterGroup named(String name) {
        return client.describeCacheParameterGroups(groups -> groups.cacheParameterGroupName(name))
                .cacheParameterGroups()
                .get(0);
    }

    public List<CacheParameterGroup> all() {
        return client.describeCacheParameterGroupsPaginator(all -> {}).cacheParameterGroups().stream()
                .toList();
    }

    public List<String> names() {
        return all().stream().map(CacheParameterGroup::cacheParameterGroupName).toList();
    }

    /** The names of the groups that are not the service's own. */
    public List<String> ownNames() {
        return names().stream().filter(name -> !name.startsWith("default.")).toList();
    }

    public Parameter parameter(String group, String parameter) {
        return client.describeCacheParametersPaginator(all -> all.cacheParameterGroupName(group)).parameters().stream()
                .collect(Collectors.toMap(Parameter::parameterName, Function.identity()))
                .get(parameter);
    }

    /** The parameters that the owner of a group has set, each as {@code name=value}. */
    public List<String> own(String group) {
        return ownParameters(group).stream()
                .map(each -> each.parameterName() + "=" + each.parameterValue())
                .toList();
    }

    /** The parameters that the owner of a group has set. */
    public List<Parameter> ownParameters(String group) {
        return client.describeCacheParameters(
                        all -> all.cacheParameterGroupName(group).source("user"))
                .parameters();
    }

    /** Names and values as a request lists them: a name, its value, and so on. */
    public static List<ParameterNameValue> pairs(@Nullable String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(index -> ParameterNameValue.builder()
                        .parameterName(namesAndValues[2 * index])
                        .parameterValue(namesAndValues[2 * index + 1])
                        .build())
                .toList();
    }
}
