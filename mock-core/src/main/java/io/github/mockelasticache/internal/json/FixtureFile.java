package io.github.mockelasticache.internal.json;

import io.github.mockelasticache.fixture.FixtureException;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.AnswerType;
import io.github.mockelasticache.internal.engine.Deed;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file with what a command of the AWS CLI has printed, or several: lists of resources, and answers of other kinds.
 *
 * <p>What an output does not tell, the file says with the member of the request: {@code CacheParameterGroupName} for parameters,
 * {@code ResourceName} for tags. {@code Region} says where all of it was described, unless an ARN tells.
 */
final class FixtureFile {

    private static final String REGION = "Region";
    private static final int ARN_COMPONENTS = 7;

    private final String source;
    private final Engine engine;
    private final @Nullable Region region;
    private final Map<String, ResourceType<?>> typesByList;
    private final Map<String, AnswerType<?>> answersByMember = new LinkedHashMap<>();
    private final List<Deed.Adopted> resources = new ArrayList<>();
    private final List<Deed.Answered> answers = new ArrayList<>();

    FixtureFile(String source, JsonNode json, Engine engine, List<ResourceType<?>> types) {
        this.source = source;
        this.engine = engine;
        this.typesByList = types.stream().collect(Collectors.toMap(ResourceType::listName, each -> each));
        for (AnswerType<?> each : engine.answerTypes()) {
            ServiceAnswers.members(each.model()).forEach(member -> answersByMember.put(member, each));
        }
        if (!json.isObject()) {
            throw new FixtureException(
                    source, "", "Expected what a describe command of the AWS CLI prints, an object with a list.");
        }
        this.region = json.has(REGION) ? regionNamed(json.get(REGION).asString(""), "/" + REGION) : null;
        read(json);
    }

    /** The resources in the order of the file. */
    List<Deed.Adopted> resources() {
        return resources;
    }

    /** What else it tells. */
    List<Deed.Answered> answers() {
        return answers;
    }

    private void read(JsonNode json) {
        Map<AnswerType<?>, ObjectNode> told = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            String name = member.getKey();
            String pointer = "/" + SdkJsonReader.escaped(name);
            AnswerType<?> answer = answersByMember.get(name);
            if (name.equals("Marker") || name.equals("NextToken")) {
                throw new FixtureException(
                        source,
                        pointer,
                        "This is a page of a longer list; let the AWS CLI print all of it, without --max-items.");
            } else if (typesByList.containsKey(name)) {
                readList(typesByList.get(name), member.getValue(), pointer);
            } else if (answer != null) {
                told.computeIfAbsent(answer, first -> JsonNodeFactory.instance.objectNode())
                        .set(name, member.getValue());
            } else if (!isSubject(name, json) && !name.equals(REGION)) {
                requireNothing(name, member.getValue(), pointer);
            }
        }
        told.forEach((type, members) -> answers.add(answered(type, members, json)));
    }

    private void readList(ResourceType<?> type, JsonNode list, String pointer) {
        if (!list.isArray()) {
            throw new FixtureException(source, pointer, "Expected a list of resources, but there is " + list + ".");
        }
        int index = 0;
        for (JsonNode each : list) {
            String place = pointer + "/" + index++;
            SdkPojo resource = (SdkPojo) new SdkJsonReader(source).read(type.model(), each, place);
            resources.add(new Deed.Adopted(
                    engine.clock().instant(), regionOf(resource, place), type, resource, unfit(place)));
        }
    }

    private Deed.Answered answered(AnswerType<?> type, ObjectNode members, JsonNode json) {
        String subject = "";
        Region of = regionOrDefault();
        if (type.hasSubject()) {
            JsonNode named = json.path(type.subject());
            if (!named.isString() || named.stringValue().isBlank()) {
                throw new FixtureException(
                        source,
                        json.has(type.subject()) ? "/" + type.subject() : "",
                        "This output of " + type.operation() + " does not tell what it is about; add the member "
                                + type.subject() + " with what the request named.");
            }
            subject = named.stringValue();
            of = subject.startsWith("arn:") ? regionOfArn(subject, "/" + type.subject()) : of;
        }
        SdkPojo answer = new SdkJsonReader(source).read(type.model(), members, "");
        return new Deed.Answered(engine.clock().instant(), of, type, subject, answer, unfit(""));
    }

    /** Whether a member says what an output beside it is about. */
    private boolean isSubject(String name, JsonNode json) {
        return answersByMember.entrySet().stream()
                .anyMatch(each -> each.getValue().subject().equals(name) && json.has(each.getKey()));
    }

    /** Nothing that is told gets lost; but of what is not there, nothing can get lost. */
    private void requireNothing(String name, JsonNode value, String pointer) {
        if (answersByMember.values().stream().anyMatch(each -> each.subject().equals(name))) {
            throw new FixtureException(
                    source,
                    pointer,
                    "This says what an output is about, but the file has none that does not tell it by itself.");
        }
        Set<String> operations = ServiceAnswers.operationsThatGive(name);
        if (operations.isEmpty()) {
            throw new FixtureException(
                    source,
                    pointer,
                    "There is no list " + name + "; there are "
                            + typesByList.keySet().stream().sorted().collect(Collectors.joining(", ")) + ", and "
                            + String.join(", ", answersByMember.keySet()) + ".");
        }
        if (value.isArray() && value.isEmpty()) {
            return;
        }
        String given = String.join(" and ", operations);
        throw new FixtureException(
                source,
                pointer,
                operations.stream().anyMatch(each -> engine.requests().containsKey(each))
                        ? "What " + given + " gives follows from other resources, and cannot be loaded; leave it out."
                        : "The mock does not handle " + given + " yet, so it cannot give this back; leave it out.");
    }

    private Region regionOf(SdkPojo resource, String pointer) {
        for (SdkField<?> field : resource.sdkFields()) {
            // That of a reserved cache node is its ReservationARN.
            if (field.memberName().endsWith("ARN") && field.getValueOrDefault(resource) instanceof String arn) {
                return regionOfArn(arn, pointer + "/" + field.memberName());
            }
        }
        return regionOrDefault();
    }

    private Region regionOrDefault() {
        return region == null ? engine.settings().region() : region;
    }

    private Region regionOfArn(String arn, String pointer) {
        String[] parts = arn.split(":", ARN_COMPONENTS);
        if (parts.length < ARN_COMPONENTS) {
            throw new FixtureException(source, pointer, "This is no ARN of a resource: " + arn + ".");
        }
        Region told = regionNamed(parts[3], pointer);
        if (region != null && !region.equals(told)) {
            throw new FixtureException(
                    source,
                    pointer,
                    "The resource is in " + told + ", but the file's " + REGION + " is " + region + ".");
        }
        if (!parts[4].equals(engine.settings().accountId())) {
            throw new FixtureException(
                    source,
                    pointer,
                    "The resource belongs to the account " + parts[4] + ", but the mock's is "
                            + engine.settings().accountId() + "; set the mock's accountId to that of the file.");
        }
        return told;
    }

    private Region regionNamed(String name, String pointer) {
        return Region.regions().stream()
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new FixtureException(source, pointer, "The AWS SDK knows no region \"" + name + "\"."));
    }

    private Adopter.Unfit unfit(String pointer) {
        return (member, problem) -> new FixtureException(source, pointer + member, problem);
    }
}
