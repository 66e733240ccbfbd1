package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.journal.RecordedCall;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.awscore.util.AwsHeader;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** One call in progress: where it was made, and what its handler works with. */
public final class Call {

    private static final int OK = 200;

    private final RegionState region;
    private final String operation;
    private final String requestId;
    private final Faults faults;

    Call(RegionState region, String operation, String requestId) {
        this.region = region;
        this.operation = operation;
        this.requestId = requestId;
        this.faults = new Faults(requestId);
    }

    /**
     * The region that the caller addressed.
     *
     * @return its state
     */
    public RegionState region() {
        return region;
    }

    /**
     * This call as far as it has to do with another region.
     *
     * @param other which one
     * @return the same call there
     */
    public Call in(Region other) {
        return new Call(region.in(other), operation, requestId);
    }

    /**
     * The service's errors.
     *
     * @return the errors of this call
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The checks of request parameters.
     *
     * @return the checks of this call
     */
    public Parameters parameters() {
        return new Parameters(faults);
    }

    /**
     * Looks a resource up that must exist.
     *
     * @param type its type
     * @param name its name in any case
     * @param <T> the SDK's model class of the resource
     * @return the resource; the type's own error if there is none
     */
    public <T> T existing(ResourceType<T> type, String name) {
        T found = region.table(type).find(name);
        if (found == null) {
            throw type.notFound().apply(faults, name);
        }
        return found;
    }

    /**
     * How the caller wants a list paged.
     *
     * @param maxRecords {@code MaxRecords} of the request: 20 to 100, by default 100
     * @param marker {@code Marker} of the request; null or empty for the first page
     * @return the paging; {@code InvalidParameterValue} if the size is out of range or the marker is unknown
     */
    public Paging paging(@Nullable Integer maxRecords, @Nullable String marker) {
        return pagingOfSize(parameters().maxRecords(maxRecords), marker);
    }

    /**
     * How the caller wants a list paged whose pages have another size than most.
     *
     * @param size the size of the page, which has been checked
     * @param marker {@code Marker} of the request; null or empty for the first page
     * @return the paging; {@code InvalidParameterValue} if the marker is unknown
     */
    public Paging pagingOfSize(int size, @Nullable String marker) {
        Markers markers = new Markers(
                region.settings().seed(), operation + "/" + region.region().id());
        if (marker == null || marker.isEmpty()) {
            return new Paging(size, null, markers);
        }
        String after = markers.key(marker);
        if (after == null) {
            throw faults.invalidParameterValue("Invalid marker: " + marker + " was not returned by " + operation + ".");
        }
        return new Paging(size, after, markers);
    }

    RecordedCall recorded(
            long number, Invocation invocation, Optional<ElastiCacheResponse> answer, Optional<SdkException> error) {
        return new RecordedCall(
                number,
                region.now(),
                region.region(),
                invocation.caller(),
                operation,
                invocation.request(),
                requestId,
                answer,
                error);
    }

    ElastiCacheResponse complete(ElastiCacheResponse.Builder answer) {
        answer.responseMetadata(DefaultAwsResponseMetadata.create(Map.of(AwsHeader.AWS_REQUEST_ID, requestId)));
        answer.sdkHttpResponse(HttpAnswer.of(OK, requestId));
        return answer.build();
    }
}
