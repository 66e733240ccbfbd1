package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.interop.CleanRoom.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Reserved cache nodes, and the life of a service update, in both tools. */
class ReservationsAndUpdatesTest {

    private static final String UPDATE = "elc-20241227-001";
    private static final String OFFERING = "01ce0a19-a476-41cb-8aee-48eacbcdc8e5";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_CLI_buys_and_describes_reserved_nodes() {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode offerings = aws.json("aws elasticache describe-reserved-cache-nodes-offerings"
                + " --cache-node-type cache.t3.small --duration 1 --product-description memcached"
                + " --offering-type 'Partial Upfront'");
        JsonNode bought = aws.json("aws elasticache purchase-reserved-cache-nodes-offering"
                + " --reserved-cache-nodes-offering-id " + OFFERING
                + " --reserved-cache-node-id myreservationID --cache-node-count 2 --tags Key=stage,Value=test");
        mock.clock().settle();
        JsonNode described = aws.json("aws elasticache describe-reserved-cache-nodes");
        JsonNode tags = aws.json("aws elasticache list-tags-for-resource --resource-name "
                + bought.at("/ReservedCacheNode/ReservationARN").stringValue());
        Ended refused = aws.run("aws elasticache describe-reserved-cache-nodes --reserved-cache-node-id nosuchone");

        assertThat(offerings.at("/ReservedCacheNodesOfferings")).isEqualTo(Json.parse("""
                [{
                    "ReservedCacheNodesOfferingId": "01ce0a19-a476-41cb-8aee-48eacbcdc8e5",
                    "CacheNodeType": "cache.t3.small",
                    "Duration": 31536000,
                    "FixedPrice": 97.0,
                    "UsagePrice": 0.0,
                    "ProductDescription": "memcached",
                    "OfferingType": "Partial Upfront",
                    "RecurringCharges": [{"RecurringChargeAmount": 0.011, "RecurringChargeFrequency": "Hourly"}]
                }]
                """));
        assertThat(bought.at("/ReservedCacheNode/ReservedCacheNodeId").stringValue())
                .isEqualTo("myreservationID");
        assertThat(bought.at("/ReservedCacheNode/State").stringValue()).isEqualTo("payment-pending");
        assertThat(described.at("/ReservedCacheNodes/0/ReservedCacheNodeId").stringValue())
                .isEqualTo("myreservationid");
        assertThat(described.at("/ReservedCacheNodes/0/State").stringValue()).isEqualTo("active");
        assertThat(tags.get("TagList")).isEqualTo(Json.parse("[{\"Key\": \"stage\", \"Value\": \"test\"}]"));
        assertThat(refused.errors()).contains("(ReservedCacheNodeNotFound)", "ReservedCacheNode not found: nosuchone");
    }

    @Test
    void boto3_buys_reserved_nodes_and_pages_through_the_offerings() {
        JsonNode answers = Boto3.of(mock, folder).answers("""
                answers['offerings'] = sum(
                    len(page['ReservedCacheNodesOfferings'])
                    for page in client.get_paginator('describe_reserved_cache_nodes_offerings').paginate(
                        CacheNodeType='cache.r6g.large', PaginationConfig={'PageSize': 20}))
                answers['bought'] = client.purchase_reserved_cache_nodes_offering(
                    ReservedCacheNodesOfferingId='%s')['ReservedCacheNode']
                try:
                    client.purchase_reserved_cache_nodes_offering(
                        ReservedCacheNodesOfferingId='%s',
                        ReservedCacheNodeId=answers['bought']['ReservedCacheNodeId'])
                except client.exceptions.ReservedCacheNodeAlreadyExistsFault as refused:
                    answers['refused'] = refused.response
                """.formatted(OFFERING, OFFERING));

        assertThat(answers.get("offerings").intValue()).isEqualTo(18);
        assertThat(answers.at("/bought/ReservedCacheNodeId").stringValue()).isEqualTo("ri-2025-01-01-00-00-00-000");
        assertThat(answers.at("/refused/ResponseMetadata/HTTPStatusCode").intValue())
                .isEqualTo(404);
    }

    @Test
    void the_CLI_applies_and_stops_a_service_update() {
        createClusters();
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode known = aws.json("aws elasticache describe-service-updates --service-update-status available");
        JsonNode applied = aws.json("aws elasticache batch-apply-update-action --service-update-name " + UPDATE
                + " --replication-group-ids mygroup nosuchgroup --cache-cluster-ids mycluster");
        mock.clock().advanceToNextTransition();
        JsonNode stopped = aws.json("aws elasticache batch-stop-update-action --service-update-name " + UPDATE
                + " --cache-cluster-ids mycluster");
        mock.clock().settle();
        JsonNode actions = aws.json("aws elasticache describe-update-actions --service-update-name " + UPDATE
                + " --update-action-status complete stopped --show-node-level-update-status");
        Ended refused = aws.run("aws elasticache describe-service-updates --service-update-name nosuchupdate");

        assertThat(known.at("/ServiceUpdates/0/ServiceUpdateName").stringValue())
                .isEqualTo(UPDATE);
        assertThat(applied).isEqualTo(Json.parse("""
                {
                    "ProcessedUpdateActions": [
                        {
                            "ReplicationGroupId": "mygroup",
                            "ServiceUpdateName": "elc-20241227-001",
                            "UpdateActionStatus": "waiting-to-start"
                        },
                        {
                            "CacheClusterId": "mycluster",
                            "ServiceUpdateName": "elc-20241227-001",
                            "UpdateActionStatus": "waiting-to-start"
                        }
                    ],
                    "UnprocessedUpdateActions": [
                        {
                            "ReplicationGroupId": "nosuchgroup",
                            "ServiceUpdateName": "elc-20241227-001",
                            "ErrorType": "ReplicationGroupNotFoundFault",
                            "ErrorMessage": "ReplicationGroup nosuchgroup not found."
                        }
                    ]
                }
                """));
        assertThat(stopped.at("/ProcessedUpdateActions/0/UpdateActionStatus").stringValue())
                .isEqualTo("stopping");
        assertThat(Json.elements(actions.get("UpdateActions"))
                        .map(action -> action.get("UpdateActionStatus").stringValue() + " "
                                + action.get("NodesUpdated").stringValue()))
                .containsExactly("complete 2/2", "stopped 1/2");
        assertThat(actions.at("/UpdateActions/0/NodeGroupUpdateStatus/0/NodeGroupMemberUpdateStatus/0/CacheClusterId")
                        .stringValue())
                .isEqualTo("mygroup-002");
        assertThat(actions.at("/UpdateActions/1/CacheNodeUpdateStatus/1/NodeUpdateStatus")
                        .stringValue())
                .isEqualTo("stopped");
        assertThat(refused.errors()).contains("(ServiceUpdateNotFoundFault)");
    }

    @Test
    void boto3_applies_a_service_update_and_filters_its_actions() {
        createClusters();

        JsonNode answers = Boto3.of(mock, folder).answers("""
                answers['applied'] = client.batch_apply_update_action(
                    ServiceUpdateName='%s', ReplicationGroupIds=['mygroup'])
                answers['waiting'] = client.describe_update_actions(
                    UpdateActionStatus=['waiting-to-start'])['UpdateActions']
                answers['in time'] = client.describe_update_actions(
                    CacheClusterIds=['mycluster'],
                    ServiceUpdateTimeRange={'StartTime': '2024-12-25T00:00:00Z', 'EndTime': '2025-01-01T00:00:00Z'},
                    )['UpdateActions']
                try:
                    client.batch_apply_update_action(ServiceUpdateName='nosuchupdate', CacheClusterIds=['mycluster'])
                except client.exceptions.ServiceUpdateNotFoundFault as refused:
                    answers['refused'] = refused.response
                """.formatted(UPDATE));

        assertThat(answers.at("/applied/UnprocessedUpdateActions").size()).isZero();
        assertThat(Json.elements(answers.get("waiting"))
                        .map(action -> action.get("ReplicationGroupId").stringValue()))
                .containsExactly("mygroup");
        assertThat(Json.elements(answers.get("in time"))
                        .map(action -> action.get("ServiceUpdateName").stringValue()))
                .contains(UPDATE);
        assertThat(answers.at("/refused/ResponseMetadata/HTTPStatusCode").intValue())
                .isEqualTo(404);
    }

    private void createClusters() {
        mock.client()
                .createReplicationGroup(group -> group.replicationGroupId("mygroup")
                        .replicationGroupDescription("To be updated")
                        .cacheNodeType("cache.m5.large")
                        .numCacheClusters(2));
        mock.client()
                .createCacheCluster(cluster -> cluster.cacheClusterId("mycluster")
                        .engine("memcached")
                        .cacheNodeType("cache.m5.large")
                        .numCacheNodes(2));
        mock.clock().settle();
    }
}
