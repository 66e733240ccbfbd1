package io.github.mockelasticache.internal.engine;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.TAG_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.Tag;

class TagSetsTest {

    private static final String ONE = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:one";
    private static final String OTHER = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:other";

    private final Faults faults = new Faults(new Identifiers(0).requestId());
    private final TagSets tags = new TagSets(2);

    @Test
    void a_resource_that_was_never_tagged_has_no_tags() {
        assertThat(tags.of(ONE)).isEmpty();
    }

    @Test
    void each_resource_has_tags_of_its_own() {
        tags.add(ONE, List.of(tag("stage", "test")), faults);
        tags.add(OTHER, List.of(tag("stage", "production")), faults);

        tags.forget(ONE);

        assertThat(tags.of(ONE)).isEmpty();
        assertThat(tags.of(OTHER)).containsExactly(tag("stage", "production"));
    }

    @Test
    void the_list_that_was_given_out_does_not_change() {
        tags.add(ONE, List.of(tag("stage", "test")), faults);
        List<Tag> before = tags.of(ONE);

        tags.add(ONE, List.of(tag("stage", "production")), faults);

        assertThat(before).containsExactly(tag("stage", "test"));
    }

    @Test
    void checking_adds_nothing() {
        tags.check(ONE, List.of(tag("stage", "test")), faults);

        assertThat(tags.of(ONE)).isEmpty();
    }

    @Test
    void what_is_refused_adds_nothing() {
        tags.add(ONE, List.of(tag("stage", "test")), faults);

        TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(
                () -> tags.add(ONE, List.of(tag("a", "1"), tag("b", "2")), faults));
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> tags.add(ONE, List.of(tag("a", "1"), tag(null, "2")), faults));

        assertThat(tags.of(ONE)).containsExactly(tag("stage", "test"));
    }

    @Test
    void the_quota_counts_what_the_resource_has_afterwards() {
        tags.add(ONE, List.of(tag("a", "1"), tag("b", "2")), faults);

        tags.add(ONE, List.of(tag("a", "3"), tag("b", "4")), faults);

        assertThat(tags.of(ONE)).containsExactly(tag("a", "3"), tag("b", "4"));
    }

    @Test
    void a_removed_key_makes_room_and_comes_last_when_it_returns() {
        tags.add(ONE, List.of(tag("a", "1"), tag("b", "2")), faults);

        tags.remove(ONE, List.of("a"), faults);
        tags.add(ONE, List.of(tag("a", "3")), faults);

        assertThat(tags.of(ONE)).containsExactly(tag("b", "2"), tag("a", "3"));
    }

    @Test
    void one_key_that_is_not_there_keeps_all_others_from_being_removed() {
        tags.add(ONE, List.of(tag("a", "1"), tag("b", "2")), faults);

        TAG_NOT_FOUND.isTheAnswerTo(() -> tags.remove(ONE, List.of("a", "c"), faults));

        assertThat(tags.of(ONE)).hasSize(2);
    }

    private static Tag tag(@Nullable String key, @Nullable String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
