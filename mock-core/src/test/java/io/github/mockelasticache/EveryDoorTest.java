package io.github.mockelasticache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.testing.LifeCycle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClientBuilder;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** A caller cannot tell by the answers whether they were handed over in memory or came off the wire. */
class EveryDoorTest {

    @ParameterizedTest
    @EnumSource
    void a_life_cycle_gets_the_same_answers_in_memory_and_off_the_wire(LifeCycle lifeCycle) {
        List<Object> inMemory;
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            inMemory = answers(lifeCycle, mock, mock.configure(ElastiCacheClient.builder()));
        }
        List<Object> offTheWire;
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            offTheWire = answers(
                    lifeCycle,
                    mock,
                    ElastiCacheClient.builder()
                            .region(mock.region())
                            .endpointOverride(mock.endpoint())
                            .credentialsProvider(AnonymousCredentialsProvider.create())
                            .httpClient(UrlConnectionHttpClient.create()));
        }

        assertThat(offTheWire).hasSameSizeAs(inMemory).hasSizeGreaterThan(5);
        for (int call = 0; call < inMemory.size(); call++) {
            assertSame(inMemory.get(call), offTheWire.get(call));
        }
    }

    private static List<Object> answers(
            LifeCycle lifeCycle, ElastiCacheMock mock, ElastiCacheClientBuilder clientBuilder) {
        List<Object> answers = new ArrayList<>();
        try (ElastiCacheClient client = clientBuilder
                .overrideConfiguration(override -> override.addExecutionInterceptor(new Recorder(answers)))
                .build()) {
            lifeCycle.run(client, mock.clock());
        }
        return answers;
    }

    private static void assertSame(Object inMemory, Object offTheWire) {
        assertThat(offTheWire).hasSameClassAs(inMemory);
        if (inMemory instanceof ElastiCacheResponse answer && offTheWire instanceof ElastiCacheResponse other) {
            assertThat(answer.equalsBySdkFields((SdkPojo) other))
                    .as("%s%nin memory, and off the wire%n%s", answer, other)
                    .isTrue();
            assertThat(other.responseMetadata().requestId())
                    .isEqualTo(answer.responseMetadata().requestId());
        }
        if (inMemory instanceof AwsServiceException refusal && offTheWire instanceof AwsServiceException other) {
            assertThat(other).hasMessage(refusal.getMessage());
            assertThat(other.statusCode()).isEqualTo(refusal.statusCode());
            assertThat(other.awsErrorDetails().errorCode())
                    .isEqualTo(refusal.awsErrorDetails().errorCode());
        }
    }

    /** Keeps what a client gives to its caller, in the order of the calls. */
    private record Recorder(List<Object> answers) implements ExecutionInterceptor {

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            answers.add(context.response());
        }

        @Override
        public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
            answers.add(context.exception());
        }
    }
}
