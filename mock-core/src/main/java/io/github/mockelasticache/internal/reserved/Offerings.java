package io.github.mockelasticache.internal.reserved;

import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.catalog.TabSeparated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodesOffering;

/**
 * The offerings of reserved cache nodes: every node type, with every engine that runs on it, for one and for three years, in each
 * offering type of its generation.
 *
 * <p>The prices are samples. Those of {@code documented-offerings.tsv} are the documentation's, ids included; all others are worked
 * out from {@code rates.tsv} and {@code terms.tsv}, which tell where they come from. The service's own offerings differ from region
 * to region, in price and id; these are the same in every region.
 */
final class Offerings {

    private static final BigDecimal HOURS_OF_YEAR = BigDecimal.valueOf(365 * 24);
    private static final NavigableMap<String, ReservedCacheNodesOffering> BY_ID = read();

    private Offerings() {}

    /** All offerings by their ids. */
    static NavigableMap<String, ReservedCacheNodesOffering> all() {
        return BY_ID;
    }

    private static NavigableMap<String, ReservedCacheNodesOffering> read() {
        Map<Offering, ReservedCacheNodesOffering> all = new LinkedHashMap<>();
        List<TabSeparated.Row> terms = table("terms.tsv").rows();
        for (TabSeparated.Row rate : table("rates.tsv").rows()) {
            for (NodeType nodeType : NodeTypes.all()) {
                if (nodeType.family().equals(rate.get("family"))) {
                    addAll(nodeType, rate, terms, all);
                }
            }
        }
        for (TabSeparated.Row row : table("documented-offerings.tsv").rows()) {
            Offering offering = new Offering(
                    row.get("node-type"), Integer.parseInt(row.get("years")), row.get("product"), row.get("type"));
            all.put(
                    offering,
                    offering.at(row.get("id"), amount(row, "once"), amount(row, "hourly"), amount(row, "usage")));
        }
        NavigableMap<String, ReservedCacheNodesOffering> byId = new TreeMap<>();
        all.values().forEach(each -> byId.put(each.reservedCacheNodesOfferingId(), each));
        return Collections.unmodifiableNavigableMap(byId);
    }

    private static void addAll(
            NodeType nodeType,
            TabSeparated.Row rate,
            List<TabSeparated.Row> terms,
            Map<Offering, ReservedCacheNodesOffering> all) {
        for (String engine : nodeType.firstVersions().keySet()) {
            BigDecimal hour = amount(rate, "hourly").multiply(weight(nodeType)).multiply(discount(engine));
            for (TabSeparated.Row term : terms) {
                if (term.get("payment").equals(rate.get("payment"))) {
                    Offering offering = new Offering(
                            nodeType.name(), Integer.parseInt(term.get("years")), engine, term.get("type"));
                    all.put(offering, priced(offering, hour, term));
                }
            }
        }
    }

    private static ReservedCacheNodesOffering priced(Offering offering, BigDecimal hour, TabSeparated.Row term) {
        BigDecimal once = hour.multiply(amount(term, "once"))
                .multiply(HOURS_OF_YEAR)
                .multiply(BigDecimal.valueOf(offering.years()));
        return offering.at(
                offering.derivedId(),
                once.setScale(0, RoundingMode.HALF_UP),
                toMills(hour.multiply(amount(term, "hourly"))),
                toMills(hour.multiply(amount(term, "usage"))));
    }

    /** Valkey costs 20 percent less than the other engines (Amazon ElastiCache pricing, node-based clusters). */
    private static BigDecimal discount(String engine) {
        return engine.equals("valkey") ? new BigDecimal("0.8") : BigDecimal.ONE;
    }

    /** How many times as much as the size {@code large} a size is. */
    private static BigDecimal weight(NodeType nodeType) {
        return switch (nodeType.size()) {
            case "micro" -> new BigDecimal("0.125");
            case "small" -> new BigDecimal("0.25");
            case "medium" -> new BigDecimal("0.5");
            case "large" -> BigDecimal.ONE;
            case "xlarge" -> BigDecimal.valueOf(2);
            default -> new BigDecimal(nodeType.size().replace("xlarge", "")).multiply(BigDecimal.valueOf(2));
        };
    }

    private static BigDecimal toMills(BigDecimal price) {
        return price.setScale(3, RoundingMode.HALF_UP);
    }

    private static BigDecimal amount(TabSeparated.Row row, String column) {
        return new BigDecimal(row.get(column));
    }

    private static TabSeparated table(String file) {
        return TabSeparated.beside(Offerings.class, file);
    }
}
