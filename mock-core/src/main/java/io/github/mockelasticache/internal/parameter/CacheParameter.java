package io.github.mockelasticache.internal.parameter;

import io.github.mockelasticache.internal.catalog.NodeType;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheNodeTypeSpecificParameter;
import software.amazon.awssdk.services.elasticache.model.CacheNodeTypeSpecificValue;
import software.amazon.awssdk.services.elasticache.model.ChangeType;
import software.amazon.awssdk.services.elasticache.model.Parameter;

/**
 * A parameter of a family.
 *
 * @param name its name
 * @param value its default; null where it has none, or where that depends on the node type
 * @param nodeTypeColumn which value of a node type is its default; null where it is the same on all
 * @param dataType {@code string}, {@code integer}, {@code float} or {@code boolean}
 * @param allowedValues what it may be
 * @param modifiable who may change it
 * @param changeType when a change takes effect
 * @param minimumEngineVersion the first engine version that has it in this family
 * @param description what it is for
 */
record CacheParameter(
        String name,
        @Nullable String value,
        @Nullable String nodeTypeColumn,
        String dataType,
        AllowedValues allowedValues,
        Modifiable modifiable,
        ChangeType changeType,
        String minimumEngineVersion,
        String description) {

    /** "Do not use any characters other than those listed" (user guide); t, d, m and n are those of later versions. */
    private static final Pattern KEYSPACE_EVENTS = Pattern.compile("[KEg$lshzxeAtdmn]*");

    /** Who may change a parameter. */
    enum Modifiable {
        /** Everyone, in a group of one's own. */
        YES,

        /** The service alone. */
        NO,

        /**
         * Everyone, in a group of one's own that no cluster uses ("Parameters changed in Redis OSS 3.2.4", user guide). In the
         * example outputs of the AWS CLI reference {@code IsModifiable} is false in the family and true in a group.
         */
        UNATTACHED
    }

    /** Whether a value is of the parameter's type and allowed. */
    boolean admits(String candidate) {
        return switch (name) {
            case "notify-keyspace-events" -> KEYSPACE_EVENTS.matcher(candidate).matches();
            case "rename-commands" -> allowedValues.admitRenamed(candidate);
            default -> allowedValues.admit(dataType, candidate);
        };
    }

    boolean dependsOnNodeType() {
        return nodeTypeColumn != null;
    }

    boolean requiresReboot() {
        return changeType == ChangeType.REQUIRES_REBOOT;
    }

    /** The parameter with a value, as the service describes it. */
    Parameter described(@Nullable String present, ParameterSource source, boolean isModifiable) {
        return Parameter.builder()
                .parameterName(name)
                .parameterValue(present)
                .description(description)
                .source(source.toString())
                .dataType(dataType)
                .allowedValues(allowedValues.text())
                .isModifiable(isModifiable)
                .minimumEngineVersion(minimumEngineVersion)
                .changeType(changeType)
                .build();
    }

    /** The parameter with its value on each of some node types, as the service describes it. */
    CacheNodeTypeSpecificParameter describedOn(List<NodeType> types) {
        return CacheNodeTypeSpecificParameter.builder()
                .parameterName(name)
                .description(description)
                .source(ParameterSource.SYSTEM.toString())
                .dataType(dataType)
                .allowedValues(allowedValues.text())
                .isModifiable(false)
                .minimumEngineVersion(minimumEngineVersion)
                .changeType(changeType)
                .cacheNodeTypeSpecificValues(types.stream()
                        .map(type -> CacheNodeTypeSpecificValue.builder()
                                .cacheNodeType(type.name())
                                .value(valueOn(type))
                                .build())
                        .toList())
                .build();
    }

    private String valueOn(NodeType type) {
        Object present = switch (Objects.requireNonNull(nodeTypeColumn)) {
            case "maxmemory" -> type.memory();
            case "replica-output-buffer-limit" -> type.replicaOutputBufferLimit();
            case "max_cache_memory" -> Objects.requireNonNull(type.maxCacheMemory());
            case "num_threads" -> Objects.requireNonNull(type.numThreads());
            default -> throw new IllegalStateException("A node type has no " + nodeTypeColumn + ".");
        };
        return present.toString();
    }
}
