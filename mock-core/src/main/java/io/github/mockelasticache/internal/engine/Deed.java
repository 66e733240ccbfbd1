package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.time.ClockMode;
import java.time.Instant;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/**
 * Something that was done to a mock and that its state follows from: doing the same again, at the same instants, brings about
 * the same state with the same pending transitions.
 */
public sealed interface Deed {

    /**
     * When it was done.
     *
     * @return the virtual instant
     */
    Instant at();

    /**
     * Where it was done.
     *
     * @return the region
     */
    Region region();

    /**
     * A call that succeeded.
     *
     * @param at when
     * @param region where
     * @param request what was asked
     */
    record Called(Instant at, Region region, ElastiCacheRequest request) implements Deed {}

    /**
     * A resource that was taken over from elsewhere.
     *
     * @param at when
     * @param region where
     * @param type its type
     * @param resource the resource as it was described
     * @param unfit makes the error if it cannot be taken over
     */
    record Adopted(Instant at, Region region, ResourceType<?> type, SdkPojo resource, Adopter.Unfit unfit)
            implements Deed {}

    /**
     * What an answer that was given elsewhere tells.
     *
     * @param at when
     * @param region where
     * @param type the kind of answer
     * @param subject what it is about; empty for the region
     * @param answer the answer
     * @param unfit makes the error if it cannot be taken over
     */
    record Answered(Instant at, Region region, AnswerType<?> type, String subject, SdkPojo answer, Adopter.Unfit unfit)
            implements Deed {}

    /**
     * An EC2 security group that was registered.
     *
     * @param at when
     * @param region where it is
     * @param ownerId the account that owns it
     * @param name its name
     */
    record RegisteredEc2SecurityGroup(Instant at, Region region, String ownerId, String name) implements Deed {}

    /**
     * A change of how virtual time moves.
     *
     * @param at when
     * @param region the mock's own
     * @param mode the new mode
     */
    record ChangedClockMode(Instant at, Region region, ClockMode mode) implements Deed {}

    /**
     * A cache node that failed.
     *
     * @param at when
     * @param region where it is
     * @param cacheCluster the id of its cluster
     */
    record FailedNode(Instant at, Region region, String cacheCluster) implements Deed {}

    /**
     * A subnet that was registered.
     *
     * @param at when
     * @param region where it is
     * @param vpcId its VPC
     * @param subnet the subnet
     */
    record RegisteredSubnet(Instant at, Region region, String vpcId, Subnet subnet) implements Deed {}
}
