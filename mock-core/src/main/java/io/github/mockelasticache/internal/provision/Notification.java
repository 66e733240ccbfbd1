package io.github.mockelasticache.internal.provision;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.NotificationConfiguration;

/** Where the service sends its notifications: present only where a topic has been set. */
public final class Notification {

    private Notification() {}

    /**
     * Notifications to a topic.
     *
     * @param topicArn the ARN of the SNS topic, or null
     * @return the active configuration, or null
     */
    public static @Nullable NotificationConfiguration to(@Nullable String topicArn) {
        return topicArn == null
                ? null
                : NotificationConfiguration.builder()
                        .topicArn(topicArn)
                        .topicStatus("active")
                        .build();
    }
}
