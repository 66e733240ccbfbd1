package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.engine.Faults;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The weekly hour or hours in which the service applies what need not be done at once, in UTC.
 *
 * @param day the day on which it begins
 * @param minute the minute of that day at which it begins
 * @param length how long it lasts; 60 minutes at least
 */
public record MaintenanceWindow(DayOfWeek day, int minute, Duration length) {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern FORM = Pattern.compile(
            "(mon|tue|wed|thu|fri|sat|sun):([01]\\d|2[0-3]):([0-5]\\d)-(mon|tue|wed|thu|fri|sat|sun):([01]\\d|2[0-3]):([0-5]\\d)");
    private static final int SHORTEST = 60;
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /**
     * The window that a request names.
     *
     * @param text {@code PreferredMaintenanceWindow} of the request, in the form {@code ddd:hh:mm-ddd:hh:mm}
     * @param faults the call's errors: {@code InvalidParameterValue} for any other form, or for less than 60 minutes
     * @return the window
     */
    public static MaintenanceWindow requested(String text, Faults faults) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw faults.invalidParameterValue("Invalid maintenance window: " + text
                    + ". The format is ddd:hh24:mi-ddd:hh24:mi in UTC, for example sun:23:00-mon:01:30.");
        }
        int start = minuteOfWeek(form.group(1), form.group(2), form.group(3));
        int end = minuteOfWeek(form.group(4), form.group(5), form.group(6));
        int length = Math.floorMod(end - start, WEEK);
        if (length < SHORTEST) {
            // The wording is that of the snapshot window: hashicorp/terraform-provider-aws#2153.
            throw faults.invalidParameterValue("Maintenance window must be at least " + SHORTEST + " minutes.");
        }
        return new MaintenanceWindow(DayOfWeek.of(start / DAY + 1), start % DAY, Duration.ofMinutes(length));
    }

    /**
     * A window as the service returns it, which has the right form.
     *
     * @param text for example {@code sun:05:00-sun:06:00}
     * @return the window
     */
    public static MaintenanceWindow of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        int start = minuteOfWeek(form.group(1), form.group(2), form.group(3));
        int end = minuteOfWeek(form.group(4), form.group(5), form.group(6));
        return new MaintenanceWindow(
                DayOfWeek.of(start / DAY + 1), start % DAY, Duration.ofMinutes(Math.floorMod(end - start, WEEK)));
    }

    /**
     * When the window opens next.
     *
     * @param now the present
     * @return the next instant at which it begins, after the present
     */
    public Instant next(Instant now) {
        ZonedDateTime start = now.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .with(TemporalAdjusters.nextOrSame(day))
                .plusMinutes(minute);
        return (start.toInstant().isAfter(now) ? start : start.plusWeeks(1)).toInstant();
    }

    /** Whether any part of it falls into a daily window. */
    boolean overlaps(SnapshotWindow daily) {
        long sinceDaily = Math.floorMod(minute - daily.minute(), DAY);
        long untilDaily = Math.floorMod(daily.minute() - minute, DAY);
        return sinceDaily < daily.length().toMinutes() || untilDaily < length.toMinutes();
    }

    /** In the service's form, for example {@code sun:05:00-sun:06:00}. */
    @Override
    public String toString() {
        int start = (day.getValue() - 1) * DAY + minute;
        return text(start) + "-" + text((start + (int) length.toMinutes()) % WEEK);
    }

    private static int minuteOfWeek(String day, String hours, String minutes) {
        return DAYS.indexOf(day) * DAY + Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    private static String text(int minuteOfWeek) {
        return DAYS.get(minuteOfWeek / DAY) + ":" + SnapshotWindow.text(minuteOfWeek % DAY);
    }
}
