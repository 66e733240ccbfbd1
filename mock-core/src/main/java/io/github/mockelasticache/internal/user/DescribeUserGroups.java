package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import software.amazon.awssdk.services.elasticache.model.DescribeUserGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUserGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** {@code DescribeUserGroups}. */
final class DescribeUserGroups {

    private DescribeUserGroups() {}

    static DescribeUserGroupsResponse.Builder handle(DescribeUserGroupsRequest request, Call call) {
        String id = call.parameters().optional("UserGroupId", request.userGroupId());
        var paging = call.paging(request.maxRecords(), request.marker());
        Page<UserGroup> page = id == null
                ? call.region().table(USER_GROUP).page(paging, each -> true)
                : Page.of(call.existing(USER_GROUP, id));
        return DescribeUserGroupsResponse.builder().userGroups(page.items()).marker(page.marker());
    }
}
