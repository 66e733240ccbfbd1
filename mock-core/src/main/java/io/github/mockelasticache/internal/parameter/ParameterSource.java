package io.github.mockelasticache.internal.parameter;

/** Where the value of a parameter comes from, by the words of the filter of DescribeCacheParameters. */
enum ParameterSource {
    /** Set in the group by its owner. */
    USER("user"),

    /** Given by the service. */
    SYSTEM("system"),

    /** Left to the engine; recorded answers never have it. */
    ENGINE_DEFAULT("engine-default");

    private final String word;

    ParameterSource(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
