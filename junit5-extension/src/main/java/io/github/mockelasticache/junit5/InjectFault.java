package io.github.mockelasticache.junit5;

import io.github.mockelasticache.fault.CommonFault;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/**
 * Lets calls to the mock of a test go wrong: a {@link io.github.mockelasticache.fault.FaultPlan FaultPlan}.
 *
 * <pre>{@code
 * @Test
 * @InjectFault(on = CreateCacheClusterRequest.class, fault = CommonFault.THROTTLING, times = 2)
 * @InjectFault(on = DescribeCacheClustersRequest.class, error = "CacheClusterNotFound", fromCall = 3)
 * void creation_is_patient(ElastiCacheClient client) { ... }
 * }</pre>
 *
 * <p>It says what goes wrong with one of {@link #fault}, {@link #error} and {@link #latency}. By default it is the first call of
 * the operation; each attempt of a call that the SDK retries is a call of its own.
 *
 * <p>It may stand on a test class, a nested test class, an interface or superclass of one, a test method, or an annotation. All
 * that apply to a test count, those of outer classes first. On a method, the plan ends with the test, even if the mock is one
 * that all tests of the class share. {@code mock.reset()} takes the plans out, as it does with all that a mock is not built with:
 * see {@link io.github.mockelasticache.ElastiCacheMockBuilder#faults}. It brings the mock along: see {@link MockElastiCache}.
 * Whether a plan has fired can be asked of the mock: {@link io.github.mockelasticache.fault.FaultPlans#unused mock.faults().unused()}.
 *
 * <p>What does not fit together fails the class or the test with an {@link
 * org.junit.jupiter.api.extension.ExtensionConfigurationException ExtensionConfigurationException} that says what to write.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(InjectFaults.class)
@ExtendWith(MockElastiCacheExtension.class)
public @interface InjectFault {

    /**
     * The operation whose calls go wrong.
     *
     * @return the class of its request; if not set any operation
     */
    Class<? extends ElastiCacheRequest>[] on() default {};

    /**
     * What goes wrong, if it can go wrong with any service.
     *
     * @return one fault
     */
    CommonFault[] fault() default {};

    /**
     * The error that the service answers with.
     *
     * @return its code, for example {@code "CacheClusterNotFound"}
     */
    String error() default "";

    /**
     * What the service says with the {@link #error}.
     *
     * @return the message; if not set one that tells of the fault plan
     */
    String message() default "";

    /**
     * The HTTP status of the {@link #error}, for one that the API reference does not know, such as {@code "AccessDenied"}.
     *
     * @return 400 to 599; if not set, the one that the service sends the error with
     */
    int httpStatus() default 0;

    /**
     * How long the answer takes: see {@link io.github.mockelasticache.fault.Fault#latency Fault.latency}.
     *
     * @return a duration in ISO-8601, above zero, such as {@code "PT5S"}
     */
    String latency() default "";

    /**
     * The first call that goes wrong.
     *
     * @return 1 or more; if not set 1
     */
    int fromCall() default 1;

    /**
     * How many calls go wrong.
     *
     * @return 1 or more; if not set 1
     */
    int times() default 1;

    /**
     * Whether every call goes wrong, from the first one on, however many {@link #times} there are.
     *
     * @return if not set {@code false}
     */
    boolean always() default false;

    /**
     * What a request must fulfil to count, besides being of the class that {@link #on} names.
     *
     * @return classes with a constructor without parameters, each for requests of that class; if not set every request counts
     */
    Class<? extends Predicate<? extends ElastiCacheRequest>>[] when() default {};
}
