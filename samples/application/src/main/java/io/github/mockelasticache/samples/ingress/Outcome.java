package io.github.mockelasticache.samples.ingress;

/** What became of one tier in one run. */
public enum Outcome {
    /** The run authorized the ingress, and it took effect. */
    OPENED("opened"),
    /** The ingress was authorized before the run looked. */
    ALREADY_OPEN("already open"),
    /** The run revoked the ingress, and it is gone. */
    CLOSED("closed"),
    /** There was no ingress when the run looked. */
    ALREADY_CLOSED("already closed"),
    /** Somebody else's change was under way and led to what the run wanted; the run only waited. */
    AWAITED("awaited"),
    /** Nothing was asked for this tier, because another one failed before. */
    UNTOUCHED("untouched"),
    /** The service refused, or could not be asked. */
    FAILED("failed"),
    /** The deadline passed first. */
    LATE("late"),
    /** The run opened the ingress and took it back, because a tier failed or was late. */
    ROLLED_BACK("rolled back"),
    /** The run opened the ingress and could not take it back: somebody has to look after it. */
    LEFT_BEHIND("left behind");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /**
     * Whether the tier is as the run was asked to make it.
     *
     * @return true for the outcomes of success
     */
    public boolean isSuccess() {
        return switch (this) {
            case OPENED, ALREADY_OPEN, CLOSED, ALREADY_CLOSED, AWAITED -> true;
            case UNTOUCHED, FAILED, LATE, ROLLED_BACK, LEFT_BEHIND -> false;
        };
    }

    /** The outcome in plain words: {@code rolled back}. */
    @Override
    public String toString() {
        return words;
    }
}
