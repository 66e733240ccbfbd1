package io.github.mockelasticache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application without Jackson on its class path can do everything but read JSON. */
class WithoutJacksonTest {

    @Test
    void control_paths_snapshots_and_fixtures_say_which_dependency_to_add_and_all_else_works() throws Exception {
        try (URLClassLoader application =
                new URLClassLoader(classPathWithoutJackson(), ClassLoader.getPlatformClassLoader())) {
            assertThat((String) application
                            .loadClass(Application.class.getName())
                            .getDeclaredMethod("run")
                            .invoke(null))
                    .isEqualTo("""
                            1 group
                            200 text/xml
                            501 text/plain A path under /_mock/, which answers in JSON, needs Jackson 3, which is not on the\
                             class path: add the dependency tools.jackson.core:jackson-databind.
                            1 call
                            ElastiCacheMock.snapshot() needs Jackson 3, which is not on the class path: add the dependency\
                             tools.jackson.core:jackson-databind.
                            ElastiCacheMock.load() needs Jackson 3, which is not on the class path: add the dependency\
                             tools.jackson.core:jackson-databind.
                            """);
        }
    }

    private static URL[] classPathWithoutJackson() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!path.getFileName().toString().startsWith("jackson-")) {
                urls.add(path.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Runs on that class path. */
    public static final class Application {

        private Application() {}

        /** Uses a mock, its client and its endpoint, and tells what came of it. */
        public static String run() throws Exception {
            try (ElastiCacheMock mock = ElastiCacheMock.create()) {
                int groups = mock.client()
                        .describeCacheSecurityGroups(all -> {})
                        .cacheSecurityGroups()
                        .size();
                HttpResponse<String> service =
                        post(mock.endpoint(), "/?Action=DescribeCacheSecurityGroups&Version=2015-02-02");
                mock.reset();
                mock.client().describeCacheSecurityGroups(all -> {});
                HttpResponse<String> control = post(mock.endpoint(), "/_mock/settle");
                return groups + " group\n"
                        + service.statusCode() + " "
                        + service.headers().firstValue("Content-Type").orElseThrow() + "\n"
                        + control.statusCode() + " "
                        + control.headers().firstValue("Content-Type").orElseThrow() + " " + control.body()
                        + mock.journal().size() + " call\n"
                        + refusalOf(mock::snapshot)
                        + refusalOf(() -> mock.load("no-such-file.json"));
            }
        }

        private static String refusalOf(Runnable action) {
            try {
                action.run();
                return "no refusal\n";
            } catch (IllegalStateException e) {
                return e.getMessage() + "\n";
            }
        }

        private static HttpResponse<String> post(URI endpoint, String path) throws Exception {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(endpoint + path))
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString());
        }
    }
}
