package io.github.mockelasticache.samples.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which cache the application opens, and for whom.
 *
 * @param securityGroup the cache security group that guards the cache
 * @param ownerId the account that owns the EC2 security groups
 */
@ConfigurationProperties("cache-access")
record CacheAccessProperties(String securityGroup, String ownerId) {}
