package io.github.mockelasticache.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateUserGroupResponse;
import software.amazon.awssdk.services.elasticache.model.CreateUserRequest;
import software.amazon.awssdk.services.elasticache.model.CreateUserResponse;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.ModifyUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyUserGroupResponse;
import software.amazon.awssdk.services.elasticache.model.ModifyUserRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyUserResponse;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** The users and user groups that one client sees: how a test arranges them, and how it looks at them afterwards. */
public final class UsersSeen {

    /** Long enough for the service. */
    public static final String PASSWORD = "sixteen-letters!";

    private final ElastiCacheClient client;

    private UsersSeen(ElastiCacheClient client) {
        this.client = client;
    }

    public static UsersSeen of(ElastiCacheClient client) {
        return new UsersSeen(client);
    }

    /** Creates a user for Redis OSS with a password, who has the id as name and may do everything. */
    public CreateUserResponse create(String id) {
        return create(id, with -> {});
    }

    /** Creates a user who is as {@link #create(String)} has it, but for some settings. */
    public CreateUserResponse create(String id, Consumer<CreateUserRequest.Builder> settings) {
        return client.createUser(user -> {
            user.userId(id)
                    .userName(id)
                    .engine("redis")
                    .accessString("on ~* +@all")
                    .passwords(PASSWORD);
            settings.accept(user);
        });
    }

    public ModifyUserResponse modify(String id, Consumer<ModifyUserRequest.Builder> settings) {
        return client.modifyUser(user -> {
            user.userId(id);
            settings.accept(user);
        });
    }

    public void delete(String id) {
        client.deleteUser(user -> user.userId(id));
    }

    public User named(String id) {
        return client.describeUsers(users -> users.userId(id)).users().get(0);
    }

    public List<User> all() {
        return client.describeUsersPaginator(all -> {}).users().stream().toList();
    }

    /** Creates a group for Redis OSS. */
    public CreateUserGroupResponse createGroup(String id, String... userIds) {
        return client.createUserGroup(
                group -> group.userGroupId(id).engine("redis").userIds(userIds));
    }

    public ModifyUserGroupResponse modifyGroup(String id, Consumer<ModifyUserGroupRequest.Builder> settings) {
        return client.modifyUserGroup(group -> {
            group.userGroupId(id);
            settings.accept(group);
        });
    }

    public void deleteGroup(String id) {
        client.deleteUserGroup(group -> group.userGroupId(id));
    }

    public UserGroup group(String id) {
        return client.describeUserGroups(groups -> groups.userGroupId(id))
                .userGroups()
                .get(0);
    }

    public List<UserGroup> allGroups() {
        return client.describeUserGroupsPaginator(all -> {}).userGroups().stream()
                .toList();
    }

    /** The events about users and user groups, the oldest first, each as {@code source: message}. */
    public List<String> events() {
        List<String> events = new ArrayList<>();
        for (Event event :
                client.describeEventsPaginator(all -> all.duration(20_160)).events()) {
            if (event.sourceType() == SourceType.USER || event.sourceType() == SourceType.USER_GROUP) {
                events.add(0, event.sourceTypeAsString() + " " + event.sourceIdentifier() + ": " + event.message());
            }
        }
        return events;
    }
}
