package io.github.mockelasticache.samples.spring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** The AWS clients of the application. */
@Configuration(proxyBeanMethods = false)
class ElastiCacheConfiguration {

    /** Region and credentials are those of the machine that the application runs on. */
    @Bean
    ElastiCacheClient elastiCacheClient() {
        return ElastiCacheClient.create();
    }
}
