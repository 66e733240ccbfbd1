package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SECURITY_GROUP;
import static io.github.mockelasticache.internal.securitygroup.Ingress.AUTHORIZING;
import static io.github.mockelasticache.internal.securitygroup.Ingress.REVOKING;
import static io.github.mockelasticache.time.Delays.Step.INGRESS_AUTHORIZING;
import static io.github.mockelasticache.time.Delays.Step.INGRESS_REVOKING;

import io.github.mockelasticache.Platform;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Handler;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSecurityGroupResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.RevokeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.RevokeCacheSecurityGroupIngressResponse;

/**
 * The cache security group operations.
 *
 * <p>The wordings of this family's own errors and events are not known from the real service; they follow those of its sister
 * operations.
 */
public final class CacheSecurityGroups implements Family {

    private static final String DEFAULT = "default";

    /**
     * "No more than 255 alphanumeric characters" (CreateCacheSecurityGroup, API reference); the example of the boto3 page,
     * {@code my-sec-grp}, has hyphens as well.
     */
    private static final Predicate<String> NAME =
            Pattern.compile("[A-Za-z0-9-]{1,255}").asMatchPredicate();

    @Override
    public void register(Operations operations) {
        operations.handle(AuthorizeCacheSecurityGroupIngressRequest.class, whereTheyExist(this::authorizeIngress));
        operations.handle(CreateCacheSecurityGroupRequest.class, whereTheyExist(this::create));
        operations.handle(DeleteCacheSecurityGroupRequest.class, whereTheyExist(this::delete));
        operations.describe(
                DescribeCacheSecurityGroupsRequest.class,
                (request, region) -> CACHE_SECURITY_GROUP.arns(request.cacheSecurityGroupName(), region),
                whereTheyExist(this::describe));
        operations.handle(RevokeCacheSecurityGroupIngressRequest.class, whereTheyExist(this::revokeIngress));
    }

    @Override
    public void open(RegionState region) {
        if (region.settings().platform() == Platform.EC2_CLASSIC) {
            region.table(CACHE_SECURITY_GROUP).put(DEFAULT, group(region, DEFAULT, DEFAULT));
        }
    }

    private AuthorizeCacheSecurityGroupIngressResponse.Builder authorizeIngress(
            AuthorizeCacheSecurityGroupIngressRequest request, Call call) {
        String name = call.parameters().required("CacheSecurityGroupName", request.cacheSecurityGroupName());
        Ingress ingress =
                Ingress.requested(request.ec2SecurityGroupName(), request.ec2SecurityGroupOwnerId(), call.parameters());
        CacheSecurityGroup group = call.existing(CACHE_SECURITY_GROUP, name);
        ingress.requireEc2SecurityGroup(call);
        String status = ingress.statusIn(group);
        if (REVOKING.equals(status)) {
            throw invalidState(call, "Ingress from " + ingress + " to " + name + " has status " + status + ".");
        }
        if (status != null) {
            throw call.faults()
                    .of(
                            ServiceError.AUTHORIZATION_ALREADY_EXISTS,
                            "Authorization already exists: ingress from " + ingress + " to " + name);
        }

        RegionState region = call.region();
        CacheSecurityGroup authorizing = ingress.with(AUTHORIZING, group);
        region.table(CACHE_SECURITY_GROUP).put(name, authorizing);
        authorizeLater(region, group, ingress);
        return AuthorizeCacheSecurityGroupIngressResponse.builder().cacheSecurityGroup(authorizing);
    }

    private RevokeCacheSecurityGroupIngressResponse.Builder revokeIngress(
            RevokeCacheSecurityGroupIngressRequest request, Call call) {
        String name = call.parameters().required("CacheSecurityGroupName", request.cacheSecurityGroupName());
        Ingress ingress =
                Ingress.requested(request.ec2SecurityGroupName(), request.ec2SecurityGroupOwnerId(), call.parameters());
        CacheSecurityGroup group = call.existing(CACHE_SECURITY_GROUP, name);
        String status = ingress.statusIn(group);
        if (status == null) {
            throw call.faults()
                    .of(
                            ServiceError.AUTHORIZATION_NOT_FOUND,
                            "Authorization not found: ingress from " + ingress + " to " + name);
        }
        if (status.equals(AUTHORIZING) || status.equals(REVOKING)) {
            throw invalidState(call, "Ingress from " + ingress + " to " + name + " has status " + status + ".");
        }

        RegionState region = call.region();
        CacheSecurityGroup revoking = ingress.with(REVOKING, group);
        region.table(CACHE_SECURITY_GROUP).put(name, revoking);
        revokeLater(region, group, ingress);
        return RevokeCacheSecurityGroupIngressResponse.builder().cacheSecurityGroup(revoking);
    }

    private static void authorizeLater(RegionState region, CacheSecurityGroup group, Ingress ingress) {
        String name = group.cacheSecurityGroupName();
        String settled = region.settings().settledIngressStatus();
        region.after(INGRESS_AUTHORIZING, group.arn(), aspect(ingress), AUTHORIZING, settled, () -> {
            region.table(CACHE_SECURITY_GROUP).change(name, current -> ingress.with(settled, current));
            region.emit(CACHE_SECURITY_GROUP, name, "Ingress from EC2 security group " + ingress + " authorized");
        });
    }

    private static void revokeLater(RegionState region, CacheSecurityGroup group, Ingress ingress) {
        String name = group.cacheSecurityGroupName();
        region.after(INGRESS_REVOKING, group.arn(), aspect(ingress), REVOKING, "revoked", () -> {
            region.table(CACHE_SECURITY_GROUP).change(name, ingress::without);
            region.emit(CACHE_SECURITY_GROUP, name, "Ingress from EC2 security group " + ingress + " revoked");
        });
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.add(
                CACHE_SECURITY_GROUP,
                CacheSecurityGroup::cacheSecurityGroupName,
                "CacheSecurityGroupName",
                CacheSecurityGroups::adopt);
    }

    /** Ingress that was changing when the group was described begins to change anew. */
    private static void adopt(CacheSecurityGroup group, RegionState region, Adopter.Unfit unfit) {
        String name = group.cacheSecurityGroupName();
        if (region.settings().platform() == Platform.VPC_ONLY) {
            throw unfit.because("", "A mock with the platform VPC_ONLY has no cache security groups.");
        }
        if (group.ownerId() != null && !group.ownerId().equals(region.settings().accountId())) {
            throw unfit.because(
                    "/OwnerId",
                    "The group belongs to the account " + group.ownerId() + ", but the mock's is "
                            + region.settings().accountId() + "; set the mock's accountId to that of the file.");
        }
        int index = 0;
        for (EC2SecurityGroup entry : group.ec2SecurityGroups()) {
            if (entry.ec2SecurityGroupName() == null
                    || entry.ec2SecurityGroupOwnerId() == null
                    || entry.status() == null) {
                throw unfit.because(
                        "/EC2SecurityGroups/" + index,
                        "An ingress needs Status, EC2SecurityGroupName and EC2SecurityGroupOwnerId.");
            }
            index++;
        }
        CacheSecurityGroup adopted =
                group(region, name, group.description() == null ? "" : group.description()).toBuilder()
                        .ec2SecurityGroups(group.ec2SecurityGroups())
                        .build();
        region.table(CACHE_SECURITY_GROUP).put(name, adopted);
        for (EC2SecurityGroup entry : group.ec2SecurityGroups()) {
            Ingress ingress = new Ingress(entry.ec2SecurityGroupName(), entry.ec2SecurityGroupOwnerId());
            if (entry.status().equals(AUTHORIZING)) {
                authorizeLater(region, adopted, ingress);
            } else if (entry.status().equals(REVOKING)) {
                revokeLater(region, adopted, ingress);
            }
        }
    }

    private CreateCacheSecurityGroupResponse.Builder create(CreateCacheSecurityGroupRequest request, Call call) {
        String name = call.parameters()
                .required(
                        "CacheSecurityGroupName",
                        request.cacheSecurityGroupName(),
                        NAME,
                        "must have 1 to 255 ASCII letters, digits and hyphens");
        String description = call.parameters().required("Description", request.description());
        if (CACHE_SECURITY_GROUP.reserved().test(name)) {
            throw call.faults()
                    .invalidParameterValue("The parameter CacheSecurityGroupName must not be the word \"default\".");
        }
        RegionState region = call.region();
        Table<CacheSecurityGroup> groups = region.table(CACHE_SECURITY_GROUP);
        if (groups.find(name) != null) {
            throw call.faults()
                    .of(
                            ServiceError.CACHE_SECURITY_GROUP_ALREADY_EXISTS,
                            "Cache security group " + name + " already exists");
        }
        int quota = region.settings().quotas().of(Quota.CACHE_SECURITY_GROUPS);
        if (groups.size() >= quota) {
            throw call.faults()
                    .of(
                            ServiceError.CACHE_SECURITY_GROUP_QUOTA_EXCEEDED,
                            "You have already reached your quota of " + quota
                                    + " cache security groups in this region.");
        }
        CacheSecurityGroup group = group(region, name, description);
        region.tags().add(group.arn(), request.tags(), call.faults());

        groups.put(name, group);
        region.emit(CACHE_SECURITY_GROUP, name, "Cache security group created");
        return CreateCacheSecurityGroupResponse.builder().cacheSecurityGroup(group);
    }

    private DeleteCacheSecurityGroupResponse.Builder delete(DeleteCacheSecurityGroupRequest request, Call call) {
        String name = call.parameters().required("CacheSecurityGroupName", request.cacheSecurityGroupName());
        CacheSecurityGroup group = call.existing(CACHE_SECURITY_GROUP, name);
        if (CACHE_SECURITY_GROUP.reserved().test(name)) {
            throw invalidState(
                    call, "The cache security group " + name + " is the default one, so it cannot be deleted.");
        }
        RegionState region = call.region();
        if (!region.references().usersOf(group.arn()).isEmpty()) {
            throw invalidState(
                    call,
                    "One or more cache clusters are still members of this cache security group " + name
                            + ", so the group cannot be deleted.");
        }

        region.table(CACHE_SECURITY_GROUP).remove(name);
        region.forget(group.arn());
        region.emit(CACHE_SECURITY_GROUP, name, "Cache security group deleted");
        return DeleteCacheSecurityGroupResponse.builder();
    }

    private DescribeCacheSecurityGroupsResponse.Builder describe(
            DescribeCacheSecurityGroupsRequest request, Call call) {
        String name = call.parameters().optional("CacheSecurityGroupName", request.cacheSecurityGroupName());
        var paging = call.paging(request.maxRecords(), request.marker());
        Page<CacheSecurityGroup> page = name == null
                ? call.region().table(CACHE_SECURITY_GROUP).page(paging, each -> true)
                : Page.of(call.existing(CACHE_SECURITY_GROUP, name));
        return DescribeCacheSecurityGroupsResponse.builder()
                .cacheSecurityGroups(page.items())
                .marker(page.marker());
    }

    /** A VPC-only account is refused every operation, in these words: ansible/ansible-modules-core#5815. */
    private static <Q extends ElastiCacheRequest> Handler<Q> whereTheyExist(Handler<Q> handler) {
        return (request, call) -> {
            if (call.region().settings().platform() == Platform.VPC_ONLY) {
                throw call.faults()
                        .invalidParameterValue(
                                "Use of cache security groups is not permitted in this API version for your account.");
            }
            return handler.handle(request, call);
        };
    }

    private static AwsServiceException invalidState(Call call, String message) {
        return call.faults().of(ServiceError.INVALID_CACHE_SECURITY_GROUP_STATE, message);
    }

    private static CacheSecurityGroup group(RegionState region, String name, String description) {
        return CacheSecurityGroup.builder()
                .ownerId(region.settings().accountId())
                .cacheSecurityGroupName(Table.key(name))
                .description(description)
                .arn(region.arn(CACHE_SECURITY_GROUP, name))
                .ec2SecurityGroups(List.of())
                .build();
    }

    private static String aspect(Ingress ingress) {
        return "ingress " + ingress.name() + "/" + ingress.ownerId();
    }
}
