package io.github.mockelasticache.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.engine.Invocation;
import io.github.mockelasticache.internal.wire.ActionTable.Action;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

class ActionTableTest {

    @Test
    void the_table_holds_every_operation_of_the_service_model() {
        assertThat(ActionTable.all()).hasSize(75);
    }

    @Test
    void an_action_knows_what_its_requests_and_responses_are_built_from() {
        Action action = ActionTable.find("AuthorizeCacheSecurityGroupIngress");

        assertThat(action.emptyRequest())
                .isEqualTo(AuthorizeCacheSecurityGroupIngressRequest.builder().build());
        assertThat(action.emptyResponse())
                .isEqualTo(AuthorizeCacheSecurityGroupIngressResponse.builder().build());
    }

    @Test
    void an_action_has_the_name_that_the_SDK_sends() {
        NoMembers service = new NoMembers();
        InMemoryWire wire = new InMemoryWire(service, InMemoryWire.Style.POST_FORM);
        try (ElastiCacheClient client = SdkCalls.client(wire, URI.create("http://127.0.0.1"), Region.US_EAST_1)) {
            for (Action action : ActionTable.all()) {
                service.next = action;

                SdkCalls.call(client, action, action.emptyRequest());

                assertThat(wire.lastForm()).contains("Action=" + action.name() + "&Version=2015-02-02");
            }
        }
    }

    @Test
    void names_are_case_sensitive() {
        assertThat(ActionTable.find("describeCacheClusters")).isNull();
    }

    @Test
    void three_operations_answer_without_members() {
        assertThat(ActionTable.all())
                .filteredOn(action -> action.emptyResponse().sdkFields().isEmpty())
                .extracting(Action::name)
                .containsExactly("DeleteCacheParameterGroup", "DeleteCacheSecurityGroup", "DeleteCacheSubnetGroup");
    }

    @Test
    void the_codec_knows_every_kind_of_member_in_the_model() {
        List<SdkField<?>> fields = ActionTable.all().stream()
                .flatMap(action -> Stream.of(action.emptyRequest(), action.emptyResponse()))
                .flatMap(ActionTableTest::membersAtAnyDepth)
                .toList();

        assertThat(fields).hasSizeGreaterThan(1000).allSatisfy(field -> {
            Class<?> type = field.marshallingType().getTargetClass();
            assertThat(type == List.class || type == SdkPojo.class || ScalarText.knows(type))
                    .as("%s is a %s", field.locationName(), type)
                    .isTrue();
            assertThat(type == List.class && field.getTrait(ListTrait.class).isFlattened())
                    .as("%s is a flattened list", field.locationName())
                    .isFalse();
        });
    }

    private static Stream<SdkField<?>> membersAtAnyDepth(SdkPojo structure) {
        return structure.sdkFields().stream().flatMap(ActionTableTest::withMembersBelow);
    }

    private static Stream<SdkField<?>> withMembersBelow(SdkField<?> field) {
        Class<?> type = field.marshallingType().getTargetClass();
        Stream<SdkField<?>> below = Stream.empty();
        if (type == List.class) {
            below = withMembersBelow(field.getTrait(ListTrait.class).memberFieldInfo());
        } else if (type == SdkPojo.class) {
            below = membersAtAnyDepth(field.constructor().get());
        }
        return Stream.concat(Stream.of(field), below);
    }

    private static final class NoMembers implements ElastiCacheService {
        private Action next;

        @Override
        public ElastiCacheResponse execute(String action, Invocation call) {
            return next.emptyResponse();
        }

        @Override
        public String newRequestId() {
            return "id";
        }
    }
}
