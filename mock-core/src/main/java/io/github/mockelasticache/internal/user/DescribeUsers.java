package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.Table;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersResponse;
import software.amazon.awssdk.services.elasticache.model.Filter;
import software.amazon.awssdk.services.elasticache.model.User;

/** {@code DescribeUsers}: those that {@code UserId}, {@code Engine} and every filter agree on. */
final class DescribeUsers {

    /** "The property being filtered. For example, UserId" (Filter, API reference), which names no other one. */
    private static final String USER_ID = "UserId";

    private DescribeUsers() {}

    static DescribeUsersResponse.Builder handle(DescribeUsersRequest request, Call call) {
        String id = call.parameters().optional(USER_ID, request.userId());
        String engine = UserEngine.optional(request.engine(), call);
        Predicate<User> asked = user -> engine == null || engine.equals(user.engine());
        for (Filter filter : request.filters()) {
            asked = asked.and(accepted(filter, call));
        }
        var paging = call.paging(request.maxRecords(), request.marker());
        Page<User> page = id == null
                ? call.region().table(USER).page(paging, asked)
                : new Page<>(Stream.of(call.existing(USER, id)).filter(asked).toList(), null);
        return DescribeUsersResponse.builder().users(page.items()).marker(page.marker());
    }

    private static Predicate<User> accepted(Filter filter, Call call) {
        call.parameters()
                .required("Filter Name", filter.name(), USER_ID::equals, "must be one of the list: [" + USER_ID + "]");
        Set<String> ids = call.parameters().required("Filter Values", filter.values()).stream()
                .map(value -> Table.key(call.parameters().required("Filter Values", value)))
                .collect(Collectors.toSet());
        return user -> ids.contains(user.userId());
    }
}
