package io.github.mockelasticache.internal.engine;

import java.util.Map;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;

/** What the family of cache parameter groups asks of those that use one. */
public interface ParameterGroupUsers {

    /**
     * Lets changed parameters take effect on all that use their group.
     *
     * @param group the group
     * @param changed the new values by the names of the parameters
     * @param requiresReboot whether one of them takes effect only after a reboot
     */
    void parametersChanged(CacheParameterGroup group, Map<String, String> changed, boolean requiresReboot);
}
