package io.github.mockelasticache.samples.provisioner;

/** What became of one part in one run. */
public enum Outcome {
    /** It was not there; the run created it. */
    CREATED("created"),
    /** It was there, and the run changed it to what was asked for. */
    CHANGED("changed"),
    /** It was there as asked for; the run changed nothing. */
    UNCHANGED("unchanged"),
    /** It was there; the run deleted it. */
    DELETED("deleted"),
    /** It was not there to be deleted. */
    ALREADY_GONE("already gone"),
    /** Nothing was asked for this part, because another one failed before. */
    UNTOUCHED("untouched"),
    /** The service refused, could not be asked, or has something that does not fit the blueprint. */
    FAILED("failed"),
    /** The time ran out first. */
    LATE("late"),
    /** The run created it and deleted it again, because another part failed. */
    ROLLED_BACK("rolled back"),
    /** The run created it and could not delete it again: somebody has to look after it. */
    LEFT_BEHIND("left behind");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /**
     * Whether the part is as the run was asked to make it.
     *
     * @return true for the outcomes of success
     */
    public boolean isSuccess() {
        return switch (this) {
            case CREATED, CHANGED, UNCHANGED, DELETED, ALREADY_GONE -> true;
            case UNTOUCHED, FAILED, LATE, ROLLED_BACK, LEFT_BEHIND -> false;
        };
    }

    /** The outcome in plain words: {@code already gone}. */
    @Override
    public String toString() {
        return words;
    }
}
