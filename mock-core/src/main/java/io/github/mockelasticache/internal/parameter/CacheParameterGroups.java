package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.GlobalGroups;
import io.github.mockelasticache.internal.engine.GlobalParameterGroups;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.ParameterGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.parameter.GroupParameters.Values;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheParameterGroupResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheParameterGroupResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParameterGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParameterGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParametersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEngineDefaultParametersRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheParameterGroupResponse;
import software.amazon.awssdk.services.elasticache.model.ResetCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ResetCacheParameterGroupResponse;

/**
 * The cache parameter group operations.
 *
 * <p>The service's own wordings: a group that exists already (public Terraform logs), an unknown family
 * (cloudposse/terraform-aws-elasticache-redis#231), a group in use (aws-controllers-k8s/community#2004). Those of a default group,
 * of the quota and of the events are not known and follow those of the sister operations.
 *
 * <p>What the service needs some seconds for takes effect at once: a new group is found, a changed one can be reset and deleted.
 */
public final class CacheParameterGroups implements Family {

    private static final String DEFAULT = "default.";
    private static final String CLUSTER_ON = ".cluster.on";
    private static final int LONGEST_NAME = 255;
    private static final int DEFAULT_GROUPS = ParameterFamily.all().stream()
            .mapToInt(family -> family.clusterMode() ? 2 : 1)
            .sum();

    @Override
    public void register(Operations operations) {
        operations.handle(CreateCacheParameterGroupRequest.class, this::create);
        operations.handle(DeleteCacheParameterGroupRequest.class, this::delete);
        operations.handle(DescribeCacheParameterGroupsRequest.class, this::describe);
        operations.handle(DescribeCacheParametersRequest.class, ParameterLists::ofGroup);
        operations.handle(DescribeEngineDefaultParametersRequest.class, ParameterLists::ofFamily);
        operations.handle(ModifyCacheParameterGroupRequest.class, this::modify);
        operations.handle(ResetCacheParameterGroupRequest.class, this::reset);
    }

    /** The names and descriptions are those of "Listing ElastiCache parameter groups by name", user guide. */
    @Override
    public void open(RegionState region) {
        GroupParameters parameters = new GroupParameters();
        region.offer(GroupParameters.class, parameters);
        region.offer(ParameterGroups.class, parameters);
        region.offer(GlobalParameterGroups.class, new GroupsOfMembers(region));
        for (ParameterFamily family : ParameterFamily.all()) {
            String name = DEFAULT + family.name();
            put(region, name, "Default parameter group for " + family.name(), Values.defaultsOf(family));
            if (family.clusterMode()) {
                put(
                        region,
                        name + CLUSTER_ON,
                        "Customized default parameter group for " + family.name() + " with cluster mode on",
                        new Values(family, true, Map.of()));
            }
        }
    }

    private CreateCacheParameterGroupResponse.Builder create(CreateCacheParameterGroupRequest request, Call call) {
        String name = call.parameters()
                .identifier("CacheParameterGroupName", request.cacheParameterGroupName(), LONGEST_NAME);
        ParameterFamily family = family(request.cacheParameterGroupFamily(), call);
        String description = call.parameters().required("Description", request.description());
        RegionState region = call.region();
        Table<CacheParameterGroup> groups = region.table(CACHE_PARAMETER_GROUP);
        if (groups.find(name) != null) {
            throw call.faults()
                    .of(
                            ServiceError.CACHE_PARAMETER_GROUP_ALREADY_EXISTS,
                            "Parameter group " + name + " already exists");
        }
        int quota = region.settings().quotas().of(Quota.CACHE_PARAMETER_GROUPS);
        if (groups.size() - DEFAULT_GROUPS >= quota) {
            throw call.faults()
                    .of(
                            ServiceError.CACHE_PARAMETER_GROUP_QUOTA_EXCEEDED,
                            "You have already reached your quota of " + quota
                                    + " cache parameter groups in this region.");
        }
        region.tags().add(region.arn(CACHE_PARAMETER_GROUP, name), request.tags(), call.faults());

        CacheParameterGroup group = put(region, name, description, Values.defaultsOf(family));
        region.emit(CACHE_PARAMETER_GROUP, name, "Cache parameter group created");
        return CreateCacheParameterGroupResponse.builder().cacheParameterGroup(group);
    }

    private DescribeCacheParameterGroupsResponse.Builder describe(
            DescribeCacheParameterGroupsRequest request, Call call) {
        String name = call.parameters().optional("CacheParameterGroupName", request.cacheParameterGroupName());
        var paging = call.paging(request.maxRecords(), request.marker());
        Page<CacheParameterGroup> page = name == null
                ? call.region().table(CACHE_PARAMETER_GROUP).page(paging, each -> true)
                : Page.of(call.existing(CACHE_PARAMETER_GROUP, name));
        return DescribeCacheParameterGroupsResponse.builder()
                .cacheParameterGroups(page.items())
                .marker(page.marker());
    }

    private ModifyCacheParameterGroupResponse.Builder modify(ModifyCacheParameterGroupRequest request, Call call) {
        String name = call.parameters().required("CacheParameterGroupName", request.cacheParameterGroupName());
        ParameterChanges.requireAFew(
                call.parameters().required("ParameterNameValues", request.parameterNameValues()), call);
        CacheParameterGroup group = changeable(name, "modified", call);
        ParameterChanges changes = ParameterChanges.of(group, call);
        SortedMap<String, String> set = changes.set(request.parameterNameValues());

        changes.apply(set);
        return ModifyCacheParameterGroupResponse.builder().cacheParameterGroupName(group.cacheParameterGroupName());
    }

    private ResetCacheParameterGroupResponse.Builder reset(ResetCacheParameterGroupRequest request, Call call) {
        String name = call.parameters().required("CacheParameterGroupName", request.cacheParameterGroupName());
        boolean all = Boolean.TRUE.equals(request.resetAllParameters());
        if (all != request.parameterNameValues().isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Either ResetAllParameters must be true or ParameterNameValues must name"
                                    + " the parameters to reset, and not both.");
        }
        ParameterChanges.requireAFew(request.parameterNameValues(), call);
        CacheParameterGroup group = changeable(name, "reset", call);
        ParameterChanges changes = ParameterChanges.of(group, call);
        SortedMap<String, String> kept = all ? changes.withoutAny() : changes.without(request.parameterNameValues());

        changes.apply(kept);
        return ResetCacheParameterGroupResponse.builder().cacheParameterGroupName(group.cacheParameterGroupName());
    }

    private DeleteCacheParameterGroupResponse.Builder delete(DeleteCacheParameterGroupRequest request, Call call) {
        String name = call.parameters().required("CacheParameterGroupName", request.cacheParameterGroupName());
        CacheParameterGroup group = own(name, "deleted", call);
        RegionState region = call.region();
        if (!region.references().usersOf(group.arn()).isEmpty()) {
            throw invalidState(
                    call,
                    "One or more cache clusters are still members of this parameter group " + name
                            + ", so the group cannot be deleted.");
        }

        region.table(CACHE_PARAMETER_GROUP).remove(name);
        region.ask(GroupParameters.class).remove(name);
        region.forget(group.arn());
        region.emit(CACHE_PARAMETER_GROUP, name, "Cache parameter group deleted");
        return DeleteCacheParameterGroupResponse.builder();
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.add(
                CACHE_PARAMETER_GROUP,
                CacheParameterGroup::cacheParameterGroupName,
                "CacheParameterGroupName",
                CacheParameterGroups::adopt);
        adopters.addAnswer(ToldParameters.TYPE, new ToldParameters());
        adopters.addAnswer(ToldDefaults.TYPE, new ToldDefaults());
    }

    /** A description does not tell the values of parameters, so they are those of the family until they are told too. */
    private static void adopt(CacheParameterGroup group, RegionState region, Adopter.Unfit unfit) {
        String name = group.cacheParameterGroupName();
        if (CACHE_PARAMETER_GROUP.reserved().test(name)) {
            if (region.table(CACHE_PARAMETER_GROUP).find(name) == null) {
                throw unfit.because("/CacheParameterGroupName", "The mock knows no such default parameter group.");
            }
            if (group.description() != null) {
                region.table(CACHE_PARAMETER_GROUP)
                        .change(
                                name,
                                each -> each.toBuilder()
                                        .description(group.description())
                                        .build());
            }
            return; // It is there from the start, with what the service says of it.
        }
        ParameterFamily family = group.cacheParameterGroupFamily() == null
                ? null
                : ParameterFamily.find(group.cacheParameterGroupFamily());
        if (family == null) {
            throw unfit.because("/CacheParameterGroupFamily", unknownFamily(group.cacheParameterGroupFamily()));
        }
        put(region, name, group.description() == null ? "" : group.description(), Values.defaultsOf(family));
        region.ask(GlobalParameterGroups.class).mark(name, Boolean.TRUE.equals(group.isGlobal()));
    }

    /** What to say of a family that is not there to one who describes it. */
    static String unknownFamily(@Nullable String name) {
        return "The mock knows no parameter group family " + name + "; it knows "
                + ParameterFamily.all().stream().map(ParameterFamily::name).collect(Collectors.joining(", ")) + ".";
    }

    /** The family that a request names; the wording is the service's own: cloudposse/terraform-aws-elasticache-redis#231. */
    static ParameterFamily family(@Nullable String name, Call call) {
        String required = call.parameters().required("CacheParameterGroupFamily", name);
        ParameterFamily family = ParameterFamily.find(required);
        if (family == null) {
            throw call.faults()
                    .invalidParameterValue(
                            "CacheParameterGroupFamily " + required + " is not a valid parameter group family.");
        }
        return family;
    }

    /** A group of one's own whose parameters may be changed: that of a member of a global replication group not at all times. */
    private static CacheParameterGroup changeable(String name, String participle, Call call) {
        CacheParameterGroup group = own(name, participle, call);
        if (Boolean.TRUE.equals(group.isGlobal())) {
            call.region().ask(GlobalGroups.class).requireChangeable(group.cacheParameterGroupName(), call);
        }
        return group;
    }

    /** A group that is there, and that is not one of the service's. */
    private static CacheParameterGroup own(String name, String participle, Call call) {
        CacheParameterGroup group = call.existing(CACHE_PARAMETER_GROUP, name);
        if (CACHE_PARAMETER_GROUP.reserved().test(name)) {
            throw invalidState(
                    call,
                    "The cache parameter group " + name + " is a default one, so it cannot be " + participle + ".");
        }
        return group;
    }

    private static AwsServiceException invalidState(Call call, String message) {
        return call.faults().of(ServiceError.INVALID_CACHE_PARAMETER_GROUP_STATE, message);
    }

    static CacheParameterGroup put(RegionState region, String name, String description, Values values) {
        CacheParameterGroup group = CacheParameterGroup.builder()
                .cacheParameterGroupName(Table.key(name))
                .cacheParameterGroupFamily(values.family().name())
                .description(description)
                .isGlobal(false)
                .arn(region.arn(CACHE_PARAMETER_GROUP, name))
                .build();
        region.table(CACHE_PARAMETER_GROUP).put(name, group);
        region.ask(GroupParameters.class).put(name, values);
        return group;
    }
}
