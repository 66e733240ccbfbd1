package io.github.mockelasticache.journal;

/** The way that a call took to the mock. */
public enum Door {

    /** By a client that the mock handed out or configured: in process, without a connection. */
    SERVED,

    /** By a client that code under test built while the mock was active, redirected to the mock's endpoint. */
    CAPTURED,

    /** To the mock's endpoint by its address: from the AWS CLI, boto3, or any other program. */
    WIRE
}
