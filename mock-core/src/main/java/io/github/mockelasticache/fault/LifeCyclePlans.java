package io.github.mockelasticache.fault;

import java.util.List;

/** The plans for life cycles that go wrong, of one mock, in the order in which they were added. Safe for use by several threads. */
public interface LifeCyclePlans {

    /**
     * Adds a plan, which holds for whatever begins from now on. If several plans fit, the first one counts.
     *
     * @param plan the plan
     * @return these plans
     */
    LifeCyclePlans add(LifeCyclePlan plan);

    /**
     * Takes a plan out. What it has led to stays as it is.
     *
     * @param plan the plan; one that is not among these is of no consequence
     * @return these plans
     */
    LifeCyclePlans remove(LifeCyclePlan plan);

    /**
     * Takes all plans out. What they have led to stays as it is.
     *
     * @return these plans
     */
    LifeCyclePlans clear();

    /**
     * The plans, whether they have had an effect or not.
     *
     * @return those of this moment
     */
    List<LifeCyclePlan> all();

    /**
     * The plans that have had no effect: a test that expects one is wrong about the resources that there are.
     *
     * @return those of this moment
     */
    List<LifeCyclePlan> unused();
}
