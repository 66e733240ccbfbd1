package io.github.mockelasticache.samples.provisioner;

import java.time.Duration;
import java.time.Instant;

/**
 * What became of one part.
 *
 * @param part what it is
 * @param name the name of the subnet group, parameter group, replication group or snapshot
 * @param outcome what became of it
 * @param detail how it is now, or why it is not as it should be
 * @param start when the run turned to it
 * @param took how long it took, waiting included
 */
public record PartReport(Part part, String name, Outcome outcome, String detail, Instant start, Duration took) {

    PartReport turnedInto(Outcome changed, String reason) {
        return new PartReport(part, name, changed, reason, start, took);
    }
}
