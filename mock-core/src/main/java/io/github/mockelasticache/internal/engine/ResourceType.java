package io.github.mockelasticache.internal.engine;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/**
 * A type of resource: the key to its table, its ARNs, its events and its error for a name that does not exist.
 *
 * @param model the SDK's model class of the resource
 * @param arnName the type's word in ARNs, for example {@code securitygroup}
 * @param sourceType the type's word in events
 * @param notFound the error for a name that does not exist
 * @param reserved whether a name belongs to the service, so that its tags cannot be changed
 * @param tagRule what the tag operations require of the resource
 * @param global whether its resources belong to no region, but to the account
 * @param <T> the SDK's model class of the resource
 */
public record ResourceType<T>(
        Class<T> model,
        String arnName,
        SourceType sourceType,
        BiFunction<Faults, String, AwsServiceException> notFound,
        Predicate<String> reserved,
        TagRule<T> tagRule,
        boolean global) {

    /**
     * A type whose resources belong to a region.
     *
     * @param model the SDK's model class of the resource
     * @param arnName the type's word in ARNs
     * @param sourceType the type's word in events
     * @param notFound the error for a name that does not exist
     * @param reserved whether a name belongs to the service
     * @param tagRule what the tag operations require of the resource
     */
    public ResourceType(
            Class<T> model,
            String arnName,
            SourceType sourceType,
            BiFunction<Faults, String, AwsServiceException> notFound,
            Predicate<String> reserved,
            TagRule<T> tagRule) {
        this(model, arnName, sourceType, notFound, reserved, tagRule, false);
    }

    /**
     * A type whose resources have tags whatever their state.
     *
     * @param model the SDK's model class of the resource
     * @param arnName the type's word in ARNs
     * @param sourceType the type's word in events
     * @param notFound the error for a name that does not exist
     * @param reserved whether a name belongs to the service
     */
    public ResourceType(
            Class<T> model,
            String arnName,
            SourceType sourceType,
            BiFunction<Faults, String, AwsServiceException> notFound,
            Predicate<String> reserved) {
        this(model, arnName, sourceType, notFound, reserved, (faults, name, found) -> {});
    }

    /**
     * The ARNs of the resources that a Describe request asks about.
     *
     * @param name the name in the request; null for all
     * @param region the region that is asked
     * @return the ARN of the one named, or those of all
     */
    public Collection<String> arns(@Nullable String name, RegionState region) {
        return name == null
                ? region.table(this).names().stream()
                        .map(each -> region.arn(this, each))
                        .toList()
                : List.of(region.arn(this, name));
    }

    /**
     * The service's word for a list of them, as the answer of their Describe operation has it.
     *
     * @return for example {@code CacheSecurityGroups}
     */
    public String listName() {
        return model.getSimpleName() + "s";
    }

    /** Types are the same only if they are one object: each is a constant of its family. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return arnName.hashCode();
    }
}
