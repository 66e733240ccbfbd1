package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Lists of structures, texts of any script and points in time, there and back through both tools. */
class TagsAndEventsTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup";
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_CLI_tags_a_group_and_lists_its_events() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode created = aws.json("aws elasticache create-cache-security-group --cache-security-group-name mygroup"
                + " --description 'Größe & <Gewicht> \"日本\" 🚀' --tags Key=tier,Value=web Key=owner,Value=ops");
        JsonNode added = aws.json("aws elasticache add-tags-to-resource --resource-name " + ARN
                + " --tags '[{\"Key\": \"note\", \"Value\": \"a=b & c 🚀\"}]'");
        JsonNode removed =
                aws.json("aws elasticache remove-tags-from-resource --resource-name " + ARN + " --tag-keys tier owner");
        JsonNode listed = aws.json("aws elasticache list-tags-for-resource --resource-name " + ARN);

        assertThat(created.at("/CacheSecurityGroup/Description").stringValue())
                .isEqualTo("Größe & <Gewicht> \"日本\" 🚀");
        assertThat(tags(added)).containsExactlyInAnyOrder("tier=web", "owner=ops", "note=a=b & c 🚀");
        assertThat(tags(removed)).containsExactly("note=a=b & c 🚀");
        assertThat(tags(listed)).containsExactly("note=a=b & c 🚀");

        mock.clock().advance(Duration.ofMinutes(10));
        JsonNode events = aws.json("""
                aws elasticache describe-events \\
                    --source-type cache-security-group \\
                    --source-identifier mygroup \\
                    --start-time 2025-01-01T00:00:00Z --end-time 2025-01-01T00:05:00Z
                """);

        assertThat(events.get("Events")).hasSize(1);
        assertThat(instant(events.at("/Events/0/Date"))).isEqualTo(START);
        assertThat(Json.keysOf(events.at("/Events/0"))).isEqualTo(Json.parse("""
                {"SourceIdentifier": "", "SourceType": "", "Message": "", "Date": ""}"""));
    }

    @Test
    void boto3_tags_a_group_and_lists_its_events() {
        Boto3 boto3 = Boto3.of(mock, folder);
        JsonNode first = boto3.answers("""
                client.create_cache_security_group(
                    CacheSecurityGroupName='mygroup',
                    Description='Größe & <Gewicht> "日本" 🚀',
                    Tags=[{'Key': 'tier', 'Value': 'web'}, {'Key': 'owner', 'Value': 'ops'}])
                answers['added'] = client.add_tags_to_resource(
                    ResourceName='%1$s', Tags=[{'Key': 'note', 'Value': 'a=b & c 🚀'}])
                answers['removed'] = client.remove_tags_from_resource(
                    ResourceName='%1$s', TagKeys=['tier', 'owner'])
                answers['listed'] = client.list_tags_for_resource(ResourceName='%1$s')
                answers['deleted'] = client.delete_cache_security_group(CacheSecurityGroupName='mygroup')
                try:
                    client.list_tags_for_resource(ResourceName='%1$s')
                except client.exceptions.CacheSecurityGroupNotFoundFault as refused:
                    answers['not found'] = refused.response
                """.formatted(ARN));
        mock.clock().advance(Duration.ofMinutes(10));
        JsonNode second = boto3.answers("""
                from datetime import datetime, timezone

                answers['events'] = client.describe_events(
                    SourceType='cache-security-group',
                    StartTime=datetime(2025, 1, 1, tzinfo=timezone.utc),
                    Duration=5)['Events']
                answers['later'] = client.describe_events(Duration=5)['Events']
                try:
                    client.describe_events(SourceIdentifier='mygroup')
                except client.exceptions.InvalidParameterCombinationException as refused:
                    answers['refused'] = refused.response
                """);

        assertThat(tags(first.get("added"))).containsExactlyInAnyOrder("tier=web", "owner=ops", "note=a=b & c 🚀");
        assertThat(tags(first.get("removed"))).containsExactly("note=a=b & c 🚀");
        assertThat(tags(first.get("listed"))).containsExactly("note=a=b & c 🚀");
        assertThat(first.get("deleted").propertyNames()).containsExactly("ResponseMetadata");
        assertThat(first.at("/not found/ResponseMetadata/HTTPStatusCode").intValue())
                .isEqualTo(404);
        assertThat(Json.elements(second.get("events")).map(event -> instant(event.get("Date"))))
                .containsExactly(START, START);
        assertThat(Json.elements(second.get("events"))
                        .map(event -> event.get("SourceIdentifier").stringValue()))
                .containsOnly("mygroup");
        assertThat(second.get("later")).isEmpty();
        assertThat(second.at("/refused/Error/Code").stringValue()).isEqualTo("InvalidParameterCombination");
    }

    private static Stream<String> tags(JsonNode answer) {
        return Json.elements(answer.get("TagList"))
                .map(tag ->
                        tag.get("Key").stringValue() + "=" + tag.get("Value").stringValue());
    }

    /** The same instant ends in Z or in +00:00, depending on the version of the tool. */
    private static Instant instant(JsonNode printed) {
        return OffsetDateTime.parse(printed.stringValue()).toInstant();
    }
}
