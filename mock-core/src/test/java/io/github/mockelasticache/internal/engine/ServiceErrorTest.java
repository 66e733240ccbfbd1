package io.github.mockelasticache.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.testing.EngineSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.protocols.core.ExceptionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

/** The table of errors, held against what the SDK makes of an error off the wire. */
class ServiceErrorTest {

    private static final String MESSAGE = "What the service says.";
    private static final Pattern MODEL_CLASS =
            Pattern.compile("(software/amazon/awssdk/services/elasticache/model/\\w+Exception)\\.class");

    private final Engine engine = new Engine(EngineSettings.withSeed(7), List.of(new RefusingFamily()));

    /** While it is open, the SDK reads no profile files. */
    @AutoClose
    private final ServedClients served = new ServedClients(engine);

    private final ElastiCacheClient client = served.client(Region.US_EAST_1);

    @Test
    void every_modelled_exception_of_the_SDK_has_exactly_one_entry() throws Exception {
        List<Class<?>> entries = Arrays.stream(ServiceError.values())
                .<Class<?>>map(error -> error.exception().build().getClass())
                .toList();

        assertThat(entries).containsExactlyInAnyOrderElementsOf(modelledExceptions());
    }

    @Test
    void every_code_is_that_of_one_entry() {
        assertThat(ServiceError.values()).extracting(ServiceError::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void the_SDK_makes_the_same_exception_of_the_code_off_the_wire(ServiceError error) {
        AwsServiceException mocked = refusalBy(client, error);

        AwsServiceException real = refusalOffTheWire(error, mocked.requestId());

        assertThat(mocked).isExactlyInstanceOf(real.getClass()).hasMessage(real.getMessage());
        assertThat(mocked.statusCode()).isEqualTo(real.statusCode()).isEqualTo(error.httpStatus());
        assertThat(mocked.requestId()).isEqualTo(real.requestId());
        assertThat(mocked.awsErrorDetails().errorCode())
                .isEqualTo(real.awsErrorDetails().errorCode())
                .isEqualTo(error.code());
        assertThat(mocked.awsErrorDetails().errorMessage())
                .isEqualTo(real.awsErrorDetails().errorMessage())
                .isEqualTo(MESSAGE);
        assertThat(mocked.awsErrorDetails().serviceName())
                .isEqualTo(real.awsErrorDetails().serviceName());
        assertThat(mocked.awsErrorDetails().sdkHttpResponse().statusCode())
                .isEqualTo(real.awsErrorDetails().sdkHttpResponse().statusCode());
        assertThat(mocked.isThrottlingException()).isEqualTo(real.isThrottlingException());
        assertThat(mocked.retryable()).isEqualTo(real.retryable());
    }

    /** An SDK exception has the status of the HTTP response, so the model's is read from where the SDK keeps it unused. */
    @Test
    void codes_and_statuses_are_those_of_the_API_model_that_the_SDK_was_generated_from() throws Exception {
        Object protocol = field(client, "protocolFactory");
        List<?> modelled = (List<?>) field(protocol, "modeledExceptions");

        assertThat(ServiceError.values())
                .extracting(ServiceError::code, ServiceError::httpStatus)
                .containsExactlyInAnyOrderElementsOf(modelled.stream()
                        .map(ExceptionMetadata.class::cast)
                        .map(exception -> tuple(exception.errorCode(), exception.httpStatusCode()))
                        .toList());
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    private static List<Class<?>> modelledExceptions() throws Exception {
        Path jar = Path.of(ElastiCacheException.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (JarFile classes = new JarFile(jar.toFile())) {
            return classes.stream()
                    .map(entry -> MODEL_CLASS.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1).replace('/', '.'))
                    .filter(name -> !name.equals(ElastiCacheException.class.getName())) // The base of all others.
                    .<Class<?>>map(ServiceErrorTest::named)
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AwsServiceException refusalOffTheWire(ServiceError error, String requestId) {
        String body = """
                <ErrorResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/">
                  <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
                  <RequestId>%s</RequestId>
                </ErrorResponse>
                """.formatted(error.code(), MESSAGE, requestId);
        try (ElastiCacheClient real = ElastiCacheClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .defaultsMode(DefaultsMode.LEGACY)
                .overrideConfiguration(once -> once.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .httpClient(new OneAnswer(error.httpStatus(), body, requestId))
                .build()) {
            return refusalBy(real, error);
        }
    }

    /** The code goes along as the name of what is asked for, so that {@link RefusingFamily} knows how to refuse. */
    private static AwsServiceException refusalBy(ElastiCacheClient client, ServiceError error) {
        return catchThrowableOfType(
                AwsServiceException.class,
                () -> client.describeCacheClusters(clusters -> clusters.cacheClusterId(error.name())));
    }

    /** Refuses every call with the error that it asks for. */
    private static final class RefusingFamily implements Family {

        @Override
        public void register(Operations operations) {
            operations.handle(DescribeCacheClustersRequest.class, (request, call) -> {
                throw call.faults().of(ServiceError.valueOf(request.cacheClusterId()), MESSAGE);
            });
        }
    }

    /** An HTTP client that has one answer to everything. */
    private record OneAnswer(int status, String body, String requestId) implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            SdkHttpFullResponse response = SdkHttpFullResponse.builder()
                    .statusCode(status)
                    .putHeader("x-amzn-RequestId", requestId)
                    .putHeader("Content-Type", "text/xml")
                    .build();
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    return HttpExecuteResponse.builder()
                            .response(response)
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(UTF_8))))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }
}
