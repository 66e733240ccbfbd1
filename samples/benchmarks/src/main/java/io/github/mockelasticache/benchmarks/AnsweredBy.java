package io.github.mockelasticache.benchmarks;

/** Who answers the calls of a client. */
enum AnsweredBy {

    /** A mock: the client is a served one. */
    MOCK,

    /** An interceptor with prebuilt answers, in a client that is otherwise configured as the served one. */
    PIPELINE_ALONE,

    /** A stub of an HTTP client with recorded XML, in a client that a user has configured. */
    CANNED_XML
}
