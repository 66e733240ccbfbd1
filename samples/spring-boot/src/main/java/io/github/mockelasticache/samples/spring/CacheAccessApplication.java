package io.github.mockelasticache.samples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Where the application starts. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CacheAccessApplication {

    /**
     * Starts the application.
     *
     * @param arguments properties, as Spring Boot reads them
     */
    public static void main(String[] arguments) {
        SpringApplication.run(CacheAccessApplication.class, arguments);
    }
}
