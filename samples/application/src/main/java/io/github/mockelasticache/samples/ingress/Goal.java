package io.github.mockelasticache.samples.ingress;

/** What a gate was asked to bring about for every tier of a deployment. */
public enum Goal {
    /** Ingress is authorized. */
    OPEN("open"),
    /** There is no ingress. */
    CLOSED("closed");

    private final String word;

    Goal(String word) {
        this.word = word;
    }

    /** The goal in plain words: {@code open}. */
    @Override
    public String toString() {
        return word;
    }
}
