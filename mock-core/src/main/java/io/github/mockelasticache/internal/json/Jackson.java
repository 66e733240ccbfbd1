package io.github.mockelasticache.internal.json;

/** Whether the optional JSON library is there. To be asked before any other class of this package is used. */
public final class Jackson {

    private static final boolean PRESENT = isLoadable("tools.jackson.databind.json.JsonMapper");

    private Jackson() {}

    /**
     * Tells whether JSON can be written.
     *
     * @return whether Jackson 3 is on the class path
     */
    public static boolean isPresent() {
        return PRESENT;
    }

    /**
     * What to say where it is missing.
     *
     * @param purpose what needs it, as the subject of a sentence
     * @return the sentence, with the dependency to add
     */
    public static String missing(String purpose) {
        return purpose + " needs Jackson 3, which is not on the class path:"
                + " add the dependency tools.jackson.core:jackson-databind.";
    }

    private static boolean isLoadable(String className) {
        try {
            Class.forName(className, false, Jackson.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
