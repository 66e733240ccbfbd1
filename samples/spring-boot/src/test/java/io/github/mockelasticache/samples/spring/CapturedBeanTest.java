package io.github.mockelasticache.samples.spring;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.Door;
import io.github.mockelasticache.junit5.MockElastiCache;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import software.amazon.awssdk.services.sts.StsClient;

/** What a test may rely on when the client is a bean of the application. */
@MockElastiCache // may stand before @SpringBootTest or after it
@SpringBootTest
class CapturedBeanTest {

    @Autowired
    private CacheAccess access;

    @RepeatedTest(2)
    void the_beans_are_the_same_in_every_test_and_the_mock_is_another(ElastiCacheMock mock) {
        assertThat(mock).cacheSecurityGroup("shop").doesNotExist();

        access.prepare();
        assertThat(mock).cacheSecurityGroup("shop").exists();
    }

    @Test
    void the_journal_tells_that_the_client_was_captured(ElastiCacheMock mock) {
        access.prepare();

        assertThat(mock.journal()).extracting(call -> call.caller().door()).containsExactly(Door.CAPTURED);
    }

    @Test
    void the_application_may_call_on_threads_of_its_own(ElastiCacheMock mock) {
        CompletableFuture.runAsync(access::prepare).join();

        assertThat(mock).cacheSecurityGroup("shop").exists();
    }

    @Test
    void a_call_of_another_service_does_not_leave_the_machine() {
        try (StsClient sts = StsClient.create()) {
            assertThatThrownBy(() -> sts.getCallerIdentity()).hasMessageContaining("keeps this test offline");
        }
    }
}
