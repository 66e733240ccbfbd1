package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.interop.CleanRoom.Ended;
import io.github.mockelasticache.testing.SubnetGroups;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;

/** The life of a cache subnet group in both tools, whose lists of subnets carry structures in structures. */
class SubnetGroupsTest {

    private static final String ARN = "arn:aws:elasticache:us-west-2:123456789012:subnetgroup:mygroup";

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().region(Region.US_WEST_2).build();

    @TempDir
    private Path folder;

    @BeforeEach
    void subnets() {
        mock.registerSubnet(Region.US_WEST_2, "subnet-0a", "vpc-1", "us-west-2a")
                .registerSubnet(Region.US_WEST_2, "subnet-0b", "vpc-1", "us-west-2b")
                .registerSubnet(Region.US_WEST_2, "subnet-0c", "vpc-2", "us-west-2c");
    }

    @Test
    void the_CLI_creates_describes_modifies_and_deletes_a_group() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode created = aws.json("""
                aws elasticache create-cache-subnet-group \\
                    --cache-subnet-group-name MyGroup \\
                    --cache-subnet-group-description "My subnets" \\
                    --subnet-ids subnet-0a subnet-0b \\
                    --tags Key=stage,Value=test
                """);
        JsonNode described = aws.json("aws elasticache describe-cache-subnet-groups --cache-subnet-group-name mygroup");
        JsonNode tags = aws.json("aws elasticache list-tags-for-resource --resource-name " + ARN);
        Ended refused = aws.run("aws elasticache modify-cache-subnet-group --cache-subnet-group-name mygroup"
                + " --subnet-ids subnet-0a subnet-0c");
        JsonNode modified = aws.json("aws elasticache modify-cache-subnet-group --cache-subnet-group-name mygroup"
                + " --subnet-ids subnet-0c");

        assertThat(subnets(created.get("CacheSubnetGroup")))
                .containsExactly("subnet-0a in us-west-2a", "subnet-0b in us-west-2b");
        assertThat(created.at("/CacheSubnetGroup/CacheSubnetGroupName").stringValue())
                .isEqualTo("mygroup");
        assertThat(created.at("/CacheSubnetGroup/CacheSubnetGroupDescription").stringValue())
                .isEqualTo("My subnets");
        assertThat(created.at("/CacheSubnetGroup/VpcId").stringValue()).isEqualTo("vpc-1");
        assertThat(described.at("/CacheSubnetGroups/0")).isEqualTo(created.get("CacheSubnetGroup"));
        assertThat(tags.get("TagList")).isEqualTo(Json.parse("[{\"Key\": \"stage\", \"Value\": \"test\"}]"));
        assertThat(refused.exitStatus()).isNotZero();
        assertThat(refused.errors())
                .contains("(InvalidSubnet)", "Subnets subnet-0a and subnet-0c are not in the same VPC.");
        assertThat(subnets(modified.get("CacheSubnetGroup"))).containsExactly("subnet-0c in us-west-2c");
        assertThat(modified.at("/CacheSubnetGroup/VpcId").stringValue()).isEqualTo("vpc-2");

        aws.run("aws elasticache delete-cache-subnet-group --cache-subnet-group-name mygroup")
                .outputOfSuccess();

        assertThat(SubnetGroups.of(mock.client()).names()).containsExactly("default");
    }

    @Test
    void boto3_creates_describes_modifies_and_deletes_a_group() {
        JsonNode answers = Boto3.of(mock, folder).answers("""
                answers['default'] = client.describe_cache_subnet_groups()['CacheSubnetGroups'][0]
                answers['created'] = client.create_cache_subnet_group(
                    CacheSubnetGroupName='MyGroup',
                    CacheSubnetGroupDescription='My subnets',
                    SubnetIds=['subnet-0a', 'subnet-0b'])['CacheSubnetGroup']
                answers['described'] = client.describe_cache_subnet_groups(
                    CacheSubnetGroupName='mygroup')['CacheSubnetGroups'][0]
                answers['modified'] = client.modify_cache_subnet_group(
                    CacheSubnetGroupName='mygroup',
                    CacheSubnetGroupDescription='Changed',
                    SubnetIds=['subnet-0b'])['CacheSubnetGroup']
                try:
                    client.modify_cache_subnet_group(CacheSubnetGroupName='mygroup', SubnetIds=['subnet-0b'])
                except client.exceptions.InvalidParameterValueException as refused:
                    answers['unchanged'] = refused.response
                answers['deleted'] = client.delete_cache_subnet_group(CacheSubnetGroupName='mygroup')
                try:
                    client.describe_cache_subnet_groups(CacheSubnetGroupName='mygroup')
                except client.exceptions.CacheSubnetGroupNotFoundFault as refused:
                    answers['not found'] = refused.response
                """);

        assertThat(subnets(answers.get("default")))
                .isEqualTo(SubnetGroups.subnets(SubnetGroups.of(mock.client()).named("default")));
        assertThat(subnets(answers.get("created")))
                .containsExactly("subnet-0a in us-west-2a", "subnet-0b in us-west-2b");
        assertThat(answers.get("described")).isEqualTo(answers.get("created"));
        assertThat(subnets(answers.get("modified"))).containsExactly("subnet-0b in us-west-2b");
        assertThat(answers.at("/modified/CacheSubnetGroupDescription").stringValue())
                .isEqualTo("Changed");
        assertThat(answers.at("/unchanged/Error/Message").stringValue()).isEqualTo("No modifications were requested.");
        assertThat(answers.get("deleted").propertyNames()).containsExactly("ResponseMetadata");
        assertThat(answers.at("/not found/ResponseMetadata/HTTPStatusCode").intValue())
                .isEqualTo(400);
    }

    private static List<String> subnets(JsonNode group) {
        return Json.elements(group.get("Subnets"))
                .map(subnet -> subnet.get("SubnetIdentifier").stringValue() + " in "
                        + subnet.at("/SubnetAvailabilityZone/Name").stringValue())
                .toList();
    }
}
