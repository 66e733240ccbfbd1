package io.github.mockelasticache.internal.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.Tag;

/**
 * The tags of the resources of one region, by ARN, in the order in which their keys were first set.
 *
 * <p>A tag may have a null value (Tag, API reference), and then reads back without one.
 */
public final class TagSets {

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final Map<String, Map<String, @Nullable String>> byArn = new HashMap<>();
    private final int quota;

    TagSets(int quota) {
        this.quota = quota;
    }

    /**
     * The tags of a resource.
     *
     * @param arn its ARN
     * @return its tags; empty if it has none
     */
    public List<Tag> of(String arn) {
        return byArn.getOrDefault(arn, Map.of()).entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /** All tags by ARN. */
    SortedMap<String, List<Tag>> all() {
        SortedMap<String, List<Tag>> all = new TreeMap<>();
        byArn.keySet().stream().filter(arn -> !of(arn).isEmpty()).forEach(arn -> all.put(arn, of(arn)));
        return all;
    }

    /**
     * Checks that tags can be added to a resource.
     *
     * @param arn its ARN; it need not exist yet
     * @param added the tags
     * @param faults the call's errors: {@code InvalidParameterValue} for a tag that is none, {@code
     *     TagQuotaPerResourceExceeded} for too many
     */
    public void check(String arn, List<Tag> added, Faults faults) {
        Map<String, @Nullable String> tags = with(arn, added, faults);
        if (tags.size() > quota) {
            throw faults.of(
                    ServiceError.TAG_QUOTA_PER_RESOURCE_EXCEEDED,
                    "The maximum number of tags permitted on a resource is " + quota + ".");
        }
    }

    /**
     * Adds tags to a resource; a key that it has already gets the new value.
     *
     * @param arn its ARN
     * @param added the tags, which have been checked
     * @param faults the call's errors
     */
    public void add(String arn, List<Tag> added, Faults faults) {
        check(arn, added, faults);
        if (!added.isEmpty()) {
            byArn.put(arn, with(arn, added, faults));
        }
    }

    /**
     * Gives a resource the tags that were told of it elsewhere, in place of any that it has.
     *
     * @param arn its ARN
     * @param told the tags
     * @param unfit makes the error for tags that the service would not take
     */
    public void adopt(String arn, List<Tag> told, Adopter.Unfit unfit) {
        byArn.remove(arn);
        try {
            add(arn, told, new Faults(""));
        } catch (AwsServiceException refusal) {
            throw unfit.because("/TagList", refusal.awsErrorDetails().errorMessage());
        }
    }

    /**
     * Gives a resource that is new, and has no tags, those of another one.
     *
     * @param from the ARN of the other one
     * @param to the ARN of the new resource
     */
    public void copy(String from, String to) {
        Map<String, @Nullable String> tags = byArn.get(from);
        if (tags != null) {
            byArn.put(to, new LinkedHashMap<>(tags));
        }
    }

    /**
     * Removes tags from a resource.
     *
     * @param arn its ARN
     * @param keys the keys of the tags
     * @param faults the call's errors: {@code TagNotFound} for a key that the resource does not have; then nothing is removed
     */
    public void remove(String arn, Collection<String> keys, Faults faults) {
        Map<String, @Nullable String> tags = new LinkedHashMap<>(byArn.getOrDefault(arn, Map.of()));
        for (String key : keys) {
            if (!tags.containsKey(key)) {
                throw faults.of(
                        ServiceError.TAG_NOT_FOUND, "The resource " + arn + " has no tag with the key " + key + ".");
            }
        }
        tags.keySet().removeAll(keys);
        byArn.put(arn, tags);
    }

    /**
     * Forgets the tags of a resource that is gone.
     *
     * @param arn its ARN
     */
    public void forget(String arn) {
        byArn.remove(arn);
    }

    private Map<String, @Nullable String> with(String arn, List<Tag> added, Faults faults) {
        Map<String, @Nullable String> tags = new LinkedHashMap<>(byArn.getOrDefault(arn, Map.of()));
        for (Tag tag : added) {
            tags.put(checkedKey(tag, faults), checkedValue(tag, faults));
        }
        return tags;
    }

    private static String checkedKey(Tag tag, Faults faults) {
        String key = tag.key();
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            throw faults.invalidParameterValue("A tag key must have 1 to " + LONGEST_KEY + " characters.");
        }
        if (key.regionMatches(true, 0, "aws:", 0, 4)) {
            throw faults.invalidParameterValue("The tag key " + key + " begins with aws:, which is reserved.");
        }
        return key;
    }

    private static @Nullable String checkedValue(Tag tag, Faults faults) {
        String value = tag.value();
        if (value != null && value.length() > LONGEST_VALUE) {
            throw faults.invalidParameterValue("A tag value must have at most " + LONGEST_VALUE + " characters.");
        }
        return value;
    }
}
