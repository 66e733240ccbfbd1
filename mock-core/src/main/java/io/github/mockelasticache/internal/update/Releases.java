package io.github.mockelasticache.internal.update;

import io.github.mockelasticache.internal.catalog.TabSeparated;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateSeverity;

/**
 * The catalogue of service updates, some of them past and some to come: the table {@code service-updates.tsv}, whose days are
 * counted from the day on which the mock's clock starts. Names tell the day of release, as {@code elc-20191007-001} does in the
 * documentation. They come newest first: the order of the sample in the AWS CLI reference (describe-service-updates).
 *
 * @param byName the updates by their names
 */
record Releases(NavigableMap<String, Release> byName) {

    /** Samples are released at 15:00 or 16:00 UTC, and all that follows ends a second before that hour. */
    private static final Duration HOUR_OF_RELEASE = Duration.ofHours(16);

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'elc-'yyyyMMdd'-001'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How long after its release an update should be applied ("Self-service updates", user guide). */
    private static final Map<ServiceUpdateSeverity, Integer> DAYS_TO_APPLY = Map.of(
            ServiceUpdateSeverity.CRITICAL, 14,
            ServiceUpdateSeverity.IMPORTANT, 30,
            ServiceUpdateSeverity.MEDIUM, 60,
            ServiceUpdateSeverity.LOW, 90);

    /** The sample of 9 October 2019 ended on 9 February 2020. */
    private static final int DAYS_AVAILABLE = 123;

    /** The catalogue of a mock whose clock starts at an instant. */
    static Releases of(Instant start) {
        NavigableMap<String, Release> releases = new TreeMap<>(Comparator.reverseOrder());
        for (TabSeparated.Row row :
                TabSeparated.beside(Releases.class, "service-updates.tsv").rows()) {
            Release release = release(row, start.truncatedTo(ChronoUnit.DAYS).plus(HOUR_OF_RELEASE));
            releases.put(release.name(), release);
        }
        return new Releases(Collections.unmodifiableNavigableMap(releases));
    }

    private static Release release(TabSeparated.Row row, Instant firstDay) {
        Instant released = day(row.get("released"), firstDay);
        ServiceUpdateSeverity severity = ServiceUpdateSeverity.fromValue(row.get("severity"));
        return new Release(
                NAME.format(released),
                released,
                lastSecond(released, DAYS_TO_APPLY.getOrDefault(severity, DAYS_AVAILABLE)),
                lastSecond(released, DAYS_AVAILABLE),
                cancelled(row.get("cancelled"), firstDay),
                severity,
                row.get("automatic").equals("yes"),
                firstVersions(row));
    }

    private static SortedMap<String, String> firstVersions(TabSeparated.Row row) {
        SortedMap<String, String> versions = new TreeMap<>();
        for (String engine : List.of("memcached", "redis", "valkey")) {
            if (!row.get(engine).equals("-")) {
                versions.put(engine, row.get(engine));
            }
        }
        return Collections.unmodifiableSortedMap(versions);
    }

    private static @Nullable Instant cancelled(String text, Instant firstDay) {
        return text.equals("-") ? null : day(text, firstDay);
    }

    private static Instant day(String text, Instant firstDay) {
        return firstDay.plus(Duration.ofDays(Integer.parseInt(text)));
    }

    private static Instant lastSecond(Instant released, int days) {
        return released.plus(Duration.ofDays(days)).minusSeconds(1);
    }
}
