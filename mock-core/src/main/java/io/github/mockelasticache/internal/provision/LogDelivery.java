package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.engine.Call;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.DestinationDetails;
import software.amazon.awssdk.services.elasticache.model.DestinationType;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfiguration;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationStatus;
import software.amazon.awssdk.services.elasticache.model.LogFormat;
import software.amazon.awssdk.services.elasticache.model.LogType;
import software.amazon.awssdk.services.elasticache.model.PendingLogDeliveryConfiguration;

/**
 * Where a cache's logs go: at most one destination for each type of log.
 *
 * @param configurations the present ones, each with the status of the change that is under way
 * @param settled what they are when that change is over
 * @param pending what the change is about
 */
public record LogDelivery(
        List<LogDeliveryConfiguration> configurations,
        List<LogDeliveryConfiguration> settled,
        List<PendingLogDeliveryConfiguration> pending) {

    private static final String SLOW_LOG_SINCE = "6.0";
    private static final String ENGINE_LOG_SINCE = "6.2";

    /**
     * What a request changes.
     *
     * @param present the configurations before
     * @param requested {@code LogDeliveryConfigurations} of the request
     * @param version the engine, which decides what logs there are
     * @param call the call: {@code InvalidParameterValue} for what is missing or unknown, {@code
     *     InvalidParameterCombination} for an engine without that log, or a type of log named twice
     * @return the change
     */
    public static LogDelivery requested(
            List<LogDeliveryConfiguration> present,
            List<LogDeliveryConfigurationRequest> requested,
            EngineVersion version,
            Call call) {
        List<LogDeliveryConfiguration> configurations = new ArrayList<>(present);
        List<LogDeliveryConfiguration> settled = new ArrayList<>(present);
        List<PendingLogDeliveryConfiguration> pending = new ArrayList<>();
        Set<LogType> seen = EnumSet.noneOf(LogType.class);
        for (LogDeliveryConfigurationRequest each : requested) {
            LogType type = logType(each, version, call);
            if (!seen.add(type)) {
                throw call.faults()
                        .invalidParameterCombination(
                                "The log type " + type + " can be given only once in LogDeliveryConfigurations.");
            }
            LogDeliveryConfiguration before = of(type, present);
            configurations.removeIf(other -> other.logType() == type);
            settled.removeIf(other -> other.logType() == type);
            if (Boolean.FALSE.equals(each.enabled())) {
                if (before == null) {
                    throw call.faults().invalidParameterValue("Log delivery of the " + type + " is not enabled.");
                }
                configurations.add(before.toBuilder()
                        .status(LogDeliveryConfigurationStatus.DISABLING)
                        .build());
                pending.add(pending(before));
            } else {
                LogDeliveryConfiguration after = enabled(type, each, call);
                settled.add(after);
                configurations.add(after.toBuilder()
                        .status(
                                before == null
                                        ? LogDeliveryConfigurationStatus.ENABLING
                                        : LogDeliveryConfigurationStatus.MODIFYING)
                        .build());
                pending.add(pending(after));
            }
        }
        return new LogDelivery(List.copyOf(configurations), List.copyOf(settled), List.copyOf(pending));
    }

    /**
     * The change that configurations are under way in, as they were described elsewhere.
     *
     * @param told the configurations
     * @param pending what the change is about, as far as that was told
     * @return the change
     */
    public static LogDelivery told(List<LogDeliveryConfiguration> told, List<PendingLogDeliveryConfiguration> pending) {
        return new LogDelivery(
                List.copyOf(told),
                told.stream()
                        .filter(each -> each.status() != LogDeliveryConfigurationStatus.DISABLING)
                        .map(each -> each.toBuilder()
                                .status(LogDeliveryConfigurationStatus.ACTIVE)
                                .build())
                        .toList(),
                List.copyOf(pending));
    }

    private static LogType logType(LogDeliveryConfigurationRequest request, EngineVersion version, Call call) {
        call.parameters().required("LogType", request.logTypeAsString());
        LogType type =
                call.parameters().oneOf("LogType", request.logTypeAsString(), List.copyOf(LogType.knownValues()));
        String since = type == LogType.SLOW_LOG ? SLOW_LOG_SINCE : ENGINE_LOG_SINCE;
        if (type == null || version.engine().equals(EngineChoice.MEMCACHED) || !version.atLeast(since)) {
            throw call.faults()
                    .invalidParameterCombination("Log delivery of the " + type + " is not supported for engine "
                            + version.engine() + " " + version.version() + ".");
        }
        return type;
    }

    private static LogDeliveryConfiguration enabled(LogType type, LogDeliveryConfigurationRequest request, Call call) {
        call.parameters().required("DestinationType", request.destinationTypeAsString());
        DestinationType destination = call.parameters()
                .oneOf(
                        "DestinationType",
                        request.destinationTypeAsString(),
                        List.copyOf(DestinationType.knownValues()));
        call.parameters().required("LogFormat", request.logFormatAsString());
        LogFormat format =
                call.parameters().oneOf("LogFormat", request.logFormatAsString(), List.copyOf(LogFormat.knownValues()));
        DestinationDetails details = request.destinationDetails();
        boolean toLogs = destination == DestinationType.CLOUDWATCH_LOGS;
        if (details == null || (toLogs ? details.cloudWatchLogsDetails() : details.kinesisFirehoseDetails()) == null) {
            throw call.faults()
                    .invalidParameterValue("DestinationDetails must have "
                            + (toLogs ? "CloudWatchLogsDetails" : "KinesisFirehoseDetails")
                            + " for the destination type " + destination + ".");
        }
        call.parameters()
                .required(
                        toLogs ? "LogGroup" : "DeliveryStream",
                        toLogs
                                ? details.cloudWatchLogsDetails().logGroup()
                                : details.kinesisFirehoseDetails().deliveryStream());
        return LogDeliveryConfiguration.builder()
                .logType(type)
                .destinationType(destination)
                .destinationDetails(details)
                .logFormat(format)
                .status(LogDeliveryConfigurationStatus.ACTIVE)
                .build();
    }

    private static PendingLogDeliveryConfiguration pending(LogDeliveryConfiguration configuration) {
        return PendingLogDeliveryConfiguration.builder()
                .logType(configuration.logType())
                .destinationType(configuration.destinationType())
                .destinationDetails(configuration.destinationDetails())
                .logFormat(configuration.logFormat())
                .build();
    }

    private static @Nullable LogDeliveryConfiguration of(LogType type, List<LogDeliveryConfiguration> present) {
        return present.stream()
                .filter(each -> each.logType() == type)
                .findFirst()
                .orElse(null);
    }
}
