/**
 * Opens and closes the ingress of a cache for the tiers of a deployment.
 *
 * <p>A cache of an account on EC2-Classic is guarded by a cache security group; each tier of a deployment reaches the cache
 * once the group authorizes ingress from the EC2 security group that the tier's instances belong to.
 * {@link io.github.mockelasticache.samples.ingress.IngressGate} is where to start.
 */
@NullMarked
package io.github.mockelasticache.samples.ingress;

import org.jspecify.annotations.NullMarked;
