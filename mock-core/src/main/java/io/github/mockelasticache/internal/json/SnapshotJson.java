package io.github.mockelasticache.internal.json;

import io.github.mockelasticache.fixture.FixtureException;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.AnswerType;
import io.github.mockelasticache.internal.engine.Deed;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Inventory;
import io.github.mockelasticache.internal.engine.MockState;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.ResourceType;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.VirtualClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.Subnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mock's state as canonical JSON, and back.
 *
 * <p>{@code State} shows what exists in the shape that the AWS CLI prints, and what is pending. {@code History} holds what was
 * done to bring it about. Doing the same again gives the same state: that is how pending transitions of every family come
 * back, with all that no Describe operation tells. What comes back is compared with {@code State}, so neither can be changed
 * without the other.
 */
public final class SnapshotJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String FORMAT = "MockElastiCacheSnapshot";
    private static final int VERSION = 1;

    private final Engine engine;
    private final List<ResourceType<?>> types;

    SnapshotJson(Engine engine, List<ResourceType<?>> types) {
        this.engine = engine;
        this.types = types;
    }

    static boolean isOne(JsonNode json) {
        return json.has(FORMAT);
    }

    /**
     * Writes a mock's state.
     *
     * @param state the state
     * @return the JSON, with the members of every object in the order of their names
     */
    public static String write(MockState state) {
        ObjectNode json = NODES.objectNode();
        json.put(FORMAT, VERSION);
        json.put("AccountId", state.accountId());
        json.put("Seed", state.seed());
        json.put("Start", state.start().toString());
        json.put("RequestIds", state.identifiers());
        json.set("State", shown(state));
        ArrayNode history = json.putArray("History");
        state.deeds().forEach(deed -> history.add(written(deed)));
        return MockJson.text(sorted(json));
    }

    /**
     * Writes what can be seen of a mock's state, without how it came about: what golden files compare.
     *
     * @param state the state
     * @return the JSON, with the members of every object in the order of their names
     */
    public static String writeShown(MockState state) {
        return MockJson.text(sorted(shown(state)));
    }

    /**
     * Reads what {@link #write} or {@link #writeShown} has written, as {@link #writeShown} would have written it.
     *
     * @param source the file
     * @param text the JSON
     * @return the JSON of what can be seen
     */
    public static String readShown(String source, String text) {
        JsonNode json = Fixtures.parsed(source, text);
        return MockJson.text(sorted(isOne(json) && json.has("State") ? json.get("State") : json));
    }

    private static ObjectNode shown(MockState state) {
        Inventory inventory = state.inventory();
        ObjectNode shown = NODES.objectNode();
        shown.put("Now", inventory.now().toString());
        ObjectNode regions = shown.putObject("Regions");
        inventory
                .regions()
                .forEach((region, lists) -> lists.forEach((name, resources) -> {
                    ArrayNode list = regions.withObject("/" + region).putArray(name);
                    resources.forEach(resource -> list.add(SdkJson.of(resource)));
                }));
        ObjectNode tags = shown.putObject("Tags");
        state.tags()
                .values()
                .forEach(ofRegion -> ofRegion.forEach((arn, list) -> {
                    ArrayNode ofResource = tags.putArray(arn);
                    list.forEach(tag -> ofResource.add(SdkJson.of(tag)));
                }));
        shown.set("Pending", MockJson.transitions(inventory.pending()));
        return shown;
    }

    private static ObjectNode written(Deed deed) {
        ObjectNode json = NODES.objectNode();
        json.put("At", deed.at().toString());
        json.put("Region", deed.region().id());
        if (deed instanceof Deed.Called called) {
            json.put("Call", Operations.name(called.request().getClass()));
            json.set("Request", SdkJson.of(called.request()));
        } else if (deed instanceof Deed.Adopted adopted) {
            json.put("Load", adopted.type().listName());
            json.set("Resource", SdkJson.of(adopted.resource()));
        } else if (deed instanceof Deed.Answered answered) {
            json.put("LoadAnswer", answered.type().operation());
            ObjectNode answer = SdkJson.of(answered.answer());
            if (answered.type().hasSubject()) {
                answer.put(answered.type().subject(), answered.subject());
            }
            json.set("Answer", answer);
        } else if (deed instanceof Deed.RegisteredEc2SecurityGroup group) {
            json.putObject("Ec2SecurityGroup").put("OwnerId", group.ownerId()).put("Name", group.name());
        } else if (deed instanceof Deed.ChangedClockMode changed) {
            json.put("ClockMode", changed.mode().name());
        } else if (deed instanceof Deed.FailedNode failed) {
            json.put("FailedNode", failed.cacheCluster());
        } else if (deed instanceof Deed.RegisteredSubnet subnet) {
            json.put("VpcId", subnet.vpcId());
            json.set("Subnet", SdkJson.of(subnet.subnet()));
        }
        return json;
    }

    private static JsonNode sorted(JsonNode json) {
        if (json.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            json.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return NODES.objectNode().setAll(members);
        }
        if (json.isArray()) {
            ArrayNode elements = NODES.arrayNode();
            json.forEach(element -> elements.add(sorted(element)));
            return elements;
        }
        return json;
    }

    void load(String source, JsonNode json) {
        requireEqual(source, json, FORMAT, Integer.toString(VERSION), "it was written by another version of the mock");
        requireEqual(source, json, "AccountId", engine.settings().accountId(), "set the mock's accountId to it");
        requireEqual(source, json, "Seed", Long.toString(engine.settings().seed()), "set the mock's seed to it");
        requireEqual(source, json, "Start", engine.settings().start().toString(), "set the mock's startingAt to it");
        Instant now = instant(source, json.at("/State/Now"), "/State/Now");
        List<Deed> deeds = new ArrayList<>();
        for (JsonNode each : required(source, json, "/History")) {
            deeds.add(deed(source, each, "/History/" + deeds.size()));
        }
        MockState wanted = new MockState(
                engine.settings().accountId(),
                engine.settings().seed(),
                engine.settings().start(),
                required(source, json, "/RequestIds").asLong(),
                new Inventory(
                        now,
                        new TreeMap<>(),
                        VirtualClock.startingAt(now).timeline().pending()),
                new TreeMap<>(),
                deeds);
        requireSame(source, required(source, json, "/State"), tried(source, wanted));
        engine.become(wanted);
    }

    private MockState tried(String source, MockState wanted) {
        try {
            return engine.tried(wanted);
        } catch (AwsServiceException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException e) {
            throw new FixtureException(
                    source,
                    "/History",
                    "What was done cannot be done again with this mock's settings: " + e.getMessage());
        }
    }

    private static void requireSame(String source, JsonNode state, MockState tried) {
        String expected = MockJson.text(sorted(state));
        String actual = writeShown(tried);
        if (!expected.equals(actual)) {
            String[] expectedLines = expected.split("\n", -1);
            String[] actualLines = actual.split("\n", -1);
            int line = 0;
            while (line < Math.min(expectedLines.length, actualLines.length)
                    && expectedLines[line].equals(actualLines[line])) {
                line++;
            }
            throw new FixtureException(
                    source,
                    "/State",
                    "This is not what follows from /History with this mock's settings: instead of \""
                            + (line < expectedLines.length ? expectedLines[line].strip() : "") + "\" there would be \""
                            + (line < actualLines.length ? actualLines[line].strip() : "")
                            + "\". Load the snapshot into a mock with the settings of the one that it was taken of, and"
                            + " change neither part by hand.");
        }
    }

    private Deed deed(String source, JsonNode json, String pointer) {
        Instant at = instant(source, json.path("At"), pointer + "/At");
        Region region = region(source, json.path("Region"), pointer + "/Region");
        SdkJsonReader reader = new SdkJsonReader(source);
        if (json.has("Call")) {
            Class<? extends ElastiCacheRequest> request =
                    engine.requests().get(json.get("Call").asString());
            if (request == null) {
                throw new FixtureException(source, pointer + "/Call", "The mock does not know this operation.");
            }
            return new Deed.Called(at, region, reader.read(request, json.path("Request"), pointer + "/Request"));
        }
        if (json.has("Load")) {
            ResourceType<?> type = Fixtures.typeNamed(json.get("Load").asString(), types)
                    .orElseThrow(() -> new FixtureException(source, pointer + "/Load", "There is no such list."));
            return new Deed.Adopted(
                    at,
                    region,
                    type,
                    (SdkPojo) reader.read(type.model(), json.path("Resource"), pointer + "/Resource"),
                    unfit(source, pointer + "/Resource"));
        }
        if (json.has("LoadAnswer")) {
            return answered(source, json, pointer, at, region);
        }
        if (json.has("Ec2SecurityGroup")) {
            JsonNode group = json.get("Ec2SecurityGroup");
            return new Deed.RegisteredEc2SecurityGroup(
                    at,
                    region,
                    group.path("OwnerId").asString(),
                    group.path("Name").asString());
        }
        if (json.has("ClockMode")) {
            return Arrays.stream(ClockMode.values())
                    .filter(mode -> mode.name().equals(json.get("ClockMode").asString()))
                    .findFirst()
                    .map(mode -> new Deed.ChangedClockMode(at, region, mode))
                    .orElseThrow(
                            () -> new FixtureException(source, pointer + "/ClockMode", "There is no such clock mode."));
        }
        if (json.has("FailedNode")) {
            return new Deed.FailedNode(at, region, json.get("FailedNode").asString());
        }
        if (json.has("Subnet")) {
            return new Deed.RegisteredSubnet(
                    at,
                    region,
                    json.path("VpcId").asString(),
                    reader.read(Subnet.class, json.get("Subnet"), pointer + "/Subnet"));
        }
        throw new FixtureException(
                source,
                pointer,
                "Expected one of the members Call, Load, LoadAnswer, ClockMode, FailedNode, Ec2SecurityGroup and Subnet.");
    }

    private Deed.Answered answered(String source, JsonNode json, String pointer, Instant at, Region region) {
        AnswerType<?> type = engine.answerTypes().stream()
                .filter(each -> each.operation().equals(json.get("LoadAnswer").asString()))
                .findFirst()
                .orElseThrow(() -> new FixtureException(source, pointer + "/LoadAnswer", "There is no such answer."));
        ObjectNode answer = required(source, json, "/Answer").deepCopy().asObject();
        String subject = type.hasSubject() ? answer.path(type.subject()).asString() : "";
        answer.remove(type.subject());
        return new Deed.Answered(
                at,
                region,
                type,
                subject,
                new SdkJsonReader(source).read(type.model(), answer, pointer + "/Answer"),
                unfit(source, pointer + "/Answer"));
    }

    private static Adopter.Unfit unfit(String source, String pointer) {
        return (member, problem) -> new FixtureException(source, pointer + member, problem);
    }

    private static JsonNode required(String source, JsonNode json, String pointer) {
        JsonNode found = json.at(pointer);
        if (found.isMissingNode()) {
            throw new FixtureException(source, pointer, "A snapshot has this member, but it is missing.");
        }
        return found;
    }

    private static void requireEqual(String source, JsonNode json, String member, String expected, String fix) {
        String actual = required(source, json, "/" + member).asString();
        if (!actual.equals(expected)) {
            throw new FixtureException(
                    source,
                    "/" + member,
                    "The snapshot has " + actual + ", but this mock has " + expected + "; " + fix + ".");
        }
    }

    private static Region region(String source, JsonNode json, String pointer) {
        return Region.regions().stream()
                .filter(each -> each.id().equals(json.asString()))
                .findFirst()
                .orElseThrow(() -> new FixtureException(source, pointer, "The AWS SDK knows no such region."));
    }

    private static Instant instant(String source, JsonNode json, String pointer) {
        try {
            return Instant.parse(json.asString());
        } catch (DateTimeException e) {
            throw new FixtureException(source, pointer, "Expected an instant such as \"2025-01-01T00:00:00Z\".");
        }
    }
}
