package io.github.mockelasticache.samples.kotlin

import software.amazon.awssdk.services.elasticache.ElastiCacheClient

/** Says from which EC2 security groups of [ownerId] a cache can be reached. */
class CacheAccess(private val elastiCache: ElastiCacheClient, private val ownerId: String) {

    /** Opens the cache that [securityGroup] guards for the EC2 security group [ec2SecurityGroup]. */
    fun grant(securityGroup: String, ec2SecurityGroup: String) {
        elastiCache.authorizeCacheSecurityGroupIngress {
            it.cacheSecurityGroupName(securityGroup)
                .ec2SecurityGroupName(ec2SecurityGroup)
                .ec2SecurityGroupOwnerId(ownerId)
        }
    }

    /** The EC2 security groups for which the cache is open by now. */
    fun granted(securityGroup: String): List<String> =
        elastiCache.describeCacheSecurityGroups { it.cacheSecurityGroupName(securityGroup) }
            .cacheSecurityGroups()
            .flatMap { it.ec2SecurityGroups() }
            .filter { it.status() == "authorized" }
            .map { it.ec2SecurityGroupName() }
}
