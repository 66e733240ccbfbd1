package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.AuthenticationType;
import software.amazon.awssdk.services.elasticache.model.User;

/** Who can be in a user group together. */
final class Membership {

    private Membership() {}

    /** The ids that a request lists, as they are stored, each once. */
    static List<String> ids(String parameter, List<String> listed, Call call) {
        return listed.stream()
                .map(id -> Table.key(call.parameters().required(parameter, id)))
                .distinct()
                .toList();
    }

    /** Users that a group is to get, who must exist and stay. */
    static List<User> users(List<String> ids, Call call) {
        List<User> users = new ArrayList<>();
        for (String id : ids) {
            User user = call.existing(USER, id);
            if (user.status().equals(UserStates.DELETING)) {
                throw call.faults().userNotFound(id);
            }
            users.add(user);
        }
        return users;
    }

    /** Checks all the users of a group at once. */
    static void require(String engine, List<User> users, Call call) {
        int quota = call.region().settings().quotas().of(Quota.USERS_PER_USER_GROUP);
        if (users.size() > quota) {
            throw call.faults()
                    .of(ServiceError.USER_GROUP_QUOTA_EXCEEDED, "A user group can have at most " + quota + " users.");
        }
        Set<String> names = new HashSet<>();
        for (User user : users) {
            if (!names.add(user.userName())) {
                throw call.faults()
                        .of(
                                ServiceError.DUPLICATE_USER_NAME,
                                "User group has more than one user with the user name " + user.userName() + ".");
            }
        }
        if (engine.equals(UserEngine.REDIS) && !names.contains(UserStates.DEFAULT)) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#25593, #34784.
            throw call.faults()
                    .of(
                            ServiceError.DEFAULT_USER_REQUIRED,
                            "User group needs to contain a user with the user name default.");
        }
        requireAuthentication(engine, users, call);
    }

    /** "Valkey user groups can only have users with password or IAM" ("RBAC", user guide, in substance). */
    static void requireAuthentication(String engine, List<User> users, Call call) {
        for (User user : users) {
            if (engine.equals(UserEngine.VALKEY) && user.authentication().type() == AuthenticationType.NO_PASSWORD) {
                throw call.faults()
                        .invalidParameterValue("User " + user.userId()
                                + " does not authenticate with password or iam, as every user of a user group with the"
                                + " engine valkey must.");
            }
        }
    }
}
