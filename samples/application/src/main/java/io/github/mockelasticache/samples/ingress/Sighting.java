package io.github.mockelasticache.samples.ingress;

import java.time.Instant;

/**
 * The moment at which a run first saw a tier's ingress in a status.
 *
 * @param at when the run saw it, by the gate's clock
 * @param status the service's word; {@code absent} where the cache security group did not list the tier
 */
public record Sighting(Instant at, String status) {}
