package io.github.mockelasticache.internal.user;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.UsersSeen;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** One step of a random test: a change of a user, of a group, or of who uses a group; or some time that passes. */
record UserStep(Kind kind, String user, String group, List<String> members, boolean valkey, int seconds) {

    static final String REFUSED = "refused";

    /** With an id that says so, a user is named default. */
    private static final List<String> USERS = List.of("alice", "bob", "default-1", "default", "Nobody");

    enum Kind {
        CREATE_USER,
        MODIFY_USER,
        DELETE_USER,
        CREATE_GROUP,
        ADD,
        REMOVE,
        REPLACE,
        DELETE_GROUP,
        LET_IN,
        LET_OUT,
        WAIT
    }

    static Arbitrary<UserStep> any() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(USERS),
                        Arbitraries.of("one", "two", "Two"),
                        Arbitraries.of(USERS).list().uniqueElements().ofMaxSize(3),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(5, 20, 45, 60))
                .as(UserStep::new);
    }

    /** Takes the step and tells everything that its caller gets to see. */
    String on(ElastiCacheMock mock, ElastiCacheClient client) {
        try {
            if (kind == Kind.WAIT) {
                mock.clock().advance(Duration.ofSeconds(seconds));
                return mock.clock().instant().toString();
            }
            ElastiCacheResponse answer = take(client, UsersSeen.of(client));
            return answer + " " + answer.responseMetadata().requestId();
        } catch (AwsServiceException refused) {
            return REFUSED + ": " + refused;
        }
    }

    private ElastiCacheResponse take(ElastiCacheClient client, UsersSeen users) {
        return switch (kind) {
            case CREATE_USER ->
                users.create(
                        user,
                        with -> with.engine(valkey ? "valkey" : "redis")
                                .userName(user.startsWith("default") ? "default" : user));
            case MODIFY_USER -> users.modify(user, with -> with.appendAccessString(valkey ? "&news" : "+get"));
            case DELETE_USER -> client.deleteUser(with -> with.userId(user));
            case CREATE_GROUP ->
                client.createUserGroup(with -> with.userGroupId(group)
                        .engine(valkey ? "valkey" : "redis")
                        .userIds(members));
            case ADD -> users.modifyGroup(group, with -> with.userIdsToAdd(members));
            case REMOVE -> users.modifyGroup(group, with -> with.userIdsToRemove(members));
            case REPLACE ->
                users.modifyGroup(group, with -> with.userIdsToAdd(members).userIdsToRemove(user));
            case DELETE_GROUP -> client.deleteUserGroup(with -> with.userGroupId(group));
            case LET_IN ->
                client.modifyReplicationGroup(with -> with.replicationGroupId("cache")
                        .userGroupIdsToAdd(group)
                        .applyImmediately(!valkey));
            case LET_OUT ->
                client.modifyReplicationGroup(with ->
                        with.replicationGroupId("cache").removeUserGroups(true).applyImmediately(true));
            case WAIT -> throw new IllegalStateException("Time is not a call.");
        };
    }
}
