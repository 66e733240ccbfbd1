package io.github.mockelasticache.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** The words of the types of resource, against the service's model. */
class ResourceTypesTest {

    @TestFactory
    Stream<DynamicTest> a_types_list_is_named_as_in_the_answer_of_its_Describe_operation() {
        return Arrays.stream(ResourceTypes.class.getFields())
                .map(ResourceTypesTest::constant)
                .map(type -> DynamicTest.dynamicTest(
                        type.model().getSimpleName(),
                        () -> assertThat(describedLists(type)).contains(type.listName())));
    }

    private static ResourceType<?> constant(Field field) {
        try {
            return (ResourceType<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> describedLists(ResourceType<?> type) throws ReflectiveOperationException {
        Class<?> response =
                Class.forName(ElastiCacheResponse.class.getPackageName() + ".Describe" + type.listName() + "Response");
        Method builder = response.getMethod("builder");
        ElastiCacheResponse empty = ((ElastiCacheResponse.Builder) builder.invoke(null)).build();
        return empty.sdkFields().stream()
                .filter(field -> Collection.class.isAssignableFrom(
                        field.marshallingType().getTargetClass()))
                .map(field -> field.memberName())
                .toList();
    }
}
