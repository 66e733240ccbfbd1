package io.github.mockelasticache.samples.spring;

import java.util.List;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;

/** Says from which EC2 security groups the cache can be reached. */
@Service
public class CacheAccess {

    private final ElastiCacheClient elastiCache;
    private final CacheAccessProperties properties;

    CacheAccess(ElastiCacheClient elastiCache, CacheAccessProperties properties) {
        this.elastiCache = elastiCache;
        this.properties = properties;
    }

    /** Creates the cache security group that guards the cache, unless there is one. */
    public void prepare() {
        try {
            elastiCache.createCacheSecurityGroup(group ->
                    group.cacheSecurityGroupName(properties.securityGroup()).description("Opened by the application"));
        } catch (CacheSecurityGroupAlreadyExistsException prepared) {
            // by this application, or by another that opens the same cache
        }
    }

    /**
     * Opens the cache for an EC2 security group.
     *
     * @param ec2SecurityGroup its name
     */
    public void grant(String ec2SecurityGroup) {
        elastiCache.authorizeCacheSecurityGroupIngress(
                ingress -> ingress.cacheSecurityGroupName(properties.securityGroup())
                        .ec2SecurityGroupName(ec2SecurityGroup)
                        .ec2SecurityGroupOwnerId(properties.ownerId()));
    }

    /** The names of the EC2 security groups for which the cache is open by now. */
    public List<String> granted() {
        return elastiCache
                .describeCacheSecurityGroups(named -> named.cacheSecurityGroupName(properties.securityGroup()))
                .cacheSecurityGroups()
                .get(0)
                .ec2SecurityGroups()
                .stream()
                .filter(ingress -> ingress.status().equals("authorized"))
                .map(EC2SecurityGroup::ec2SecurityGroupName)
                .toList();
    }
}
