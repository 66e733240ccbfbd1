package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of a cache parameter group, with the commands and the shapes of output that the tools' references print. */
class ParameterGroupLifeCycleTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_CLI_creates_modifies_lists_resets_and_deletes_a_group() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode created = aws.json("""
                aws elasticache create-cache-parameter-group \\
                    --cache-parameter-group-family "redis5.0" \\
                    --cache-parameter-group-name "mygroup" \\
                    --description "mygroup"
                """);
        JsonNode modified = aws.json("""
                aws elasticache modify-cache-parameter-group \\
                    --cache-parameter-group-name "mygroup" \\
                    --parameter-name-values "ParameterName=activedefrag, ParameterValue=yes"
                """);
        JsonNode own = aws.json(
                "aws elasticache describe-cache-parameters --cache-parameter-group-name mygroup --source user");
        JsonNode defaults =
                aws.json("aws elasticache describe-engine-default-parameters --cache-parameter-group-family redis5.0");
        JsonNode reset = aws.json("""
                aws elasticache reset-cache-parameter-group \\
                    --cache-parameter-group-name "mygroup" \\
                    --reset-all-parameters
                """);
        JsonNode own2 = aws.json(
                "aws elasticache describe-cache-parameters --cache-parameter-group-name mygroup --source user");
        JsonNode versions = aws.json("aws elasticache describe-cache-engine-versions --engine \"Redis\"");
        String deleted = aws.run("aws elasticache delete-cache-parameter-group --cache-parameter-group-name mygroup")
                .outputOfSuccess();
        JsonNode left = aws.json("aws elasticache describe-cache-parameter-groups");

        assertThat(created.at("/CacheParameterGroup/CacheParameterGroupFamily").stringValue())
                .isEqualTo("redis5.0");
        assertThat(modified).isEqualTo(Json.parse("{\"CacheParameterGroupName\": \"mygroup\"}"));
        assertThat(own.get("Parameters")).hasSize(1);
        assertThat(own.get("Parameters").get(0)).isEqualTo(Json.parse("""
                {
                    "ParameterName": "activedefrag",
                    "ParameterValue": "yes",
                    "Description": "Enabled active memory defragmentation",
                    "Source": "user",
                    "DataType": "string",
                    "AllowedValues": "yes,no",
                    "IsModifiable": true,
                    "MinimumEngineVersion": "5.0.0",
                    "ChangeType": "immediate"
                }
                """));
        assertThat(defaults.at("/EngineDefaults/Parameters")).hasSize(57);
        assertThat(reset).isEqualTo(modified);
        assertThat(own2.get("Parameters")).isEmpty();
        assertThat(versions.get("CacheEngineVersions").get(0)).isEqualTo(Json.parse("""
                {
                    "Engine": "redis",
                    "EngineVersion": "2.6.13",
                    "CacheParameterGroupFamily": "redis2.6",
                    "CacheEngineDescription": "Redis",
                    "CacheEngineVersionDescription": "redis version 2.6.13"
                }
                """));
        assertThat(deleted).isBlank();
        assertThat(Json.elements(left.get("CacheParameterGroups"))
                        .map(group -> group.get("CacheParameterGroupName").stringValue()))
                .hasSize(21)
                .allMatch(name -> name.startsWith("default."));
    }

    @Test
    void boto3_creates_modifies_lists_resets_and_deletes_a_group() {
        JsonNode answers = Boto3.of(mock, folder).answers("""
                answers['created'] = client.create_cache_parameter_group(
                    CacheParameterGroupFamily='redis2.8',
                    CacheParameterGroupName='custom-redis2-8',
                    Description='Custom Redis 2.8 parameter group.',
                )['CacheParameterGroup']
                answers['modified'] = client.modify_cache_parameter_group(
                    CacheParameterGroupName='custom-redis2-8',
                    ParameterNameValues=[
                        {'ParameterName': 'timeout', 'ParameterValue': '20'},
                        {'ParameterName': 'notify-keyspace-events', 'ParameterValue': 'AKE'},
                    ],
                )['CacheParameterGroupName']
                answers['own'] = {
                    parameter['ParameterName']: parameter['ParameterValue']
                    for page in client.get_paginator('describe_cache_parameters').paginate(
                        CacheParameterGroupName='custom-redis2-8', Source='user')
                    for parameter in page['Parameters']}
                first = client.describe_engine_default_parameters(
                    CacheParameterGroupFamily='redis2.8', MaxRecords=25)['EngineDefaults']
                answers['first page'] = [
                    len(first['Parameters']), len(first['CacheNodeTypeSpecificParameters']), 'Marker' in first]
                answers['reset'] = client.reset_cache_parameter_group(
                    CacheParameterGroupName='custom-redis2-8',
                    ParameterNameValues=[{'ParameterName': 'timeout'}],
                )['CacheParameterGroupName']
                answers['left'] = [parameter['ParameterName'] for parameter in client.describe_cache_parameters(
                    CacheParameterGroupName='custom-redis2-8', Source='user')['Parameters']]
                try:
                    client.modify_cache_parameter_group(
                        CacheParameterGroupName='default.redis2.8',
                        ParameterNameValues=[{'ParameterName': 'timeout', 'ParameterValue': '20'}])
                except client.exceptions.InvalidCacheParameterGroupStateFault as refused:
                    answers['refused'] = refused.response['Error']['Code']
                client.delete_cache_parameter_group(CacheParameterGroupName='custom-redis2-8')
                try:
                    client.describe_cache_parameter_groups(CacheParameterGroupName='custom-redis2-8')
                except client.exceptions.CacheParameterGroupNotFoundFault as gone:
                    answers['gone'] = gone.response['ResponseMetadata']['HTTPStatusCode']
                """);

        assertThat(answers.at("/created/Description").stringValue()).isEqualTo("Custom Redis 2.8 parameter group.");
        assertThat(answers.at("/created/IsGlobal").booleanValue()).isFalse();
        assertThat(answers.get("modified").stringValue()).isEqualTo("custom-redis2-8");
        assertThat(answers.get("own"))
                .isEqualTo(Json.parse("{\"notify-keyspace-events\": \"AKE\", \"timeout\": \"20\"}"));
        assertThat(answers.get("first page")).isEqualTo(Json.parse("[22, 3, true]"));
        assertThat(answers.get("reset").stringValue()).isEqualTo("custom-redis2-8");
        assertThat(Json.texts(answers.get("left"))).containsExactly("notify-keyspace-events");
        assertThat(answers.get("refused").stringValue()).isEqualTo("InvalidCacheParameterGroupState");
        assertThat(answers.get("gone").intValue()).isEqualTo(404);
    }
}
