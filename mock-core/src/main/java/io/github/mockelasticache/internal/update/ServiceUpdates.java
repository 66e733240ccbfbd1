package io.github.mockelasticache.internal.update;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.RegionState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.BatchStopUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeServiceUpdatesRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeServiceUpdatesResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsRequest;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateStatus;

/**
 * The operations on service updates and update actions.
 *
 * <p>All updates are security updates, the only type in the API model. Of the errors the codes are known, and the wordings follow
 * those of the sister operations.
 */
public final class ServiceUpdates implements Family {

    @Override
    public void register(Operations operations) {
        operations.handle(DescribeServiceUpdatesRequest.class, this::describe);
        operations.describe(
                DescribeUpdateActionsRequest.class, DescribeUpdateActions::polled, DescribeUpdateActions::handle);
        operations.handle(BatchApplyUpdateActionRequest.class, BatchApplyUpdateAction::handle);
        operations.handle(BatchStopUpdateActionRequest.class, BatchStopUpdateAction::handle);
    }

    @Override
    public void open(RegionState region) {
        region.offer(
                UpdateActions.class,
                new UpdateActions(region, Releases.of(region.settings().start())));
    }

    /** Those that a region that is first used later has missed were before its first cluster. */
    @Override
    public void begin(RegionState region) {
        UpdateActions actions = region.ask(UpdateActions.class);
        for (Release release : actions.releases().byName().values()) {
            if (release.released().isAfter(region.now())) {
                region.at(release.released(), () -> AutomaticUpdates.announce(region, release));
            }
            if (release.automatic() && release.applyBy().isAfter(region.now())) {
                region.at(release.applyBy(), () -> AutomaticUpdates.schedule(region, release));
            }
        }
    }

    private DescribeServiceUpdatesResponse.Builder describe(DescribeServiceUpdatesRequest request, Call call) {
        String name = call.parameters().optional("ServiceUpdateName", request.serviceUpdateName());
        List<String> statuses = request.serviceUpdateStatusAsStrings();
        requireKnown("ServiceUpdateStatus", statuses, ServiceUpdateStatus.knownValues(), call);
        var paging = call.paging(request.maxRecords(), request.marker());
        if (name != null) {
            Batch.named(name, call);
        }
        Instant now = call.region().now();
        Page<Release> page = paging.of(
                call.region().ask(UpdateActions.class).releases().byName(),
                release -> release.isReleased(now)
                        && (name == null || name.equals(release.name()))
                        && (statuses.isEmpty()
                                || statuses.contains(release.status(now).toString())));
        return DescribeServiceUpdatesResponse.builder()
                .serviceUpdates(page.items().stream()
                        .map(release -> release.described(now))
                        .toList())
                .marker(page.marker());
    }

    /** A list of words of an enumeration, of which the API model allows as many as there are words. */
    static <E extends Enum<E>> void requireKnown(String parameter, List<String> asked, Set<E> known, Call call) {
        Collection<String> words = new TreeSet<>();
        known.forEach(each -> words.add(each.toString()));
        if (asked.size() > words.size()) {
            throw call.faults()
                    .invalidParameterValue(
                            "The parameter " + parameter + " must have at most " + words.size() + " elements.");
        }
        for (String each : asked) {
            if (!words.contains(each)) {
                throw call.faults()
                        .invalidParameterValue("Invalid value " + each + " for " + parameter + ". Must be one of: "
                                + String.join(", ", words) + ".");
            }
        }
    }
}
