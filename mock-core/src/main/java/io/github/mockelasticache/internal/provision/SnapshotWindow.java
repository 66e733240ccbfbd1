package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.engine.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The daily hour or hours in which the service takes automatic snapshots, in UTC.
 *
 * @param minute the minute of the day at which it begins
 * @param length how long it lasts; 60 minutes at least
 */
public record SnapshotWindow(int minute, Duration length) {

    private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d)");
    private static final int SHORTEST = 60;
    private static final int DAY = 24 * 60;

    /**
     * The window that a request names.
     *
     * @param text {@code SnapshotWindow} of the request, in the form {@code hh:mm-hh:mm}
     * @param faults the call's errors: {@code InvalidParameterValue} for any other form, or for less than 60 minutes
     * @return the window
     */
    public static SnapshotWindow requested(String text, Faults faults) {
        if (!FORM.matcher(text).matches()) {
            throw faults.invalidParameterValue("Invalid snapshot window: " + text
                    + ". The format is hh24:mi-hh24:mi in UTC, for example 05:00-09:00.");
        }
        SnapshotWindow window = of(text);
        if (window.length().toMinutes() < SHORTEST) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#2153.
            throw faults.invalidParameterValue("Snapshot window must be at least " + SHORTEST + " minutes.");
        }
        return window;
    }

    /**
     * A window as the service returns it, which has the right form.
     *
     * @param text for example {@code 05:00-06:00}
     * @return the window
     */
    public static SnapshotWindow of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        int start = minuteOfDay(form.group(1), form.group(2));
        int end = minuteOfDay(form.group(3), form.group(4));
        return new SnapshotWindow(start, Duration.ofMinutes(Math.floorMod(end - start, DAY)));
    }

    /**
     * When the window opens next.
     *
     * @param now the present
     * @return the next instant at which it begins, after the present
     */
    public Instant next(Instant now) {
        ZonedDateTime start =
                now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusMinutes(minute);
        return (start.toInstant().isAfter(now) ? start : start.plusDays(1)).toInstant();
    }

    /** In the service's form, for example {@code 05:00-06:00}. */
    @Override
    public String toString() {
        return text(minute) + "-" + text((minute + (int) length.toMinutes()) % DAY);
    }

    static String text(int minuteOfDay) {
        return twoDigits(minuteOfDay / 60) + ":" + twoDigits(minuteOfDay % 60);
    }

    private static int minuteOfDay(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
