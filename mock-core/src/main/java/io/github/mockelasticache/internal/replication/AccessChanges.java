package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.replication.ModifyReplicationGroup.Asked;
import io.github.mockelasticache.time.Delays.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AuthTokenUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.AuthTokenUpdateStrategyType;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.TransitEncryptionMode;

/** Changes of the AUTH token, of user groups, and of the encryption in transit. */
final class AccessChanges {

    private static final String TOKEN_CHANGES_SINCE = "5.0.6";

    private AccessChanges() {}

    static List<Change> of(Asked asked) {
        UserGroupChanges userGroups = UserGroupChanges.requested(asked);
        List<Change> changes = new ArrayList<>();
        changes.addAll(authToken(asked, userGroups));
        changes.addAll(userGroups.of(asked.region(), asked.id()));
        changes.addAll(transitEncryption(asked, userGroups));
        return changes;
    }

    /**
     * The token or its end. {@code DELETE} is "allowed only when transitioning to RBAC" (API reference), and {@code SET} only after
     * {@code ROTATE} or on the way back ("Migrating from RBAC to AUTH", user guide).
     */
    private static List<Change> authToken(Asked asked, UserGroupChanges userGroups) {
        Call call = asked.call();
        AuthTokenUpdateStrategyType strategy = call.parameters()
                .oneOf(
                        "AuthTokenUpdateStrategy",
                        asked.request().authTokenUpdateStrategyAsString(),
                        List.copyOf(AuthTokenUpdateStrategyType.knownValues()));
        boolean present = Boolean.TRUE.equals(asked.group().authTokenEnabled());
        String token = asked.request().authToken();
        if (strategy == AuthTokenUpdateStrategyType.DELETE
                && present
                && token == null
                && !userGroups.joining().isEmpty()) {
            return List.of(tokenDeletion(asked));
        }
        if (strategy == AuthTokenUpdateStrategyType.DELETE) {
            // The wording is the service's own: crossplane-contrib/provider-upjet-aws#1370.
            throw call.faults().invalidParameterValue("Auth token update strategy delete is not supported currently");
        }
        Encryption.requireTokenOrUserGroups(present || token != null, userGroups.result(), call);
        if (token == null) {
            if (strategy != null) {
                throw call.faults()
                        .invalidParameterCombination("AuthTokenUpdateStrategy must be specified with AuthToken.");
            }
            return List.of();
        }
        AuthTokens.requireChanged(token, inTransit(asked.group()), call);
        EngineVersion version = Groups.version(asked.primary());
        if (!version.engine().equals(EngineAsked.VALKEY) && !version.atLeast(TOKEN_CHANGES_SINCE)) {
            throw call.faults()
                    .invalidParameterCombination("The AUTH token cannot be changed for engine version "
                            + version.patchedVersion() + ". Please use engine version " + TOKEN_CHANGES_SINCE
                            + " or higher.");
        }
        boolean set = strategy == AuthTokenUpdateStrategyType.SET;
        boolean fromUserGroups = !present && !userGroups.leaving().isEmpty();
        if (set && !fromUserGroups && !asked.plan().tokenRotated()) {
            throw call.faults()
                    .invalidParameterCombination("AuthTokenUpdateStrategy SET is allowed only after ROTATE.");
        }
        return List.of(tokenChange(asked.region(), asked.id(), set));
    }

    private static Change tokenDeletion(Asked asked) {
        RegionState region = asked.region();
        return Change.of("AUTH token", Step.SETTINGS_CHANGING, "present", "none")
                .whenCompleted(group -> group.toBuilder()
                        .authTokenEnabled(false)
                        .authTokenLastModifiedDate(region.now())
                        .build())
                .ofMembers(Change.OnMembers.of(member -> member.toBuilder()
                        .authTokenEnabled(false)
                        .authTokenLastModifiedDate(region.now())
                        .build()))
                .andThen(() -> region.ask(GroupPlans.class).change(asked.id(), plan -> plan.withTokenRotated(false)));
    }

    /** The AUTH token is rotated, or set to be the only one. */
    static Change tokenChange(RegionState region, String id, boolean set) {
        AuthTokenUpdateStatus status = set ? AuthTokenUpdateStatus.SETTING : AuthTokenUpdateStatus.ROTATING;
        return Change.of("AUTH token", Step.SETTINGS_CHANGING, status.toString(), set ? "SET" : "ROTATED")
                .shown(pending(
                        values -> values.toBuilder().authTokenStatus(status).build()))
                .whenCompleted(group -> pending(values -> values.toBuilder()
                                .authTokenStatus((AuthTokenUpdateStatus) null)
                                .build())
                        .apply(group)
                        .toBuilder()
                        .authTokenEnabled(true)
                        .authTokenLastModifiedDate(region.now())
                        .build())
                .ofMembers(Change.OnMembers.of(member -> member.toBuilder()
                        .authTokenEnabled(true)
                        .authTokenLastModifiedDate(region.now())
                        .build()))
                .andThen(() -> region.ask(GroupPlans.class).change(id, plan -> plan.withTokenRotated(!set)));
    }

    /** From none to {@code required} and back in two steps, with {@code preferred} between (API reference). */
    private static List<Change> transitEncryption(Asked asked, UserGroupChanges userGroups) {
        Call call = asked.call();
        TransitEncryptionMode asksMode = call.parameters()
                .oneOf(
                        "TransitEncryptionMode",
                        asked.request().transitEncryptionModeAsString(),
                        List.copyOf(TransitEncryptionMode.knownValues()));
        Boolean asks = asked.request().transitEncryptionEnabled();
        boolean present = inTransit(asked.group());
        TransitEncryptionMode presentMode = asked.group().transitEncryptionMode();
        boolean wanted = asks == null ? present : asks;
        if (!wanted) {
            return withoutEncryption(asked, asksMode, userGroups);
        }
        TransitEncryptionMode mode = asksMode == null ? presentMode : asksMode;
        if (!present && mode != TransitEncryptionMode.PREFERRED) {
            throw call.faults()
                    .invalidParameterCombination(
                            "TransitEncryptionMode must be preferred to enable encryption in transit"
                                    + " for an existing replication group.");
        }
        if (present && mode == presentMode) {
            return List.of();
        }
        EngineVersion version = Groups.version(asked.primary());
        Encryption.requireMode(version, call);
        Encryption.requirePossible(true, false, version, Members.network(asked.region(), asked.primary()), call);
        return List.of(encryptionChange(asked.region(), asked.group(), true, Objects.requireNonNull(mode, "mode")));
    }

    private static List<Change> withoutEncryption(
            Asked asked, @Nullable TransitEncryptionMode asksMode, UserGroupChanges userGroups) {
        Call call = asked.call();
        if (asksMode != null) {
            throw call.faults()
                    .invalidParameterCombination(
                            "TransitEncryptionMode can only be specified when TransitEncryptionEnabled is true.");
        }
        if (!inTransit(asked.group())) {
            return List.of();
        }
        Encryption.requireMode(Groups.version(asked.primary()), call);
        if (asked.group().transitEncryptionMode() != TransitEncryptionMode.PREFERRED) {
            throw call.faults()
                    .invalidParameterCombination(
                            "TransitEncryptionMode must be preferred before encryption in transit is disabled.");
        }
        if (Boolean.TRUE.equals(asked.group().authTokenEnabled())
                || asked.request().authToken() != null) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Encryption in transit cannot be disabled while the replication group has an AUTH token.");
        }
        if (!userGroups.result().isEmpty()) {
            throw call.faults().invalidParameterCombination(Encryption.USER_GROUPS_NEED_TLS);
        }
        return List.of(encryptionChange(asked.region(), asked.group(), false, null));
    }

    /** Encryption in transit gets another mode, or is switched. */
    static Change encryptionChange(
            RegionState region, ReplicationGroup before, boolean enabled, @Nullable TransitEncryptionMode mode) {
        UnaryOperator<CacheCluster> encrypted = member -> member.toBuilder()
                .transitEncryptionEnabled(enabled)
                .transitEncryptionMode(mode)
                .build();
        boolean switched = enabled != inTransit(before);
        return Change.of(
                        "encryption in transit",
                        Step.SETTINGS_CHANGING,
                        Objects.toString(before.transitEncryptionMode(), "none"),
                        Objects.toString(mode, "none"))
                .shown(pending(values -> values.toBuilder()
                        .transitEncryptionEnabled(switched ? enabled : null)
                        .transitEncryptionMode(mode)
                        .build()))
                .whenCompleted(group -> pending(values -> values.toBuilder()
                                .transitEncryptionEnabled(null)
                                .transitEncryptionMode((TransitEncryptionMode) null)
                                .build())
                        .apply(group)
                        .toBuilder()
                        .transitEncryptionEnabled(enabled)
                        .transitEncryptionMode(mode)
                        .build())
                .ofMembers(Change.OnMembers.of(
                        member -> Members.withEndpoints(region).apply(encrypted.apply(member))));
    }

    static boolean inTransit(ReplicationGroup group) {
        return Boolean.TRUE.equals(group.transitEncryptionEnabled());
    }

    /** A change of what a group shows as pending. */
    static UnaryOperator<ReplicationGroup> pending(UnaryOperator<ReplicationGroupPendingModifiedValues> change) {
        return group -> group.toBuilder()
                .pendingModifiedValues(change.apply(group.pendingModifiedValues()))
                .build();
    }
}
