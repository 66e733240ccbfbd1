package io.github.mockelasticache.samples.provisioner;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupInUseException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** The cache subnet group: where the nodes are placed. */
record SubnetGroup(ElastiCacheClient client, Watch watch, Blueprint blueprint) implements Resource {

    @Override
    public Part part() {
        return Part.SUBNET_GROUP;
    }

    @Override
    public boolean exists() {
        try {
            client.describeCacheSubnetGroups(named -> named.cacheSubnetGroupName(blueprint.name()));
            return true;
        } catch (CacheSubnetGroupNotFoundException absent) {
            return false;
        }
    }

    @Override
    public boolean create() {
        try {
            client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName(blueprint.name())
                    .cacheSubnetGroupDescription("Subnets of " + blueprint.name())
                    .subnetIds(blueprint.subnets()));
            return true;
        } catch (CacheSubnetGroupAlreadyExistsException overtaken) {
            return false;
        }
    }

    @Override
    public Result adjust() {
        String wanted = String.join(", ", blueprint.subnets());
        if (present().equals(new HashSet<>(blueprint.subnets()))) {
            return Result.unchanged(wanted);
        }
        client.modifyCacheSubnetGroup(
                group -> group.cacheSubnetGroupName(blueprint.name()).subnetIds(blueprint.subnets()));
        return Result.changed(wanted);
    }

    /** In use for as long as the last cache of the group is being deleted, and longer if others share it. */
    @Override
    public void delete() {
        watch.untilTaken(
                () -> {
                    try {
                        client.deleteCacheSubnetGroup(group -> group.cacheSubnetGroupName(blueprint.name()));
                    } catch (CacheSubnetGroupNotFoundException overtaken) {
                        // Gone is what was asked for.
                    }
                },
                CacheSubnetGroupInUseException.class::isInstance);
    }

    private Set<String> present() {
        return client
                .describeCacheSubnetGroups(named -> named.cacheSubnetGroupName(blueprint.name()))
                .cacheSubnetGroups()
                .get(0)
                .subnets()
                .stream()
                .map(Subnet::subnetIdentifier)
                .collect(Collectors.toSet());
    }
}
