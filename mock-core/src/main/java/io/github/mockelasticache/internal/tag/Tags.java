package io.github.mockelasticache.internal.tag;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.AnswerAdopter;
import io.github.mockelasticache.internal.engine.AnswerType;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ResourceType;
import io.github.mockelasticache.internal.engine.ResourceTypes;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.engine.TagSets;
import io.github.mockelasticache.internal.engine.Told;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.elasticache.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.elasticache.model.RemoveTagsFromResourceRequest;
import software.amazon.awssdk.services.elasticache.model.RemoveTagsFromResourceResponse;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The tag operations, on every type of resource that has tags. Each answers the complete resulting list of tags. */
public final class Tags implements Family {

    private static final int ARN_COMPONENTS = 7;

    private final Map<String, ResourceType<?>> typesByArnName;

    /**
     * The tag operations on some types of resource. What belongs to no region has no tags ("Tagging your
     * ElastiCache resources", user guide).
     *
     * @param types the types
     */
    public Tags(List<ResourceType<?>> types) {
        this.typesByArnName = types.stream()
                .filter(type -> !type.global())
                .collect(Collectors.toMap(ResourceType::arnName, Function.identity()));
    }

    @Override
    public void register(Operations operations) {
        operations.handle(AddTagsToResourceRequest.class, this::add);
        operations.handle(ListTagsForResourceRequest.class, this::list);
        operations.handle(RemoveTagsFromResourceRequest.class, this::remove);
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.addAnswer(
                new AnswerType<>("ListTagsForResource", ListTagsForResourceResponse.class, "ResourceName"),
                new ToldTags());
    }

    /** Tags that are told belong to the resource alone: those of a group's members are told for each of them. */
    private final class ToldTags implements AnswerAdopter<ListTagsForResourceResponse> {

        @Override
        public void adopt(String arn, ListTagsForResourceResponse told, RegionState region, Adopter.Unfit unfit) {
            ResourceType<?> type = type(arn, region);
            String name = type == null ? "" : name(arn);
            if (type == null || region.table(type).find(name) == null) {
                throw unfit.because(
                        "/ResourceName", "There is no resource with tags " + arn + "; load those of the account too.");
            }
            if (type.reserved().test(name) && !told.tagList().isEmpty()) {
                throw unfit.because(
                        "/TagList", "The resource " + arn + " belongs to the service, and has no tags; leave it out.");
            }
            region.tags().adopt(region.arn(type, name), told.tagList(), unfit);
        }

        @Override
        public void requireGiven(
                String arn, ListTagsForResourceResponse told, RegionState region, Adopter.Unfit unfit) {
            new Told(unfit)
                    .requireDescribed(
                            "",
                            told,
                            ListTagsForResourceResponse.builder()
                                    .tagList(region.tags()
                                            .of(region.arn(Objects.requireNonNull(type(arn, region)), name(arn))))
                                    .build());
        }
    }

    private AddTagsToResourceResponse.Builder add(AddTagsToResourceRequest request, Call call) {
        Resource resource = changeable(request.resourceName(), call);
        String arn = resource.arn();
        TagSets tags = call.region().tags();
        List<Tag> added = call.parameters().required("Tags", request.tags());
        Collection<String> members = members(resource, call);
        tags.check(arn, added, call.faults());
        members.forEach(member -> tags.check(member, added, call.faults()));
        tags.add(arn, added, call.faults());
        members.forEach(member -> tags.add(member, added, call.faults()));
        emit(resource, call);
        return AddTagsToResourceResponse.builder().tagList(call.region().tags().of(arn));
    }

    private ListTagsForResourceResponse.Builder list(ListTagsForResourceRequest request, Call call) {
        String arn = existing(request.resourceName(), call).arn();
        return ListTagsForResourceResponse.builder()
                .tagList(call.region().tags().of(arn));
    }

    private RemoveTagsFromResourceResponse.Builder remove(RemoveTagsFromResourceRequest request, Call call) {
        Resource resource = changeable(request.resourceName(), call);
        String arn = resource.arn();
        TagSets tags = call.region().tags();
        List<String> keys = call.parameters().required("TagKeys", request.tagKeys());
        tags.remove(arn, keys, call.faults());
        for (String member : members(resource, call)) {
            Set<String> present = tags.of(member).stream().map(Tag::key).collect(Collectors.toSet());
            tags.remove(member, keys.stream().filter(present::contains).toList(), call.faults());
        }
        emit(resource, call);
        return RemoveTagsFromResourceResponse.builder()
                .tagList(call.region().tags().of(arn));
    }

    private Resource changeable(@Nullable String resourceName, Call call) {
        Resource resource = existing(resourceName, call);
        if (resource.type().reserved().test(resource.name())) {
            throw call.faults()
                    .invalidParameterValue("The tags of the resource " + resource.arn()
                            + " cannot be changed: it belongs to the service.");
        }
        return resource;
    }

    /** Only of serverless caches an event tells that their tags have changed ("Serverless cache events", user guide). */
    private static void emit(Resource resource, Call call) {
        if (resource.type().equals(ResourceTypes.SERVERLESS_CACHE)) {
            call.region()
                    .emit(
                            ResourceTypes.SERVERLESS_CACHE,
                            resource.name(),
                            "Tags updated for the cache " + Table.key(resource.name()) + ".");
        }
    }

    /** "Tags on replication groups will be replicated to all nodes" (CreateReplicationGroup), and follow when they change. */
    private static Collection<String> members(Resource resource, Call call) {
        return resource.type().equals(ResourceTypes.REPLICATION_GROUP)
                ? call.existing(ResourceTypes.REPLICATION_GROUP, resource.name()).memberClusters().stream()
                        .map(cluster -> call.region().arn(ResourceTypes.CACHE_CLUSTER, cluster))
                        .toList()
                : List.of();
    }

    /** The resource that an ARN names; {@code InvalidARN} unless it is one of this account and region, of a type with tags. */
    private Resource existing(@Nullable String resourceName, Call call) {
        String arn = call.parameters().required("ResourceName", resourceName);
        if (arn.split(":", -1).length != ARN_COMPONENTS) {
            // The wording is the service's own: ekristen/aws-nuke#208.
            throw call.faults()
                    .of(ServiceError.INVALID_ARN, "Input ARN string does not have " + ARN_COMPONENTS + " components.");
        }
        RegionState region = call.region();
        ResourceType<?> type = type(arn, region);
        if (type == null) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_ARN,
                            "The ARN " + arn + " is not the ARN of a taggable resource of this account in "
                                    + region.region().id() + ".");
        }
        String name = name(arn);
        requireTaggable(type, name, call);
        return new Resource(type, name, region.arn(type, name));
    }

    /** The type of the resource that an ARN names; null unless it is one of this account and region, of a type with tags. */
    private @Nullable ResourceType<?> type(String arn, RegionState region) {
        boolean here = arn.startsWith(region.arnPrefix()) && arn.split(":", ARN_COMPONENTS).length == ARN_COMPONENTS;
        return here ? typesByArnName.get(arn.split(":", ARN_COMPONENTS)[ARN_COMPONENTS - 2]) : null;
    }

    private static String name(String arn) {
        return arn.split(":", ARN_COMPONENTS)[ARN_COMPONENTS - 1];
    }

    private static <T> void requireTaggable(ResourceType<T> type, String name, Call call) {
        type.tagRule().require(call.faults(), name, call.region().table(type).find(name));
        call.existing(type, name);
    }

    private record Resource(ResourceType<?> type, String name, String arn) {}
}
