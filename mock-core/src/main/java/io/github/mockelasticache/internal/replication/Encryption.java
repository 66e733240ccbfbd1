package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.engine.UserGroups;
import io.github.mockelasticache.internal.provision.Network;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.TransitEncryptionMode;

/**
 * How a new replication group encrypts, and whom it lets in.
 *
 * @param inTransit whether connections are encrypted
 * @param mode whether they have to be; null if none are
 * @param atRest whether the disks are encrypted
 * @param kmsKeyId with which key; null for the service's own
 * @param authToken whether clients need a password
 * @param userGroups the ids of the user groups that are let in
 */
record Encryption(
        boolean inTransit,
        @Nullable TransitEncryptionMode mode,
        boolean atRest,
        @Nullable String kmsKeyId,
        boolean authToken,
        List<String> userGroups) {

    /** Without it a user group cannot be used either: hashicorp/terraform-provider-aws#42966. */
    static final String USER_GROUPS_NEED_TLS =
            "User group based access control requires encryption-in-transit to be enabled on the replication group.";

    private static final String MODE_SINCE = "7.0.5";
    private static final Pattern KMS_KEY = Pattern.compile(
            "(arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:)?(alias/[A-Za-z0-9/_-]+|(key/)?(mrk-)?[0-9a-f-]{32,36})");

    static Encryption by(CreateReplicationGroupRequest request, EngineVersion version, Network network, Call call) {
        boolean valkey = version.engine().equals(EngineAsked.VALKEY);
        if (valkey && request.transitEncryptionEnabled() == null) {
            // That it has to be said: aws-cloudformation/cfn-lint#4152.
            throw call.faults()
                    .invalidParameterValue(
                            "The parameter TransitEncryptionEnabled must be provided for engine valkey.");
        }
        boolean inTransit = Boolean.TRUE.equals(request.transitEncryptionEnabled());
        boolean atRest = request.atRestEncryptionEnabled() == null ? valkey : request.atRestEncryptionEnabled();
        requirePossible(inTransit, atRest, version, network, call);
        TransitEncryptionMode mode = mode(request, inTransit, version, call);
        String key = kmsKey(request.kmsKeyId(), atRest, call);
        if (request.authToken() != null) {
            AuthTokens.requireNew(request.authToken(), inTransit, call);
        }
        List<String> userGroups = requireUserGroups("UserGroupIds", request.userGroupIds(), inTransit, version, call);
        requireOneUserGroup(userGroups, call);
        requireTokenOrUserGroups(request.authToken() != null, userGroups, call);
        return new Encryption(inTransit, mode, atRest, key, request.authToken() != null, userGroups);
    }

    /** TLS from 3.2.6 on, except in the versions between it and 4.0.10, and only in a VPC (API reference). */
    static void requirePossible(boolean inTransit, boolean atRest, EngineVersion version, Network network, Call call) {
        boolean supported = version.engine().equals(EngineAsked.VALKEY)
                || version.atLeast("4.0.10")
                || version.patchedVersion().equals("3.2.6");
        if ((inTransit || atRest) && !supported) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Encryption feature is not supported for engine version " + version.patchedVersion() + ".");
        }
        if (inTransit && network.subnetGroup() == null) {
            throw call.faults()
                    .invalidParameterCombination("Encryption in transit is only supported for clusters in a VPC.");
        }
    }

    /** The wording is the service's own: cloudposse/terraform-aws-elasticache-redis#231. */
    static void requireMode(EngineVersion version, Call call) {
        if (version.engine().equals(EngineAsked.REDIS) && !version.atLeast(MODE_SINCE)) {
            throw call.faults()
                    .invalidParameterCombination("Transit encryption mode is not supported for engine version "
                            + version.patchedVersion() + ". Please use engine version " + MODE_SINCE + " or higher.");
        }
    }

    /**
     * Checks user groups that are to be let in.
     *
     * @param parameter the parameter that lists their ids
     * @param ids their ids in any case
     * @param inTransit whether encryption in transit is on
     * @param version the engine version that runs on the nodes
     * @param call the call: {@code InvalidParameterCombination} without encryption, and the errors of {@link
     *     UserGroups#requireUsable}
     * @return the ids as they are stored
     */
    static List<String> requireUserGroups(
            String parameter, List<String> ids, boolean inTransit, EngineVersion version, Call call) {
        List<String> keys = userGroupIds(parameter, ids, call);
        if (!keys.isEmpty() && !inTransit) {
            throw call.faults().invalidParameterCombination(USER_GROUPS_NEED_TLS);
        }
        UserGroups groups = call.region().ask(UserGroups.class);
        keys.forEach(id -> groups.requireUsable(id, version.engine(), version::atLeast, call));
        return keys;
    }

    /** The ids of user groups that a request lists, as they are stored, each once. */
    static List<String> userGroupIds(String parameter, List<String> ids, Call call) {
        return ids.stream()
                .map(id -> Table.key(call.parameters().required(parameter, id)))
                .distinct()
                .toList();
    }

    /** The members of requests speak of "the user group", in the singular. */
    static void requireOneUserGroup(List<String> userGroups, Call call) {
        if (userGroups.size() > 1) {
            throw call.faults()
                    .invalidParameterCombination("Only one user group can be associated with a replication group.");
        }
    }

    /** A group has the one or the other ("Migrating from AUTH to RBAC", user guide). */
    static void requireTokenOrUserGroups(boolean token, List<String> userGroups, Call call) {
        if (token && !userGroups.isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "An AUTH token and a user group cannot be used for a replication group at the same time.");
        }
    }

    private static @Nullable TransitEncryptionMode mode(
            CreateReplicationGroupRequest request, boolean inTransit, EngineVersion version, Call call) {
        TransitEncryptionMode mode = call.parameters()
                .oneOf(
                        "TransitEncryptionMode",
                        request.transitEncryptionModeAsString(),
                        List.copyOf(TransitEncryptionMode.knownValues()));
        if (mode == null) {
            return inTransit ? TransitEncryptionMode.REQUIRED : null;
        }
        if (!inTransit) {
            throw call.faults()
                    .invalidParameterCombination(
                            "TransitEncryptionMode can only be specified when TransitEncryptionEnabled is true.");
        }
        requireMode(version, call);
        return mode;
    }

    private static @Nullable String kmsKey(@Nullable String key, boolean atRest, Call call) {
        if (key != null && !KMS_KEY.matcher(key).matches()) {
            throw call.faults().of(ServiceError.INVALID_KMS_KEY, "The KMS key " + key + " is not valid.");
        }
        if (key != null && !atRest) {
            throw call.faults()
                    .invalidParameterCombination("KmsKeyId can only be specified when encryption at rest is enabled.");
        }
        return key;
    }
}
