package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.Platform;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.fault.FaultPlan;
import io.github.mockelasticache.fault.LifeCyclePlan;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Delays;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.regions.Region;

/**
 * How one mock is set up.
 *
 * @param region the region of clients for which none is named
 * @param accountId the account that owns every resource: twelve digits
 * @param start the virtual clock's first instant
 * @param clockMode how virtual time moves while calls are made
 * @param timeFactor how many times as fast as real time virtual time is, in {@link ClockMode#REAL_TIME}
 * @param platform whether cache security groups exist
 * @param seed of the identifiers
 * @param delays how long each transition takes
 * @param settledIngressStatus the word for an ingress that has taken effect
 * @param quotas how many resources the account may have
 * @param faultPlans what goes wrong from the start
 * @param lifeCyclePlans which life cycles go wrong from the start
 * @param zonesWithoutCapacity the availability zones in which no node can be created at the start
 * @param strictEc2 whether EC2 security groups and subnets must be registered before they can be used
 * @param journalLimit how many calls the journal keeps: the last ones
 */
public record Settings(
        Region region,
        String accountId,
        Instant start,
        ClockMode clockMode,
        double timeFactor,
        Platform platform,
        long seed,
        Delays delays,
        String settledIngressStatus,
        Quotas quotas,
        List<FaultPlan> faultPlans,
        List<LifeCyclePlan> lifeCyclePlans,
        Set<String> zonesWithoutCapacity,
        boolean strictEc2,
        int journalLimit) {}
