package io.github.mockelasticache.internal.json;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** What the operations of the service that only read answer, whether the mock handles them or not: read from the SDK's client. */
final class ServiceAnswers {

    private static final Set<String> OF_PAGES = Set.of("Marker", "NextToken");
    private static final Map<String, Set<String>> OPERATIONS_BY_MEMBER = read();

    private ServiceAnswers() {}

    /** The operations whose answer has a member. */
    static Set<String> operationsThatGive(String member) {
        return OPERATIONS_BY_MEMBER.getOrDefault(member, Set.of());
    }

    /** The members of an answer, without those of its pages. */
    static List<String> members(Class<?> answer) {
        try {
            SdkBuilder<?, ?> builder =
                    (SdkBuilder<?, ?>) answer.getMethod("builder").invoke(null);
            return ((SdkPojo) builder.build())
                    .sdkFields().stream()
                            .map(SdkField::memberName)
                            .filter(each -> !OF_PAGES.contains(each))
                            .toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The SDK's " + answer.getSimpleName()
                            + " has no static builder() method; this version of the AWS SDK for"
                            + " Java v2 does not fit the mock's fixtures.",
                    e);
        }
    }

    private static SortedMap<String, Set<String>> read() {
        SortedMap<String, Set<String>> operations = new TreeMap<>();
        for (Method method : ElastiCacheClient.class.getMethods()) {
            boolean reads =
                    method.getName().startsWith("describe") || method.getName().startsWith("list");
            if (reads
                    && method.getParameterCount() == 1
                    && ElastiCacheRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                    && ElastiCacheResponse.class.isAssignableFrom(method.getReturnType())) {
                String operation = Character.toUpperCase(method.getName().charAt(0))
                        + method.getName().substring(1);
                members(method.getReturnType())
                        .forEach(member -> operations
                                .computeIfAbsent(member, first -> new TreeSet<>())
                                .add(operation));
            }
        }
        return operations;
    }
}
