package io.github.mockelasticache.internal.securitygroup;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Parameters;
import io.github.mockelasticache.internal.engine.RegionState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;

/**
 * The network ingress of one EC2 security group.
 *
 * @param name the name of the EC2 security group
 * @param ownerId the account that owns it: digits only
 */
record Ingress(String name, String ownerId) {

    /** Status of an ingress that has been asked for and has not yet taken effect. */
    static final String AUTHORIZING = "authorizing";

    /** Status of an ingress that is to end. */
    static final String REVOKING = "revoking";

    /** The ingress that a request names. */
    static Ingress requested(@Nullable String name, @Nullable String ownerId, Parameters parameters) {
        return new Ingress(
                parameters.required("EC2SecurityGroupName", name),
                parameters
                        .required(
                                "EC2SecurityGroupOwnerId",
                                ownerId,
                                Ingress::isAccountNumber,
                                "must be an AWS account number, made of digits and optional hyphens; an access key ID is"
                                        + " something else")
                        .replace("-", ""));
    }

    /** Refuses an EC2 security group that the test has not registered in the call's region, if the mock is strict. */
    void requireEc2SecurityGroup(Call call) {
        RegionState region = call.region();
        if (!region.settings().strictEc2()) {
            return;
        }
        SortedSet<String> regions = region.ec2SecurityGroups().regionsOf(ownerId, name);
        if (regions.isEmpty()) {
            throw call.faults().invalidParameterValue("EC2 security group not found: " + this);
        }
        if (!regions.contains(region.region().id())) {
            throw call.faults()
                    .invalidParameterValue(
                            "Ingress cannot be authorized across regions: EC2 security group " + this + " is in "
                                    + String.join(", ", regions) + ", the cache security group in "
                                    + region.region().id());
        }
    }

    /** The status of this ingress in a group, or null if the group does not have it. */
    @Nullable
    String statusIn(CacheSecurityGroup group) {
        int index = indexIn(group.ec2SecurityGroups());
        return index < 0 ? null : group.ec2SecurityGroups().get(index).status();
    }

    /** The group with this ingress in a status: where it is already, or else at the end. */
    CacheSecurityGroup with(String status, CacheSecurityGroup group) {
        EC2SecurityGroup entry = EC2SecurityGroup.builder()
                .status(status)
                .ec2SecurityGroupName(name)
                .ec2SecurityGroupOwnerId(ownerId)
                .build();
        List<EC2SecurityGroup> entries = new ArrayList<>(group.ec2SecurityGroups());
        int index = indexIn(entries);
        if (index < 0) {
            entries.add(entry);
        } else {
            entries.set(index, entry);
        }
        return with(entries, group);
    }

    /** The group without this ingress, which it has. */
    CacheSecurityGroup without(CacheSecurityGroup group) {
        List<EC2SecurityGroup> entries = new ArrayList<>(group.ec2SecurityGroups());
        entries.remove(indexIn(entries));
        return with(entries, group);
    }

    /** Not by {@code toBuilder()}, which would copy the entries that are about to be replaced. */
    private static CacheSecurityGroup with(List<EC2SecurityGroup> entries, CacheSecurityGroup group) {
        return CacheSecurityGroup.builder()
                .ownerId(group.ownerId())
                .cacheSecurityGroupName(group.cacheSecurityGroupName())
                .description(group.description())
                .arn(group.arn())
                .ec2SecurityGroups(entries)
                .build();
    }

    /** Name and owner, for messages. */
    @Override
    public String toString() {
        return name + " (owner " + ownerId + ")";
    }

    /**
     * Digits, with single hyphens between them: the samples of the API reference write {@code 1234-5678-1234}, the boto3 page
     * {@code 1234567890}. Every call asks, and a regular expression would take a tenth of its time.
     */
    private static boolean isAccountNumber(String text) {
        boolean digitBefore = false;
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            boolean digit = each >= '0' && each <= '9';
            if (!digit && !(each == '-' && digitBefore)) {
                return false;
            }
            digitBefore = digit;
        }
        return digitBefore;
    }

    private int indexIn(List<EC2SecurityGroup> entries) {
        for (int index = 0; index < entries.size(); index++) {
            EC2SecurityGroup entry = entries.get(index);
            if (name.equals(entry.ec2SecurityGroupName()) && ownerId.equals(entry.ec2SecurityGroupOwnerId())) {
                return index;
            }
        }
        return -1;
    }
}
