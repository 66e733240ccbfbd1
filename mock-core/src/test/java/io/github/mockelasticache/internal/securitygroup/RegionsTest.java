package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Groups;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

/** Cache security groups are kept region by region. */
class RegionsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .region(Region.US_WEST_2)
            .quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 2))
            .build();

    private final Groups oregon = Groups.of(mock.client());
    private final Groups ireland = Groups.of(mock.client(Region.EU_WEST_1));

    @Test
    void each_region_has_a_group_named_default_of_its_own() {
        oregon.authorize("default", "myec2group", "987654321021");

        assertThat(oregon.ingressOf("default")).hasSize(1);
        assertThat(ireland.named("default")).hasNoIngress();
        assertThat(ireland.named("default").arn())
                .isEqualTo("arn:aws:elasticache:eu-west-1:123456789012:securitygroup:default");
    }

    @Test
    void a_group_exists_in_its_own_region_only() {
        oregon.create("mygroup");

        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> ireland.named("mygroup"));
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> ireland.delete("mygroup"));
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> ireland.authorize("mygroup", "myec2group", "987654321021"));
    }

    @Test
    void the_same_name_may_exist_in_two_regions_and_each_lives_its_own_life() {
        oregon.create("mygroup");
        ireland.create("mygroup");
        oregon.authorize("mygroup", "web", "987654321021");
        ireland.authorize("mygroup", "app", "987654321021");

        ireland.delete("mygroup");
        mock.clock().settle();

        assertThat(oregon.ingressOf("mygroup")).containsExactly("web/987654321021 authorized");
        assertThat(ireland.names()).containsExactly("default");
    }

    @Test
    void the_quota_is_one_of_each_region() {
        oregon.create("mygroup");
        ireland.create("mygroup");

        assertThat(oregon.names()).hasSize(2);
        assertThat(ireland.names()).hasSize(2);
    }

    @Test
    void one_clock_drives_all_regions() {
        oregon.authorize("default", "web", "987654321021");
        ireland.authorize("default", "web", "987654321021");

        mock.clock().settle();

        assertThat(oregon.named("default")).allowsIngressFrom("web", "987654321021");
        assertThat(ireland.named("default")).allowsIngressFrom("web", "987654321021");
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1,     aws",
        "eu-central-1,  aws",
        "cn-north-1,    aws-cn",
        "us-gov-west-1, aws-us-gov",
        "us-iso-east-1, aws-iso",
    })
    void the_arn_names_the_partition_of_the_region(String region, String partition) {
        Groups groups = Groups.of(mock.client(Region.of(region)));

        assertThat(groups.create("mygroup").arn())
                .isEqualTo("arn:" + partition + ":elasticache:" + region + ":123456789012:securitygroup:mygroup");
        assertThat(groups.named("default").arn())
                .isEqualTo("arn:" + partition + ":elasticache:" + region + ":123456789012:securitygroup:default");
    }
}
