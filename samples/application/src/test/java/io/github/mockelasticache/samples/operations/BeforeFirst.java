package io.github.mockelasticache.samples.operations;

import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Does something between a client's decision to call an operation for the first time and the call. */
public final class BeforeFirst implements ExecutionInterceptor {

    private final String operation;
    private final Runnable action;
    private final AtomicBoolean done = new AtomicBoolean();

    public BeforeFirst(String operation, Runnable action) {
        this.operation = operation;
        this.action = action;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (operation.equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)) && !done.getAndSet(true)) {
            action.run();
        }
    }
}
