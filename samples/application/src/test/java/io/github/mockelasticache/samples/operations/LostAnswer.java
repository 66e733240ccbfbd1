package io.github.mockelasticache.samples.operations;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The service does what a request asks for, but its answer does not arrive. */
public record LostAnswer(Class<? extends SdkRequest> to, RuntimeException failure) implements ExecutionInterceptor {

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (to.isInstance(context.request())) {
            throw failure;
        }
    }
}
