package io.github.mockelasticache.internal.wire;

/** Character data of XML 1.0: what it can carry, and how. */
final class XmlText {

    private XmlText() {}

    /**
     * Finds the first character outside the {@code Char} production of XML 1.0 (section 2.2): control characters other
     * than tab, line feed and carriage return, U+FFFE, U+FFFF, and halves of surrogate pairs.
     *
     * @return its index, or -1 if there is none
     */
    static int firstForbidden(CharSequence text) {
        return firstForbidden(text, 0);
    }

    private static int firstForbidden(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= 0xFFFE) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** Gives the text with every character that XML 1.0 does not allow replaced by U+FFFD. */
    static String withoutForbidden(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = firstForbidden(clean); i >= 0; i = firstForbidden(clean, i + 1)) {
            clean.setCharAt(i, '\uFFFD');
        }
        return clean.toString();
    }

    /** Appends text so that a parser gives it back unchanged; a bare carriage return would come back as a line feed. */
    static void escape(CharSequence text, StringBuilder xml) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '\r' -> xml.append("&#13;");
                default -> xml.append(c);
            }
        }
    }
}
