package io.github.mockelasticache;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mockelasticache.time.Transitions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** A mock that has seen some life, and is taken back to its start. */
class ResetTest {

    private static final Instant START = Instant.parse("2030-06-01T12:00:00Z");
    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup";

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().startingAt(START).strictEc2(true).build();

    private final ElastiCacheClient client = mock.client();
    private String firstRequestId = "";
    private Transitions firstPending = mock.timeline().pending();

    @BeforeEach
    void some_life() {
        firstRequestId = create(client);
        mock.registerEc2SecurityGroup(Region.US_EAST_1, "987654321021", "web");
        authorize(client);
        firstPending = mock.timeline().pending();
        mock.clock().advance(Duration.ofMinutes(1));
        create(mock.client(Region.EU_WEST_1));
        client.revokeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                .ec2SecurityGroupName("web")
                .ec2SecurityGroupOwnerId("987654321021"));
    }

    @Test
    void nothing_is_left_of_what_was() {
        mock.reset();

        assertThat(mock.clock().instant()).isEqualTo(START);
        assertThat(mock.timeline().pending()).isEmpty();
        assertThat(mock.timeline().history()).isEmpty();
        assertThat(mock.journal()).isEmpty();
        for (Region region : List.of(Region.US_EAST_1, Region.EU_WEST_1)) {
            assertThat(mock.client(region)
                            .describeCacheSecurityGroups(all -> {})
                            .cacheSecurityGroups())
                    .extracting(CacheSecurityGroup::cacheSecurityGroupName)
                    .containsExactly("default");
            assertThat(mock.client(region).describeEvents(all -> {}).events()).isEmpty();
        }
    }

    @Test
    void clients_go_on_as_those_of_a_fresh_mock_request_ids_included() {
        mock.reset();

        assertThat(create(client)).isEqualTo(firstRequestId);
        assertThat(client.listTagsForResource(group -> group.resourceName(ARN)).tagList())
                .extracting(Tag::key)
                .containsExactly("tier");
        assertThatServiceErrorOf(() -> authorize(client)).hasCode("InvalidParameterValue");
        mock.registerEc2SecurityGroup(Region.US_EAST_1, "987654321021", "web");
        authorize(client);
        assertThat(mock.timeline().pending()).isEqualTo(firstPending);
        assertThat(mock.clock().settle()).hasSize(1);
    }

    @Test
    void the_endpoint_stays_where_it_is() {
        URI endpoint = mock.endpoint();

        mock.reset();

        assertThat(mock.endpoint()).isEqualTo(endpoint);
    }

    @Test
    void a_closed_mock_cannot_be_reset() {
        mock.close();

        assertThatIllegalStateException().isThrownBy(mock::reset);
    }

    private static String create(ElastiCacheClient client) {
        return client.createCacheSecurityGroup(group -> group.cacheSecurityGroupName("mygroup")
                        .description("My security group")
                        .tags(Tag.builder().key("tier").value("web").build()))
                .responseMetadata()
                .requestId();
    }

    private static void authorize(ElastiCacheClient client) {
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                .ec2SecurityGroupName("web")
                .ec2SecurityGroupOwnerId("987654321021"));
    }
}
