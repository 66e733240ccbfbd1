package io.github.mockelasticache.testing;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/**
 * What each member of a request does, as a table of tests.
 *
 * <p>A member that the mock ignores is a defect, so the table fails if it leaves out a member that the SDK's request has, and
 * if it names one that the request does not have.
 */
public final class RequestMembers {

    private final ElastiCacheRequest request;
    private final Map<String, DynamicTest> tests = new LinkedHashMap<>();

    private RequestMembers(ElastiCacheRequest request) {
        this.request = request;
    }

    /** The table for a request, of which any instance will do. */
    public static RequestMembers of(ElastiCacheRequest request) {
        return new RequestMembers(request);
    }

    /** Names a member, by its name in the API reference, with its effect in words and the test that shows it. */
    public RequestMembers member(String name, String effect, Executable test) {
        assertThat(tests).as("members named so far").doesNotContainKey(name);
        tests.put(name, DynamicTest.dynamicTest(name + " " + effect, test));
        return this;
    }

    /** The test that the table is complete, and then those of the members. */
    public Stream<DynamicTest> tests() {
        String operation = request.getClass().getSimpleName();
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        operation + " has these members and no others",
                        () -> assertThat(new TreeSet<>(tests.keySet()))
                                .as(operation)
                                .isEqualTo(request.sdkFields().stream()
                                        .map(SdkField::memberName)
                                        .collect(toCollection(TreeSet::new))))),
                tests.values().stream());
    }
}
