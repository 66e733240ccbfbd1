package io.github.mockelasticache.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds several {@link InjectFault} of one place; the compiler writes it. */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(MockElastiCacheExtension.class)
public @interface InjectFaults {

    /**
     * The annotations of the place.
     *
     * @return in the order in which they are written
     */
    InjectFault[] value();
}
