package io.github.mockelasticache.internal.json;

import io.github.mockelasticache.fixture.FixtureException;
import io.github.mockelasticache.internal.engine.Deed;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Loads what {@code aws elasticache describe-…} and {@code list-tags-for-resource} print, and what {@link SnapshotJson} writes, into a mock. */
public final class Fixtures {

    /** Of two lists with one name, such as outputs pasted together by hand, the first would get lost. */
    private static final ObjectReader READER =
            JsonMapper.shared().reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

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
        List<Deed.Answered> answered = new ArrayList<>();
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
            FixtureFile file = new FixtureFile(text.getKey(), json, engine, types);
            adopted.addAll(file.resources());
            answered.addAll(file.answers());
        }
        engine.adopt(adopted, answered);
    }

    static JsonNode parsed(String source, String text) {
        try {
            return READER.readTree(text);
        } catch (JacksonException e) {
            throw new FixtureException(
                    source,
                    "",
                    "This cannot be read as JSON: " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null
                                    ? "unknown"
                                    : e.getLocation().getLineNr()) + ").");
        }
    }

    static Optional<ResourceType<?>> typeNamed(String listName, List<ResourceType<?>> types) {
        return types.stream().filter(each -> each.listName().equals(listName)).findFirst();
    }
}
