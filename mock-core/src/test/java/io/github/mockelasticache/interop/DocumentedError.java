package io.github.mockelasticache.interop;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.wire.LazyEndpoint;
import io.github.mockelasticache.testing.EngineSettings;
import io.github.mockelasticache.testing.Groups;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;

/**
 * The errors that the API reference lists for AuthorizeCacheSecurityGroupIngress, boto3's class for each, and a call that is
 * refused so: by {@link #mock} or, for the last one, by {@link #incompatible}.
 */
enum DocumentedError {
    AUTHORIZATION_ALREADY_EXISTS("AuthorizationAlreadyExists", "AuthorizationAlreadyExistsFault", 400) {
        @Override
        String ec2SecurityGroupName() {
            return "authorized";
        }
    },
    CACHE_SECURITY_GROUP_NOT_FOUND("CacheSecurityGroupNotFound", "CacheSecurityGroupNotFoundFault", 404) {
        @Override
        String cacheSecurityGroupName() {
            return "nosuchgroup";
        }
    },
    INVALID_CACHE_SECURITY_GROUP_STATE("InvalidCacheSecurityGroupState", "InvalidCacheSecurityGroupStateFault", 400) {
        @Override
        String ec2SecurityGroupName() {
            return "revoking";
        }
    },
    INVALID_PARAMETER_VALUE("InvalidParameterValue", "InvalidParameterValueException", 400) {
        @Override
        String ec2SecurityGroupOwnerId() {
            return "AKIAIOSFODNN7EXAMPLE";
        }
    },
    INVALID_PARAMETER_COMBINATION("InvalidParameterCombination", "InvalidParameterCombinationException", 400);

    private final String code;
    private final String boto3Exception;
    private final int httpStatus;

    DocumentedError(String code, String boto3Exception, int httpStatus) {
        this.code = code;
        this.boto3Exception = boto3Exception;
        this.httpStatus = httpStatus;
    }

    /** A mock with the ingress that the calls meet. */
    static ElastiCacheMock mock() {
        ElastiCacheMock mock = ElastiCacheMock.create();
        Groups groups = Groups.of(mock.client());
        groups.create("mygroup");
        groups.authorize("mygroup", "authorized", "123456781234");
        groups.authorize("mygroup", "revoking", "123456781234");
        mock.clock().settle();
        groups.revoke("mygroup", "revoking", "123456781234");
        return mock;
    }

    /**
     * An endpoint to which all parameters are incompatible. No two of this operation's three are, so the mock has no reason of
     * its own to answer so.
     */
    static LazyEndpoint incompatible() {
        Family incompatible =
                operations -> operations.handle(AuthorizeCacheSecurityGroupIngressRequest.class, (request, call) -> {
                    throw call.faults().invalidParameterCombination("These parameters do not go together.");
                });
        return new LazyEndpoint(new Engine(EngineSettings.withSeed(0), List.of(incompatible)), 0);
    }

    String code() {
        return code;
    }

    String boto3Exception() {
        return boto3Exception;
    }

    int httpStatus() {
        return httpStatus;
    }

    String cacheSecurityGroupName() {
        return "mygroup";
    }

    String ec2SecurityGroupName() {
        return "myec2group";
    }

    String ec2SecurityGroupOwnerId() {
        return "1234-5678-1234";
    }
}
