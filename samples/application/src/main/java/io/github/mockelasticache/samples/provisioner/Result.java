package io.github.mockelasticache.samples.provisioner;

/** What became of a part that gave no trouble, and how it is now. */
record Result(Outcome outcome, String detail) {

    static Result changed(String detail) {
        return new Result(Outcome.CHANGED, detail);
    }

    static Result unchanged(String detail) {
        return new Result(Outcome.UNCHANGED, detail);
    }
}
