package io.github.mockelasticache.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeGlobalReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;

/** Which operations the mock knows, and what becomes of the others. */
class OperationsTest {

    private static final String UNKNOWN =
            "mock-elasticache does not know the operation DescribeGlobalReplicationGroups yet;"
                    + " the README's table of operations lists those that it answers.";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @Test
    void an_operation_that_the_mock_does_not_know_yet_fails_and_is_named() {
        assertThatThrownBy(() -> mock.client().describeGlobalReplicationGroups(all -> {}))
                .isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage(UNKNOWN);
    }

    @Test
    void the_future_of_an_operation_that_the_mock_does_not_know_yet_completes_with_the_same_failure() {
        CompletableFuture<DescribeGlobalReplicationGroupsResponse> answer =
                mock.asyncClient().describeGlobalReplicationGroups(all -> {});

        assertThat(answer).isCompletedExceptionally();
        assertThatThrownBy(answer::join)
                .isExactlyInstanceOf(CompletionException.class)
                .cause()
                .isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage(UNKNOWN);
    }

    @Test
    void an_operation_that_the_mock_does_not_know_yet_does_not_use_up_a_request_id() {
        try (ElastiCacheMock same = ElastiCacheMock.create()) {
            assertThatThrownBy(() -> mock.client().describeGlobalReplicationGroups(all -> {}))
                    .isInstanceOf(UnsupportedOperationException.class);

            assertThat(mock.client().describeEvents().responseMetadata().requestId())
                    .isEqualTo(same.client().describeEvents().responseMetadata().requestId());
        }
    }

    @Test
    void an_operation_goes_by_the_name_that_the_service_gives_it() {
        assertThat(Operations.name(CreateCacheClusterRequest.class)).isEqualTo("CreateCacheCluster");
    }

    @Test
    void no_operation_has_two_handlers() {
        Operations operations = new Operations();
        operations.handle(ListTagsForResourceRequest.class, (request, call) -> ListTagsForResourceResponse.builder());

        assertThatIllegalStateException()
                .isThrownBy(() -> operations.handle(
                        ListTagsForResourceRequest.class, (request, call) -> ListTagsForResourceResponse.builder()))
                .withMessage("ListTagsForResource has two handlers.");
    }
}
