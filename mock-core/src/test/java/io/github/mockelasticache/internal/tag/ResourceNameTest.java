package io.github.mockelasticache.internal.tag;

import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_ARN;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The ARN that the tag operations take. */
class ResourceNameTest {

    private static final Tag STAGE = Tag.builder().key("stage").value("test").build();

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @BeforeEach
    void a_group_with_a_tag() {
        client.createCacheSecurityGroup(group ->
                group.cacheSecurityGroupName("mygroup").description("tagged").tags(STAGE));
    }

    /** The operations on tags, each with nothing wrong but perhaps its resource. */
    enum TagOperation {
        ADD {
            @Override
            List<Tag> call(ElastiCacheClient client, @Nullable String arn) {
                return client.addTagsToResource(
                                resource -> resource.resourceName(arn).tags(STAGE))
                        .tagList();
            }
        },
        LIST {
            @Override
            List<Tag> call(ElastiCacheClient client, @Nullable String arn) {
                return client.listTagsForResource(resource -> resource.resourceName(arn))
                        .tagList();
            }
        },
        REMOVE {
            @Override
            List<Tag> call(ElastiCacheClient client, @Nullable String arn) {
                return client.removeTagsFromResource(
                                resource -> resource.resourceName(arn).tagKeys("stage"))
                        .tagList();
            }
        };

        abstract List<Tag> call(ElastiCacheClient client, @Nullable String arn);
    }

    @ParameterizedTest
    @EnumSource
    void an_arn_of_another_account_region_partition_service_or_type_is_InvalidARN(TagOperation operation) {
        for (String arn : List.of(
                "arn:aws:elasticache:us-east-1:999999999999:securitygroup:mygroup",
                "arn:aws:elasticache:us-west-2:123456789012:securitygroup:mygroup",
                "arn:aws-cn:elasticache:us-east-1:123456789012:securitygroup:mygroup",
                "arn:aws:rds:us-east-1:123456789012:securitygroup:mygroup",
                "arn:aws:elasticache:us-east-1:123456789012:nosuchtype:mygroup",
                " arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup",
                "::::::")) {
            INVALID_ARN
                    .isTheAnswerTo(() -> operation.call(client, arn), mock)
                    .says("The ARN " + arn + " is not the ARN of a taggable resource of this account in us-east-1.");
        }
    }

    /** The wording is the service's own: ekristen/aws-nuke#208. */
    @ParameterizedTest
    @EnumSource
    void a_text_that_does_not_have_the_seven_components_of_an_arn_is_InvalidARN(TagOperation operation) {
        for (String arn : List.of(
                "mygroup",
                "nonsense and more nonsense",
                "arn:aws:elasticache:us-east-1:123456789012",
                "arn:aws:elasticache:us-east-1:123456789012:securitygroup",
                "arn:aws:elasticache:us-east-1:123456789012:securitygroup:my:group",
                ":::::::")) {
            INVALID_ARN
                    .isTheAnswerTo(() -> operation.call(client, arn), mock)
                    .says("Input ARN string does not have 7 components.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_arn_of_a_group_that_does_not_exist_is_CacheSecurityGroupNotFound(TagOperation operation) {
        CACHE_SECURITY_GROUP_NOT_FOUND
                .isTheAnswerTo(
                        () -> operation.call(
                                client, "arn:aws:elasticache:us-east-1:123456789012:securitygroup:nosuchgroup"),
                        mock)
                .says("CacheSecurityGroup not found: nosuchgroup");
    }

    @ParameterizedTest
    @EnumSource
    void the_arn_of_a_group_that_has_been_deleted_is_CacheSecurityGroupNotFound(TagOperation operation) {
        String arn = Groups.of(client).named("mygroup").arn();
        Groups.of(client).delete("mygroup");

        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> operation.call(client, arn), mock);
    }

    @ParameterizedTest
    @EnumSource
    void the_arn_is_required(TagOperation operation) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> operation.call(client, null), mock)
                .says("The parameter ResourceName must be provided and must not be null.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> operation.call(client, " "), mock)
                .says("The parameter ResourceName must be provided and must not be blank.");
    }

    @ParameterizedTest
    @EnumSource
    void the_name_in_the_arn_may_be_in_any_case(TagOperation operation) {
        List<Tag> expected = operation == TagOperation.REMOVE ? List.of() : List.of(STAGE);

        assertThat(operation.call(client, "arn:aws:elasticache:us-east-1:123456789012:securitygroup:MyGroup"))
                .isEqualTo(expected);
        assertThat(TagOperation.LIST.call(client, "arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup"))
                .isEqualTo(expected);
    }

    @Test
    void groups_of_one_name_in_two_regions_have_tags_of_their_own() {
        ElastiCacheClient beijing = mock.client(Region.CN_NORTH_1);
        Groups.of(beijing).create("mygroup");

        assertThat(TagOperation.LIST.call(
                        beijing, "arn:aws-cn:elasticache:cn-north-1:123456789012:securitygroup:mygroup"))
                .isEmpty();
        assertThat(TagOperation.LIST.call(client, "arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup"))
                .containsExactly(STAGE);
    }
}
