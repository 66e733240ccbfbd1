package io.github.mockelasticache.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.internal.event.Events;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.testing.EngineSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersResponse;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;

/** Which operations the mock knows, and what becomes of others, which a newer SDK may have. */
class OperationsTest {

    private static final String UNKNOWN = "mock-elasticache does not know the operation DescribeUsers yet;"
            + " the README's table of operations lists those that it answers.";

    /** They know the operation on events and no other. */
    @AutoClose
    private final ServedClients clients = clients();

    @Test
    void an_operation_that_the_mock_does_not_know_yet_fails_and_is_named() {
        assertThatThrownBy(() -> clients.client(Region.US_EAST_1).describeUsers(all -> {}))
                .isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage(UNKNOWN);
    }

    @Test
    void the_future_of_an_operation_that_the_mock_does_not_know_yet_completes_with_the_same_failure() {
        CompletableFuture<DescribeUsersResponse> answer =
                clients.asyncClient(Region.US_EAST_1).describeUsers(all -> {});

        assertThat(answer).isCompletedExceptionally();
        assertThatThrownBy(answer::join)
                .isExactlyInstanceOf(CompletionException.class)
                .cause()
                .isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage(UNKNOWN);
    }

    @Test
    void an_operation_that_the_mock_does_not_know_yet_does_not_use_up_a_request_id() {
        try (ServedClients same = clients()) {
            assertThatThrownBy(() -> clients.client(Region.US_EAST_1).describeUsers(all -> {}))
                    .isInstanceOf(UnsupportedOperationException.class);

            assertThat(firstRequestId(clients)).isEqualTo(firstRequestId(same));
        }
    }

    private static ServedClients clients() {
        return new ServedClients(new Engine(EngineSettings.withSeed(0), List.of(new Events())));
    }

    private static String firstRequestId(ServedClients clients) {
        return clients.client(Region.US_EAST_1)
                .describeEvents()
                .responseMetadata()
                .requestId();
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
