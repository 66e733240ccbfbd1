package io.github.mockelasticache.samples.provisioner;

/** One of the resources that a blueprint stands for. */
interface Resource {

    Part part();

    /** Whether it is there. A resource that is just being deleted is waited for, and is not. */
    boolean exists();

    /**
     * Asks the service to create it.
     *
     * @return false if somebody else has done so since the look: it is there, but not this run's to take back
     */
    boolean create();

    /** Makes what is there as the blueprint says. */
    Result adjust();

    /** Deletes it, and returns when it is gone. */
    void delete();
}
