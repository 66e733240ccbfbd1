package io.github.mockelasticache.internal.user;

import io.github.mockelasticache.internal.engine.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user may do: rules of the engine's access control lists, in the order in which the service returns them.
 *
 * <p>The service keeps what the rules amount to: with neither {@code on} nor {@code off} the user is off, key patterns come first, and
 * commands begin with {@code +@all} or {@code -@all} ("RBAC", user guide; go-to-k/cdk-real-drift#488). What the rules amount to is as
 * the engine has it ("ACL SETUSER", Redis and Valkey documentation).
 *
 * @param on whether the user can authenticate
 * @param keys patterns of keys
 * @param channels patterns of channels for publish and subscribe
 * @param commands commands and categories of commands, with all or none first
 * @param selectors further sets of rules, each in parentheses
 */
record AccessString(
        boolean on, List<String> keys, List<String> channels, List<String> commands, List<String> selectors) {

    /** The first version of Redis OSS with access control lists. */
    static final String FIRST = "6.0";

    private static final String CHANNELS_SINCE = "6.2";
    private static final String SELECTORS_SINCE = "7.0";

    AccessString {
        keys = List.copyOf(keys);
        channels = List.copyOf(channels);
        commands = List.copyOf(commands);
        selectors = List.copyOf(selectors);
    }

    /** The rules of a request. */
    static AccessString requested(String rules, Call call) {
        return new AccessRules().apply(rules, reason -> invalid(reason, call)).amount();
    }

    /** The rules of a user that exists. */
    static AccessString stored(String rules) {
        return new AccessRules().apply(rules, IllegalStateException::new).amount();
    }

    /** These rules, and then those of a request. */
    AccessString appended(String rules, Call call) {
        return new AccessRules()
                .apply(toString(), IllegalStateException::new)
                .apply(rules, reason -> invalid(reason, call))
                .amount();
    }

    private static RuntimeException invalid(String reason, Call call) {
        return call.faults().invalidParameterValue("The access string is not valid: " + reason);
    }

    /** The first version of Redis OSS that has all that the rules need. */
    String since() {
        if (!selectors.isEmpty()
                || keys.stream().anyMatch(key -> key.startsWith("%"))
                || commands.stream().anyMatch(command -> command.contains("|"))) {
            return SELECTORS_SINCE;
        }
        return channels.isEmpty() ? FIRST : CHANNELS_SINCE;
    }

    @Override
    public String toString() {
        List<String> rules = new ArrayList<>();
        rules.add(on ? "on" : "off");
        Stream.of(keys, channels, commands, selectors).forEach(rules::addAll);
        return String.join(" ", rules);
    }
}
