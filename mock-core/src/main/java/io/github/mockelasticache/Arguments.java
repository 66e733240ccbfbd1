package io.github.mockelasticache;

import io.github.mockelasticache.internal.catalog.AvailabilityZones;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/** Checks of what a test says. */
final class Arguments {

    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");

    private Arguments() {}

    static String existing(String availabilityZone) {
        Region region = Region.of(availabilityZone.replaceFirst("[a-z]$", ""));
        if (!Region.regions().contains(region) || !AvailabilityZones.exists(region, availabilityZone)) {
            throw new IllegalArgumentException(
                    "There is no availability zone " + availabilityZone + "; write one such as us-east-1a.");
        }
        return availabilityZone;
    }

    static Region known(Region region) {
        if (region.isGlobalRegion() || !Region.regions().contains(region)) {
            throw new IllegalArgumentException("The region " + region
                    + " is not one that the AWS SDK knows; use the id of a region such as us-east-1 or eu-central-1.");
        }
        return region;
    }

    static void requireForm(String what, Pattern form, @Nullable String value, String example) {
        if (value == null || !form.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The " + what + " must be of the form " + example + ", but is \"" + value + "\".");
        }
    }

    static String twelveDigits(String name, String value) {
        if (!ACCOUNT_ID.matcher(value).matches()) {
            throw new IllegalArgumentException("The " + name
                    + " must be an AWS account number of twelve digits, for example 123456789012, but is \"" + value
                    + "\".");
        }
        return value;
    }
}
