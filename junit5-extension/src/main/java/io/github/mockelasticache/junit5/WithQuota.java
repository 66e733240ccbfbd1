package io.github.mockelasticache.junit5;

import io.github.mockelasticache.Quotas;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A quota of the mock's account: see {@link MockElastiCache#quotas}. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface WithQuota {

    /**
     * The kind of resource.
     *
     * @return which quota it is
     */
    Quotas.Quota of();

    /**
     * How many there may be.
     *
     * @return the number, not less than the kind of resource allows, which is 0 or 1
     */
    int number();
}
