/**
 * Builds a replication group and what it needs, changes it, and takes it down again.
 *
 * <p>A {@link io.github.mockelasticache.samples.provisioner.Blueprint} says what there is to be; {@link
 * io.github.mockelasticache.samples.provisioner.Provisioner} is where to start. Every run looks first and asks only for what
 * differs, so that a run that was cut short is repeated, and a run that is repeated changes nothing.
 */
@NullMarked
package io.github.mockelasticache.samples.provisioner;

import org.jspecify.annotations.NullMarked;
