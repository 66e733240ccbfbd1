package io.github.mockelasticache.internal.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rules of an access string, applied from left to right as the engine does. */
final class AccessRules {

    private static final String ALL_KEYS = "~*";
    private static final String ALL_CHANNELS = "&*";
    private static final String NO_CHANNELS = "resetchannels";
    private static final String ALL_COMMANDS = "+@all";
    private static final String NO_COMMANDS = "-@all";

    private static final Pattern KEYS = Pattern.compile("(%(R|W|RW|WR))?~\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANNELS = Pattern.compile("&\\S+");
    private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9._-]*(\\|[a-z0-9._-]+)?");

    /** A rule ends with white space, unless that is within the parentheses of a selector. */
    private static final Pattern RULE = Pattern.compile("\\([^)]*\\)|\\S+");

    /** Those of the engine ("ACL CAT", Redis and Valkey documentation), and those of the modules that the service has. */
    private static final Set<String> CATEGORIES = Set.of(
            "admin",
            "all",
            "bitmap",
            "blocking",
            "bloom",
            "connection",
            "dangerous",
            "fast",
            "geo",
            "hash",
            "hyperloglog",
            "json",
            "keyspace",
            "list",
            "pubsub",
            "read",
            "scripting",
            "search",
            "set",
            "slow",
            "sortedset",
            "stream",
            "string",
            "transaction",
            "write");

    /** "Restricted commands", user guide: those that no user may have can be neither given nor taken. */
    private static final Set<String> RESTRICTED = Set.of(
            "bgrewriteaof",
            "bgsave",
            "config",
            "debug",
            "migrate",
            "psync",
            "replicaof",
            "save",
            "shutdown",
            "slaveof",
            "sync");

    private final List<String> keys = new ArrayList<>();
    private final List<String> channels = new ArrayList<>();
    private final List<String> commands = new ArrayList<>(List.of(NO_COMMANDS));
    private final List<String> selectors = new ArrayList<>();
    private boolean on;

    /** Applies rules; throws what is made of the reason if one of them is none. */
    AccessRules apply(String rules, Function<String, ? extends RuntimeException> invalid) {
        RULE.matcher(rules)
                .results()
                .map(MatchResult::group)
                .forEach(rule -> apply(rule, rule.toLowerCase(Locale.ROOT), invalid));
        return this;
    }

    /** What the rules amount to. */
    AccessString amount() {
        return new AccessString(on, keys, channels, commands, selectors);
    }

    private void apply(String rule, String word, Function<String, ? extends RuntimeException> invalid) {
        switch (word) {
            case "on" -> on = true;
            case "off" -> on = false;
            case "clearselectors" -> selectors.clear();
            default -> {
                if (rule.startsWith("(")) {
                    select(rule, invalid);
                } else {
                    permit(rule, word, invalid);
                }
            }
        }
    }

    /** A selector has rules of its own on keys, channels and commands, which count for themselves. */
    private void select(String selector, Function<String, ? extends RuntimeException> invalid) {
        List<String> rules = !selector.endsWith(")")
                ? List.of()
                : RULE.matcher(selector.substring(1, selector.length() - 1))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        if (rules.isEmpty()) {
            throw invalid.apply("the selector " + selector + " must have rules between its parentheses.");
        }
        AccessRules own = new AccessRules();
        rules.forEach(rule -> own.permit(rule, rule.toLowerCase(Locale.ROOT), invalid));
        selectors.add("(" + String.join(" ", rules) + ")");
    }

    private void permit(String rule, String word, Function<String, ? extends RuntimeException> invalid) {
        switch (word) {
            case "allkeys", ALL_KEYS -> replace(keys, ALL_KEYS);
            case "resetkeys" -> keys.clear();
            case "allchannels", ALL_CHANNELS -> replace(channels, ALL_CHANNELS);
            case NO_CHANNELS -> replace(channels, NO_CHANNELS);
            case "allcommands", ALL_COMMANDS -> replace(commands, ALL_COMMANDS);
            case "nocommands", NO_COMMANDS -> replace(commands, NO_COMMANDS);
            default -> {
                if (KEYS.matcher(rule).matches()) {
                    add(rule, keys, ALL_KEYS, invalid);
                } else if (CHANNELS.matcher(rule).matches()) {
                    add(rule, channels, ALL_CHANNELS, invalid);
                } else {
                    command(word, invalid);
                }
            }
        }
    }

    private static void replace(List<String> rules, String by) {
        rules.clear();
        rules.add(by);
    }

    /** The engine refuses a pattern where all are allowed already. */
    private static void add(
            String pattern, List<String> patterns, String all, Function<String, ? extends RuntimeException> invalid) {
        if (patterns.contains(all)) {
            throw invalid.apply("the pattern " + pattern + " has no effect after " + all + ".");
        }
        if (!patterns.contains(pattern)) {
            patterns.add(pattern);
        }
    }

    /** A rule takes the place of an earlier one for the same command or category. */
    private void command(String rule, Function<String, ? extends RuntimeException> invalid) {
        String name = rule.isEmpty() ? "" : rule.substring(1);
        boolean rules = rule.startsWith("+") || rule.startsWith("-");
        boolean category = name.startsWith("@");
        if (!rules || (category ? !CATEGORIES.contains(name.substring(1)) : !isCommand(name))) {
            throw invalid.apply(rule + " is not a rule that is allowed.");
        }
        commands.removeIf(each -> each.substring(1).equals(name));
        commands.add(rule);
    }

    private static boolean isCommand(String name) {
        return COMMAND.matcher(name).matches() && !RESTRICTED.contains(name.split("\\|", 2)[0]);
    }
}
