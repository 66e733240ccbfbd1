package io.github.mockelasticache.internal.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.elasticache.model.RemoveTagsFromResourceRequest;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Each member of the requests of the tag operations, and what it does. */
class TagRequestMembersTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:tagged";
    private static final String OTHER = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:other";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @BeforeEach
    void two_groups_exist_and_one_has_a_tag() {
        client.createCacheSecurityGroup(group ->
                group.cacheSecurityGroupName("tagged").description("tagged").tags(tag("team", "shop")));
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("other").description("other"));
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_requests_has_its_effect() {
        return Stream.of(
                        RequestMembers.of(AddTagsToResourceRequest.builder().build())
                                .member("ResourceName", "is the ARN of the resource that gets the tags", () -> {
                                    client.addTagsToResource(
                                            added -> added.resourceName(OTHER).tags(tag("stage", "test")));
                                    assertThat(keys(OTHER)).containsExactly("stage");
                                    assertThat(keys(ARN)).doesNotContain("stage");
                                })
                                .member("Tags", "are added to those that the resource has", () -> {
                                    client.addTagsToResource(
                                            added -> added.resourceName(ARN).tags(tag("owner", "me")));
                                    assertThat(keys(ARN)).contains("team", "owner");
                                }),
                        RequestMembers.of(ListTagsForResourceRequest.builder().build())
                                .member(
                                        "ResourceName",
                                        "is the ARN of the resource whose tags are listed",
                                        () -> assertThat(keys(ARN)).contains("team")),
                        RequestMembers.of(
                                        RemoveTagsFromResourceRequest.builder().build())
                                .member("ResourceName", "is the ARN of the resource that loses the tags", () -> {
                                    client.addTagsToResource(
                                            added -> added.resourceName(OTHER).tags(tag("team", "shop")));
                                    client.removeTagsFromResource(removed ->
                                            removed.resourceName(OTHER).tagKeys("team"));
                                    assertThat(keys(OTHER)).doesNotContain("team");
                                    assertThat(keys(ARN)).contains("team");
                                })
                                .member("TagKeys", "are the keys of the tags that go", () -> {
                                    client.addTagsToResource(
                                            added -> added.resourceName(ARN).tags(tag("going", "soon")));
                                    client.removeTagsFromResource(
                                            removed -> removed.resourceName(ARN).tagKeys("going"));
                                    assertThat(keys(ARN)).contains("team").doesNotContain("going");
                                }))
                .flatMap(RequestMembers::tests);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private List<String> keys(String arn) {
        return client.listTagsForResource(resource -> resource.resourceName(arn)).tagList().stream()
                .map(Tag::key)
                .toList();
    }
}
