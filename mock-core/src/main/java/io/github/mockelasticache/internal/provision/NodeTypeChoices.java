package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import java.util.List;

/**
 * The node types that nodes of some type can get, by their memory: those with less are below it, the others above it.
 *
 * <p>The engine version must run on them. Nodes with data tiering keep it, and others do not get it ("Data tiering in
 * ElastiCache", user guide). A type of which the service creates no nodes any more is a choice only for nodes of another such
 * type.
 *
 * @param up the names of those above, in order
 * @param down the names of those below, in order
 */
public record NodeTypeChoices(List<String> up, List<String> down) {

    /**
     * The choices for nodes of some type.
     *
     * @param present their type
     * @param version what runs on them, or is to
     * @return the choices, without the present type
     */
    public static NodeTypeChoices of(NodeType present, EngineVersion version) {
        List<NodeType> all = NodeTypes.all().stream()
                .filter(type -> !type.equals(present)
                        && type.supports(version)
                        && type.dataTiering() == present.dataTiering()
                        && (type.currentGeneration() || !present.currentGeneration()))
                .toList();
        return new NodeTypeChoices(
                names(all.stream()
                        .filter(type -> type.memory() >= present.memory())
                        .toList()),
                names(all.stream()
                        .filter(type -> type.memory() < present.memory())
                        .toList()));
    }

    /**
     * Whether a node type is among them.
     *
     * @param type its name
     * @return true if it is above or below
     */
    public boolean include(String type) {
        return up.contains(type) || down.contains(type);
    }

    private static List<String> names(List<NodeType> types) {
        return types.stream().map(NodeType::name).toList();
    }
}
