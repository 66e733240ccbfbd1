package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.Invocation;
import io.github.mockelasticache.internal.engine.LoopbackHeaders;
import io.github.mockelasticache.journal.Caller;
import io.github.mockelasticache.journal.Door;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponseMetadata;

/** Speaks the Query protocol: decodes a call, has the service answer it, encodes the answer. */
final class QueryHandler implements HttpHandler {

    static final String MEDIA_TYPE = "text/xml";
    static final String REQUEST_ID_HEADER = "x-amzn-RequestId";

    private static final String VERSION = "2015-02-02";

    /** What the SDK's metadata says if it holds no request id. */
    private static final String NO_REQUEST_ID = "UNKNOWN";

    private static final Pattern ATTEMPT = Pattern.compile("\\battempt=([1-9][0-9]{0,8})\\b");

    private final ElastiCacheService service;
    private final Region defaultRegion;
    private final ErrorAnswers errors;

    QueryHandler(ElastiCacheService service, Region defaultRegion, ErrorAnswers errors) {
        this.service = service;
        this.defaultRegion = defaultRegion;
        this.errors = errors;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        FormParameters parameters = parameters(request);
        ActionTable.Action action = action(parameters);
        ElastiCacheRequest call = QueryDecoder.decode(action, parameters);
        boolean waiterPoll = request.header(LoopbackHeaders.WAITER_POLL).isPresent();
        try {
            ElastiCacheResponse response = service.execute(
                    action.name(), new Invocation(call, region(request, parameters), waiterPoll, caller(request)));
            String requestId = requestId(response);
            return HttpResponse.of(200, MEDIA_TYPE, XmlEncoder.response(action.name(), response, requestId))
                    .withHeader(REQUEST_ID_HEADER, requestId);
        } catch (AwsServiceException e) {
            return errors.serviceError(e);
        }
    }

    /** A captured client names its thread. */
    private static Caller caller(HttpRequest request) {
        int attempt =
                request.header("amz-sdk-request").map(QueryHandler::attempt).orElse(1);
        return request.header(LoopbackHeaders.THREAD)
                .map(thread -> new Caller(Door.CAPTURED, URLDecoder.decode(thread, StandardCharsets.UTF_8), attempt))
                .orElseGet(() -> new Caller(Door.WIRE, Thread.currentThread().getName(), attempt));
    }

    /** The SDKs say which attempt a request is: {@code attempt=2; max=3} (retry behavior, AWS SDKs reference guide). */
    private static int attempt(String sdkRequest) {
        Matcher matcher = ATTEMPT.matcher(sdkRequest);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    }

    /** A captured client says which region it addresses; of others the signature tells it. */
    private Region region(HttpRequest request, FormParameters parameters) {
        return request.header(LoopbackHeaders.REGION)
                .map(Region::of)
                .or(() -> CredentialScope.region(
                        request.header("Authorization").orElse(null), parameters.get("X-Amz-Credential")))
                .orElse(defaultRegion);
    }

    private static FormParameters parameters(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> FormParameters.parse(request.query());
            case "POST" -> FormParameters.parse(request.query(), request.body());
            default ->
                throw new RefusedRequestException(
                        405,
                        "MethodNotAllowed",
                        "The service takes GET and POST requests only.",
                        Map.of("Allow", "GET, POST"));
        };
    }

    /** Codes from the services' list of common errors; the text of InvalidAction as seen in aws/aws-cli#37. */
    private static ActionTable.Action action(FormParameters parameters) {
        String name = parameters.get("Action");
        if (name == null || name.isEmpty()) {
            throw new RefusedRequestException(
                    400, "MissingAction", "The request has no Action parameter, the name of the operation to call.");
        }
        String version = parameters.get("Version");
        ActionTable.Action action = VERSION.equals(version) ? ActionTable.find(name) : null;
        if (action == null) {
            throw new RefusedRequestException(
                    400,
                    "InvalidAction",
                    "Could not find operation " + ScalarText.echo(name) + " for version "
                            + (version == null ? "NO_VERSION_SPECIFIED" : ScalarText.echo(version)));
        }
        return action;
    }

    private String requestId(ElastiCacheResponse response) {
        ElastiCacheResponseMetadata metadata = response.responseMetadata();
        String id = metadata == null ? NO_REQUEST_ID : metadata.requestId();
        return id.equals(NO_REQUEST_ID) ? service.newRequestId() : id;
    }
}
