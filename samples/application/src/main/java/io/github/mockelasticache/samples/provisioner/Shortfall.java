package io.github.mockelasticache.samples.provisioner;

/** A part cannot become what it should be, although the service refused nothing. */
final class Shortfall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    private Shortfall(Outcome outcome, String reason) {
        super(reason);
        this.outcome = outcome;
    }

    /** The time ran out. */
    static Shortfall late(String reason) {
        return new Shortfall(Outcome.LATE, reason);
    }

    /** What is there is not what the blueprint asks for, and cannot be made so, or it came to a bad end. */
    static Shortfall failed(String reason) {
        return new Shortfall(Outcome.FAILED, reason);
    }

    Outcome outcome() {
        return outcome;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
