package io.github.mockelasticache.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** Every snippet of the README stands, to the letter, in a source file that the build runs. */
class ReadmeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final String README = read("README.md");
    private static final Pattern SNIPPET = Pattern.compile(
            "<!-- snippet: (?<file>\\S+?)(#(?<region>\\S+))? -->\\s+```(java|kotlin|sh|python)\n(?<text>.*?)```",
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

    /** The table is what this test makes of the mock's own list and of the SDK's: it is copied from the failure. */
    @Test
    void the_table_of_operations_is_that_of_the_mock_and_the_sdk() {
        String table;
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            Set<String> unknown = operationsOfTheSdk();
            mock.operations().values().forEach(unknown::removeAll);
            table = Stream.concat(
                            mock.operations().entrySet().stream()
                                    .map(family -> row(family.getKey(), family.getValue())),
                            Stream.of(unknown).filter(rest -> !rest.isEmpty()).map(rest -> row("*Not yet*", rest)))
                    .collect(Collectors.joining("\n", "| family | operations |\n|---|---|\n", "\n"));
        }

        assertThat(README).contains("\n" + table + "\n");
    }

    private static String row(String family, Collection<String> operations) {
        return "| " + family + " | " + String.join(", ", operations) + " |";
    }

    private static Set<String> operationsOfTheSdk() {
        return Stream.of(ElastiCacheClient.class.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && ElastiCacheRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && ElastiCacheResponse.class.isAssignableFrom(method.getReturnType()))
                .map(method -> method.getParameterTypes()[0].getSimpleName())
                .map(request -> request.substring(0, request.length() - "Request".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The named region of a source file, or without a name all of it, of Java and Kotlin what follows its imports. */
    private static String source(String file, String region) {
        String source = read(file);
        if (!file.endsWith(".java") && !file.endsWith(".kt")) {
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
