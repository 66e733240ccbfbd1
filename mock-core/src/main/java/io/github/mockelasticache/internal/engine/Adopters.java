package io.github.mockelasticache.internal.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * The types of resource that can be taken over from elsewhere, what is used before what uses it, and the answers that can be taken
 * over after them.
 */
public final class Adopters {

    private final Map<ResourceType<?>, Known<?>> byType = new LinkedHashMap<>();
    private final Map<ResourceType<?>, List<ResourceType<?>>> usedBy = new HashMap<>();
    private final Map<AnswerType<?>, Given<?>> answers = new LinkedHashMap<>();

    Adopters() {}

    private record Known<T>(
            ResourceType<T> type, Function<T, @Nullable String> name, String nameMember, Adopter<T> adopter) {

        void adopt(SdkPojo resource, RegionState region, Adopter.Unfit unfit) {
            T typed = type.model().cast(resource);
            String named = name.apply(typed);
            if (named == null || named.isBlank()) {
                throw unfit.because("", nameMember + " is missing; a resource needs it.");
            }
            if (region.table(type).find(named) != null && !type.reserved().test(named) && !named.equals("default")) {
                throw unfit.because(
                        "/" + nameMember, "There is a resource of this name already; a name can be used once.");
            }
            adopter.adopt(typed, region, unfit);
        }

        void requireWhole(SdkPojo resource, RegionState region, Adopter.Unfit unfit) {
            T typed = type.model().cast(resource);
            adopter.requireWhole(typed, region, unfit);
            T adopted = region.table(type).find(Objects.requireNonNull(name.apply(typed)));
            new Told(unfit, nameMember, "ARN")
                    .requireDescribed("", resource, (SdkPojo) Objects.requireNonNull(adopted));
        }
    }

    private record Given<A extends ElastiCacheResponse>(AnswerType<A> type, AnswerAdopter<A> adopter) {

        void adopt(Deed.Answered answered, RegionState region) {
            adopter.adopt(answered.subject(), type.model().cast(answered.answer()), region, answered.unfit());
        }

        void requireGiven(Deed.Answered answered, RegionState region) {
            adopter.requireGiven(answered.subject(), type.model().cast(answered.answer()), region, answered.unfit());
        }
    }

    /**
     * Adds a type.
     *
     * @param type the type
     * @param name its name
     * @param nameMember the member that holds its name
     * @param adopter takes one of them over
     * @param <T> the SDK's model class of the resource
     */
    public <T> void add(
            ResourceType<T> type, Function<T, @Nullable String> name, String nameMember, Adopter<T> adopter) {
        byType.put(type, new Known<>(type, name, nameMember, adopter));
    }

    /**
     * Adds a type whose resources use, or tell of, those of other types, and are therefore taken over after them.
     *
     * @param used the other types
     * @param type the type
     * @param name its name
     * @param nameMember the member that holds its name
     * @param adopter takes one of them over
     * @param <T> the SDK's model class of the resource
     */
    public <T> void addAfter(
            List<ResourceType<?>> used,
            ResourceType<T> type,
            Function<T, @Nullable String> name,
            String nameMember,
            Adopter<T> adopter) {
        add(type, name, nameMember, adopter);
        usedBy.put(type, used);
    }

    /**
     * Adds a kind of answer.
     *
     * @param type the kind
     * @param adopter takes one over
     * @param <A> the SDK's class of the answer
     */
    public <A extends ElastiCacheResponse> void addAnswer(AnswerType<A> type, AnswerAdopter<A> adopter) {
        answers.put(type, new Given<>(type, adopter));
    }

    /** The kinds of answer that can be taken over. */
    List<AnswerType<?>> answerTypes() {
        return List.copyOf(answers.keySet());
    }

    /** The place of a type in the order in which resources are to be taken over. */
    int rank(ResourceType<?> type) {
        return usedBy.getOrDefault(type, List.of()).stream()
                .mapToInt(used -> rank(used) + 1)
                .max()
                .orElse(0);
    }

    void adopt(ResourceType<?> type, SdkPojo resource, RegionState region, Adopter.Unfit unfit) {
        Known<?> known = byType.get(type);
        if (known == null) {
            throw unfit.because(
                    "",
                    type.listName()
                            + " cannot be loaded from the outside; create them by calls, or load a snapshot of a"
                            + " mock that has them.");
        }
        // What happened before the resource was described is no event of now.
        region.events().withoutNew(() -> known.adopt(resource, region, unfit));
    }

    void requireWhole(ResourceType<?> type, SdkPojo resource, RegionState region, Adopter.Unfit unfit) {
        Known<?> known = byType.get(type);
        if (known != null) {
            known.requireWhole(resource, region, unfit);
        }
    }

    void adopt(Deed.Answered answered, RegionState region) {
        given(answered).adopt(answered, region);
    }

    void requireGiven(Deed.Answered answered, RegionState region) {
        given(answered).requireGiven(answered, region);
    }

    private Given<?> given(Deed.Answered answered) {
        return Objects.requireNonNull(answers.get(answered.type()), answered.type()::operation);
    }
}
