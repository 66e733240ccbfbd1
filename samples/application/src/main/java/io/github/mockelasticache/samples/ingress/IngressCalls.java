package io.github.mockelasticache.samples.ingress;

/**
 * The three operations that a run needs, on one cache security group.
 *
 * @param <R> how the group is answered: at once, or as a future
 */
interface IngressCalls<R> {

    R describe();

    R authorize(Tier tier);

    R revoke(Tier tier);
}
