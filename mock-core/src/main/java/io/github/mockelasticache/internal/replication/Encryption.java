package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
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
 */
record Encryption(
        boolean inTransit,
        @Nullable TransitEncryptionMode mode,
        boolean atRest,
        @Nullable String kmsKeyId,
        boolean authToken) {

    /** Without it a user group cannot be used either: hashicorp/terraform-provider-aws#42966. */
    private static final String USER_GROUPS_NEED_TLS =
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
        requireUserGroups(request.userGroupIds(), inTransit, call);
        return new Encryption(inTransit, mode, atRest, key, request.authToken() != null);
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
     * Checks user groups. None exist as long as the mock has no operations on them.
     *
     * @param ids their ids
     * @param inTransit whether encryption in transit is on
     * @param call the call: {@code InvalidParameterCombination} without it, {@code UserGroupNotFound}
     */
    static void requireUserGroups(List<String> ids, boolean inTransit, Call call) {
        if (ids.isEmpty()) {
            return;
        }
        if (!inTransit) {
            throw call.faults().invalidParameterCombination(USER_GROUPS_NEED_TLS);
        }
        throw userGroupNotFound(ids.get(0), call);
    }

    static RuntimeException userGroupNotFound(String id, Call call) {
        return call.faults().of(ServiceError.USER_GROUP_NOT_FOUND, "UserGroup " + id + " not found.");
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
