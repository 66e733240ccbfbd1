package io.github.mockelasticache.fault;

import java.util.List;

/** The fault plans of one mock, in the order in which they were added. Safe for use by several threads. */
public interface FaultPlans {

    /**
     * Adds a plan, which counts the calls from now on. A plan that has been added before begins anew.
     *
     * @param plan the plan
     * @return these plans
     * @throws IllegalArgumentException if no operation of the service has the error that the plan injects
     */
    FaultPlans add(FaultPlan plan);

    /**
     * Takes a plan out; calls that begin from now on do not count for it.
     *
     * @param plan the plan; one that is not among these is of no consequence
     * @return these plans
     */
    FaultPlans remove(FaultPlan plan);

    /**
     * Takes all plans out, those that the mock was built with too.
     *
     * @return these plans
     */
    FaultPlans clear();

    /**
     * The plans, whether they still have something to inject or not.
     *
     * @return those of this moment
     */
    List<FaultPlan> all();

    /**
     * How many calls a plan has made go wrong.
     *
     * @param plan the plan
     * @return 0 to its {@link FaultPlan#times}; 0 for a plan that is not among these
     */
    int fired(FaultPlan plan);

    /**
     * The plans that have not fired: a test that expects them to have is wrong about the calls that are made.
     *
     * @return those of this moment
     */
    List<FaultPlan> unused();
}
