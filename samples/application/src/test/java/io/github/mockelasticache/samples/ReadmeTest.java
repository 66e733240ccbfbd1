package io.github.mockelasticache.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Every snippet of the README stands, to the letter, in a source file that the build runs. */
class ReadmeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final String README = read("README.md");
    private static final Pattern SNIPPET = Pattern.compile(
            "<!-- snippet: (?<file>\\S+?)(#(?<region>\\S+))? -->\\s+```(java|sh|python)\n(?<text>.*?)```",
            Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> a_snippet_is_source_code() {
        return SNIPPET.matcher(README).results().map(found -> {
            Matcher snippet = SNIPPET.matcher(found.group());
            assertThat(snippet.matches()).isTrue();
            return DynamicTest.dynamicTest(
                    snippet.group("file") + " " + snippet.group("region"),
                    () -> assertThat(snippet.group("text"))
                            .isEqualTo(source(snippet.group("file"), snippet.group("region"))));
        });
    }

    /** Of shell, only the commands of the build stand there beside them. */
    @ParameterizedTest
    @ValueSource(strings = {"```java\n", "```python\n"})
    void no_code_stands_in_the_readme_that_is_not_such_a_snippet(String fence) {
        long snippets = SNIPPET.matcher(README)
                .results()
                .filter(snippet -> snippet.group().contains(fence))
                .count();
        assertThat(README.split(fence, -1)).hasSize((int) snippets + 1);
    }

    /** An operation that the mock does not know fails with UnsupportedOperationException; any other outcome is an answer. */
    @Test
    void the_table_of_operations_says_what_the_mock_answers() {
        Map<String, String> states = new TreeMap<>();
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            ElastiCacheClient client = mock.client();
            for (Method method : ElastiCacheClient.class.getMethods()) {
                if (method.getParameterCount() == 1
                        && ElastiCacheRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && ElastiCacheResponse.class.isAssignableFrom(method.getReturnType())) {
                    String request = method.getParameterTypes()[0].getSimpleName();
                    states.put(request.substring(0, request.length() - "Request".length()), state(client, method));
                }
            }
        }

        assertThat(statesInReadme()).hasSize(75).containsExactlyInAnyOrderEntriesOf(states);
    }

    private static String state(ElastiCacheClient client, Method operation) {
        try {
            SdkBuilder<?, ?> request = (SdkBuilder<?, ?>)
                    operation.getParameterTypes()[0].getMethod("builder").invoke(null);
            operation.invoke(client, request.build());
            return "answered";
        } catch (InvocationTargetException failure) {
            return failure.getCause() instanceof UnsupportedOperationException ? "not yet" : "answered";
        } catch (ReflectiveOperationException unexpected) {
            throw new LinkageError(unexpected.getMessage(), unexpected);
        }
    }

    private static Map<String, String> statesInReadme() {
        Map<String, String> states = new TreeMap<>();
        Pattern.compile("\\| [^|]+ \\| (answered|not yet) \\| ([^|]+) \\|")
                .matcher(README)
                .results()
                .forEach(row ->
                        Stream.of(row.group(2).split(", ")).forEach(operation -> states.put(operation, row.group(1))));
        return states;
    }

    /** The named region of a source file, or without a name all of it, of Java what follows its imports. */
    private static String source(String file, String region) {
        String source = read(file);
        if (!file.endsWith(".java")) {
            return source;
        }
        if (region == null) {
            return source.substring(source.lastIndexOf("\nimport ")).replaceFirst("\nimport [^\n]*\n\n", "");
        }
        List<String> lines = source.lines().toList();
        int start = indexOf(lines, "// snippet: " + region, 0) + 1;
        int end = indexOf(lines, "// end", start);
        return String.join("\n", lines.subList(start, end)).stripIndent() + "\n";
    }

    private static int indexOf(List<String> lines, String marker, int from) {
        for (int index = from; index < lines.size(); index++) {
            if (lines.get(index).strip().equals(marker)) {
                return index;
            }
        }
        throw new AssertionError("There is no line " + marker);
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
