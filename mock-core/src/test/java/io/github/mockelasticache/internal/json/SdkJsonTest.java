package io.github.mockelasticache.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructList;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Subnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Model objects in the shape that the AWS CLI prints. */
class SdkJsonTest {

    @Test
    void members_have_the_names_of_the_service_model_and_absent_ones_are_left_out() {
        CacheSecurityGroup group = CacheSecurityGroup.builder()
                .cacheSecurityGroupName("mygroup")
                .ownerId("123456789012")
                .ec2SecurityGroups(
                        EC2SecurityGroup.builder().status("authorized").build())
                .build();

        assertThat(written(group)).isEqualTo(parsed("""
                {"OwnerId": "123456789012", "CacheSecurityGroupName": "mygroup",
                 "EC2SecurityGroups": [{"Status": "authorized"}]}"""));
    }

    @Test
    void a_list_that_is_empty_is_written_and_one_that_was_never_set_is_not() {
        CacheSecurityGroup empty = CacheSecurityGroup.builder()
                .ec2SecurityGroups(List.<EC2SecurityGroup>of())
                .build();
        CacheSecurityGroup never = CacheSecurityGroup.builder()
                .ec2SecurityGroups(DefaultSdkAutoConstructList.<EC2SecurityGroup>getInstance())
                .build();

        assertThat(written(empty)).isEqualTo(parsed("{\"EC2SecurityGroups\": []}"));
        assertThat(written(never)).isEqualTo(parsed("{}"));
    }

    @Test
    void numbers_booleans_enumerations_and_instants_are_written_as_the_CLI_does() {
        CacheCluster cluster = CacheCluster.builder()
                .numCacheNodes(3)
                .autoMinorVersionUpgrade(true)
                .cacheClusterCreateTime(Instant.parse("2025-01-01T00:00:00.125Z"))
                .build();
        Event event = Event.builder().sourceType(SourceType.CACHE_CLUSTER).build();
        Subnet subnet =
                Subnet.builder().supportedNetworkTypesWithStrings("ipv4").build();

        assertThat(written(cluster)).isEqualTo(parsed("""
                {"NumCacheNodes": 3, "CacheClusterCreateTime": "2025-01-01T00:00:00.125Z", "AutoMinorVersionUpgrade": true}"""));
        assertThat(written(event)).isEqualTo(parsed("{\"SourceType\": \"cache-cluster\"}"));
        assertThat(written(subnet)).isEqualTo(parsed("{\"SupportedNetworkTypes\": [\"ipv4\"]}"));
    }

    private static JsonNode written(SdkPojo model) {
        return parsed(SdkJson.of(model).toString());
    }

    private static JsonNode parsed(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
