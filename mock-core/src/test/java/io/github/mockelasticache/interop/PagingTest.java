package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Groups;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Both tools page by themselves, through 250 groups and the default one. */
class PagingTest {

    private static final String DESCRIBE = "aws elasticache describe-cache-security-groups"
            + " --query '{Names: CacheSecurityGroups[].CacheSecurityGroupName, NextToken: NextToken}' ";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 251))
            .build();

    private List<String> names = List.of();

    @TempDir
    private Path folder;

    @BeforeEach
    void groups() {
        Groups groups = Groups.of(mock.client());
        IntStream.range(0, 250).forEach(number -> groups.create("group-%03d".formatted(number)));
        names = groups.names();
    }

    @Test
    void the_CLI_puts_all_pages_together() {
        JsonNode all = AwsCli.of(mock, folder).json(DESCRIBE + "--page-size 20");

        assertThat(Json.texts(all.get("Names")))
                .hasSize(251)
                .doesNotHaveDuplicates()
                .isEqualTo(names);
    }

    @Test
    void the_CLI_goes_on_where_it_was_told_to_stop() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode first = aws.json(DESCRIBE + "--max-items 130");
        JsonNode rest =
                aws.json(DESCRIBE + "--starting-token " + first.get("NextToken").stringValue());

        assertThat(Json.texts(first.get("Names"))).isEqualTo(names.subList(0, 130));
        assertThat(Json.texts(rest.get("Names"))).isEqualTo(names.subList(130, 251));
        assertThat(rest.get("NextToken").isNull()).isTrue();
    }

    @Test
    void boto3_pages_by_its_paginator_and_by_hand() {
        JsonNode pages = Boto3.of(mock, folder).answers("""
                def names(page):
                    return [group['CacheSecurityGroupName'] for group in page['CacheSecurityGroups']]

                paginator = client.get_paginator('describe_cache_security_groups')
                answers['paginator'] = [names(page) for page in paginator.paginate(PaginationConfig={'PageSize': 20})]

                page = client.describe_cache_security_groups()
                answers['by hand'] = [names(page)]
                while 'Marker' in page:
                    page = client.describe_cache_security_groups(Marker=page['Marker'])
                    answers['by hand'].append(names(page))

                try:
                    client.describe_cache_security_groups(MaxRecords=19)
                except client.exceptions.InvalidParameterValueException as refused:
                    answers['too small'] = refused.response['Error']['Message']
                """);

        assertThat(Json.elements(pages.get("paginator")).map(JsonNode::size))
                .hasSize(13)
                .startsWith(20, 20)
                .endsWith(20, 11);
        assertThat(Json.elements(pages.get("by hand")).map(JsonNode::size)).containsExactly(100, 100, 51);
        assertThat(Json.elements(pages.get("paginator")).flatMap(page -> Json.texts(page).stream()))
                .containsExactlyElementsOf(names);
        assertThat(Json.elements(pages.get("by hand")).flatMap(page -> Json.texts(page).stream()))
                .containsExactlyElementsOf(names);
        assertThat(pages.get("too small").stringValue())
                .isEqualTo("Invalid value for max records. Must be between 20 and 100");
    }
}
