package io.github.mockelasticache.benchmarks;

import io.github.mockelasticache.ElastiCacheMock;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** Answers the calls of a client with objects that exist already: what is left to measure is the SDK's pipeline. */
final class PrebuiltAnswers implements ExecutionInterceptor {

    private final InTurn<SdkResponse> answers;

    private PrebuiltAnswers(List<SdkResponse> answers) {
        this.answers = new InTurn<>(answers);
    }

    /** A client that the mock has configured, with these answers in the place of the mock's own. */
    static ElastiCacheClient client(ElastiCacheMock mock, List<SdkResponse> answers) {
        PrebuiltAnswers prebuilt = new PrebuiltAnswers(answers);
        return mock.configure(ElastiCacheClient.builder())
                .addPlugin(client -> client.overrideConfiguration(inPlaceOfTheMock(prebuilt, client)))
                .build();
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        return answers.next();
    }

    /** The mock's interceptor is the last one: it answers, and the others see its answer as the service's. */
    private static ClientOverrideConfiguration inPlaceOfTheMock(
            PrebuiltAnswers prebuilt, SdkServiceClientConfiguration.Builder client) {
        List<ExecutionInterceptor> interceptors =
                new ArrayList<>(client.overrideConfiguration().executionInterceptors());
        ExecutionInterceptor replaced = interceptors.set(interceptors.size() - 1, prebuilt);
        if (!replaced.getClass().getSimpleName().equals("EngineInterceptor")) {
            throw new IllegalStateException("The mock's interceptor was to be the last one, but it is " + replaced);
        }
        return client.overrideConfiguration().toBuilder()
                .executionInterceptors(interceptors)
                .build();
    }
}
