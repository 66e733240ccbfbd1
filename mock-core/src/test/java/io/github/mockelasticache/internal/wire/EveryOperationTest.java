package io.github.mockelasticache.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.engine.Invocation;
import io.github.mockelasticache.internal.wire.ActionTable.Action;
import io.github.mockelasticache.internal.wire.InMemoryWire.Style;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * The codec's test of truth: for every operation of the service model, what the SDK's own marshaller writes is decoded
 * to an equal request, and what the encoder writes is unmarshalled by the SDK to an equal response. One try is one
 * randomly filled call of each operation. Equality of the SDK's objects covers {@code hasXxx()}, so absent and empty
 * lists are told apart.
 */
@Label("Every operation")
class EveryOperationTest {

    private static final String SEED = "20150202";

    @Property(tries = 25, seed = SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void sent_as_a_form_arrives_and_is_answered_unchanged(@ForAll long seed) {
        assertThatCallsOfAllActionsSurvive(seed, Style.POST_FORM);
    }

    @Property(tries = 8, seed = SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void sent_as_a_query_string_arrives_and_is_answered_unchanged(@ForAll long seed) {
        assertThatCallsOfAllActionsSurvive(seed, Style.GET_QUERY_STRING);
    }

    @Property(tries = 100, seed = SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void sent_with_nonsense_is_decoded_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        for (Action action : ActionTable.all()) {
            Map<String, String> parameters = nonsense(action, random);
            try {
                assertThat(QueryDecoder.decode(action, FormParameters.of(parameters)))
                        .hasSameClassAs(action.emptyRequest());
            } catch (RefusedRequestException refusal) {
                assertThat(refusal.status()).as("%s", parameters).isEqualTo(400);
            }
        }
    }

    /** Parameters that begin like the action's own. */
    private static Map<String, String> nonsense(Action action, Random random) {
        List<String> segments =
                List.of("member", "Tag", "Key", "Values", "1", "2", "11", "0", "01", "-1", "", " ", "é");
        List<String> values = List.of("", "x", "1", "true", "2015-02-02T00:00:00Z", "\u0001", "9".repeat(30));
        Map<String, String> parameters = new HashMap<>();
        for (SdkField<?> field : action.emptyRequest().sdkFields()) {
            StringBuilder name = new StringBuilder(field.locationName());
            for (int depth = random.nextInt(5); depth > 0; depth--) {
                name.append('.').append(segments.get(random.nextInt(segments.size())));
            }
            if (random.nextInt(4) == 0) {
                parameters.put(name.toString(), values.get(random.nextInt(values.size())));
            }
        }
        return parameters;
    }

    private static void assertThatCallsOfAllActionsSurvive(long seed, Style style) {
        EchoedCall service = new EchoedCall();
        RandomModel requests = new RandomModel(new Random(seed), true);
        RandomModel responses = new RandomModel(new Random(~seed), false);
        try (ElastiCacheClient client =
                SdkCalls.client(new InMemoryWire(service, style), URI.create("http://127.0.0.1"), Region.US_WEST_2)) {
            for (Action action : ActionTable.all()) {
                ElastiCacheRequest request = (ElastiCacheRequest) requests.fill(action.newRequestBuilder());
                service.response = (ElastiCacheResponse) responses.fill((SdkPojo) action.emptyResponse().toBuilder());

                ElastiCacheResponse received = SdkCalls.call(client, action, request);

                assertThat(service.action).isEqualTo(action.name());
                assertThat(service.region).isEqualTo(Region.US_WEST_2);
                SdkPojo expected = AsMarshalled.of(request, action.newRequestBuilder());
                assertThat(service.request)
                        .as("decoded %s", action.name())
                        .matches(expected::equalsBySdkFields, "equals " + expected);
                assertThat(received)
                        .as("unmarshalled %s", action.name())
                        .matches(service.response::equalsBySdkFields, "equals " + service.response);
                assertThat(received.responseMetadata().requestId()).isEqualTo("id-of-" + action.name());
            }
        }
    }

    private static final class EchoedCall implements ElastiCacheService {
        private ElastiCacheResponse response;
        private String action;
        private ElastiCacheRequest request;
        private Region region;

        @Override
        public ElastiCacheResponse execute(String action, Invocation call) {
            this.action = action;
            this.request = call.request();
            this.region = call.region();
            return response;
        }

        @Override
        public String newRequestId() {
            return "id-of-" + action;
        }
    }
}
