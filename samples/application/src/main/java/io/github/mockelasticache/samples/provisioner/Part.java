package io.github.mockelasticache.samples.provisioner;

/** What a line of a report is about. */
public enum Part {
    /** The cache subnet group. */
    SUBNET_GROUP("subnet group"),
    /** The cache parameter group. */
    PARAMETER_GROUP("parameter group"),
    /** The replication group with its members. */
    REPLICATION_GROUP("replication group"),
    /** The role of primary, which moves from one member to another. */
    PRIMARY("primary"),
    /** A snapshot of the replication group. */
    SNAPSHOT("snapshot");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    /** The part in plain words: {@code parameter group}. */
    @Override
    public String toString() {
        return words;
    }
}
