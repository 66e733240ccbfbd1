package io.github.mockelasticache.internal.engineversion;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.AnswerType;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Told;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.services.elasticache.model.CacheEngineVersion;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheEngineVersionsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheEngineVersionsResponse;

/**
 * The operation DescribeCacheEngineVersions.
 *
 * <p>The order is that of the output in the AWS CLI reference: engine by engine, versions as text, so 2.8.24 comes before 2.8.6.
 * A filter that nothing matches, a word that is no engine included, gives an empty list; the API reference lists no errors for
 * this operation.
 */
public final class CacheEngineVersions implements Family {

    private static final NavigableMap<String, EngineVersion> IN_ORDER = inOrder();

    @Override
    public void register(Operations operations) {
        operations.handle(DescribeCacheEngineVersionsRequest.class, this::describe);
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.addAnswer(
                new AnswerType<>("DescribeCacheEngineVersions", DescribeCacheEngineVersionsResponse.class, ""),
                CacheEngineVersions::requireKnown);
    }

    /** The versions are the service's, and not an account's: what is told of them must be what the mock has from the start. */
    private static void requireKnown(
            String region, DescribeCacheEngineVersionsResponse told, RegionState state, Adopter.Unfit unfit) {
        for (int index = 0; index < told.cacheEngineVersions().size(); index++) {
            CacheEngineVersion each = told.cacheEngineVersions().get(index);
            EngineVersion known = IN_ORDER.get(each.engine() + " " + each.engineVersion());
            if (known == null) {
                throw unfit.because(
                        "/CacheEngineVersions/" + index,
                        "The mock has no engine version " + each.engine() + " " + each.engineVersion()
                                + ", and its versions cannot be changed; leave this out.");
            }
            new Told(unfit).requireDescribed("/CacheEngineVersions/" + index, each, described(known));
        }
    }

    private DescribeCacheEngineVersionsResponse.Builder describe(
            DescribeCacheEngineVersionsRequest request, Call call) {
        String engine = call.parameters().optional("Engine", request.engine());
        String version = call.parameters().optional("EngineVersion", request.engineVersion());
        String family = call.parameters().optional("CacheParameterGroupFamily", request.cacheParameterGroupFamily());
        boolean defaultOnly = Boolean.TRUE.equals(request.defaultOnly());

        Predicate<EngineVersion> asked = each -> (engine == null || engine.equalsIgnoreCase(each.engine()))
                && (version == null
                        || each.version().equals(version)
                        || (defaultOnly && each.version().startsWith(version + ".")))
                && (family == null || family.equals(each.parameterFamily()));
        Page<EngineVersion> page =
                call.paging(request.maxRecords(), request.marker()).of(IN_ORDER, defaultOnly ? newestOf(asked) : asked);
        return DescribeCacheEngineVersionsResponse.builder()
                .cacheEngineVersions(page.items().stream()
                        .map(CacheEngineVersions::described)
                        .toList())
                .marker(page.marker());
    }

    /**
     * "Only the default version of the specified engine or engine and major version combination" (DescribeCacheEngineVersions, API
     * reference): with DefaultOnly, EngineVersion may be a major version, and of each engine the newest version that is asked for
     * remains.
     */
    private static Predicate<EngineVersion> newestOf(Predicate<EngineVersion> asked) {
        Map<String, EngineVersion> newest = new HashMap<>();
        EngineVersions.all().stream().filter(asked).forEach(ascending -> newest.put(ascending.engine(), ascending));
        return newest::containsValue;
    }

    private static CacheEngineVersion described(EngineVersion version) {
        return CacheEngineVersion.builder()
                .engine(version.engine())
                .engineVersion(version.version())
                .cacheParameterGroupFamily(version.parameterFamily())
                .cacheEngineDescription(version.engineDescription())
                .cacheEngineVersionDescription(version.versionDescription())
                .build();
    }

    private static NavigableMap<String, EngineVersion> inOrder() {
        NavigableMap<String, EngineVersion> versions = new TreeMap<>();
        EngineVersions.all().forEach(each -> versions.put(each.engine() + " " + each.version(), each));
        return Collections.unmodifiableNavigableMap(versions);
    }
}
