package io.github.mockelasticache.internal.json;

import io.github.mockelasticache.fixture.FixtureException;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.Deed;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads what {@code aws elasticache describe-…} prints, and what {@link SnapshotJson} writes, into a mock. */
public final class Fixtures {

    private final Engine engine;
    private final List<ResourceType<?>> types;

    /**
     * A loader.
     *
     * @param engine where to load
     * @param types the types of resource that there are
     */
    public Fixtures(Engine engine, List<ResourceType<?>> types) {
        this.engine = engine;
        this.types = types;
    }

    /**
     * Loads files together, so that those of one may use those of another; all or none.
     *
     * @param texts the JSON by the names of the files
     */
    public void load(Map<String, String> texts) {
        List<Deed.Adopted> adopted = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            JsonNode json = parsed(text.getKey(), text.getValue());
            if (SnapshotJson.isOne(json)) {
                if (texts.size() > 1) {
                    throw new FixtureException(
                            text.getKey(),
                            "",
                            "A snapshot is all of a mock's state: load it alone, before other files.");
                }
                new SnapshotJson(engine, types).load(text.getKey(), json);
                return;
            }
            adopted.addAll(described(text.getKey(), json));
        }
        engine.adopt(adopted);
    }

    static JsonNode parsed(String source, String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new FixtureException(
                    source,
                    "",
                    "This is no JSON: " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null
                                    ? "unknown"
                                    : e.getLocation().getLineNr()) + ").");
        }
    }

    private List<Deed.Adopted> described(String source, JsonNode json) {
        if (!json.isObject()) {
            throw new FixtureException(
                    source, "", "Expected what a describe command of the AWS CLI prints, an object with a list.");
        }
        List<Deed.Adopted> adopted = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            String pointer = "/" + SdkJsonReader.escaped(member.getKey());
            ResourceType<?> type = type(source, pointer, member.getKey());
            if (!member.getValue().isArray()) {
                throw new FixtureException(
                        source, pointer, "Expected a list of resources, but there is " + member.getValue() + ".");
            }
            int index = 0;
            for (JsonNode each : member.getValue()) {
                String place = pointer + "/" + index++;
                adopted.add(adopted(source, type, each, place, null));
            }
        }
        return adopted;
    }

    private ResourceType<?> type(String source, String pointer, String listName) {
        if (listName.equals("Marker") || listName.equals("NextToken")) {
            throw new FixtureException(
                    source,
                    pointer,
                    "This is a page of a longer list; let the AWS CLI print all of it, without --max-items.");
        }
        return typeNamed(listName, types)
                .orElseThrow(() -> new FixtureException(
                        source,
                        pointer,
                        "There is no list " + listName + "; there are "
                                + types.stream().map(ResourceType::listName).collect(Collectors.joining(", ")) + "."));
    }

    static Optional<ResourceType<?>> typeNamed(String listName, List<ResourceType<?>> types) {
        return types.stream().filter(each -> each.listName().equals(listName)).findFirst();
    }

    /** A resource with its place; its region is that of its ARN unless it is known otherwise. */
    Deed.Adopted adopted(String source, ResourceType<?> type, JsonNode json, String pointer, @Nullable Region known) {
        SdkPojo resource = (SdkPojo) new SdkJsonReader(source).read(type.model(), json, pointer);
        Adopter.Unfit unfit = (member, problem) -> new FixtureException(source, pointer + member, problem);
        Region region = known == null ? region(resource, unfit) : known;
        return new Deed.Adopted(engine.clock().instant(), region, type, resource, unfit);
    }

    private Region region(SdkPojo resource, Adopter.Unfit unfit) {
        for (SdkField<?> field : resource.sdkFields()) {
            if (field.memberName().equals("ARN") && field.getValueOrDefault(resource) instanceof String arn) {
                String[] parts = arn.split(":", 7);
                if (parts.length < 7
                        || Region.regions().stream().noneMatch(each -> each.id().equals(parts[3]))) {
                    throw unfit.because("/ARN", "This is no ARN of a region that the AWS SDK knows: " + arn + ".");
                }
                if (!Objects.equals(parts[4], engine.settings().accountId())) {
                    throw unfit.because(
                            "/ARN",
                            "The resource belongs to the account " + parts[4] + ", but the mock's is "
                                    + engine.settings().accountId()
                                    + "; set the mock's accountId to that of the file.");
                }
                return Region.of(parts[3]);
            }
        }
        return engine.settings().region();
    }
}
