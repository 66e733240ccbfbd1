package io.github.mockelasticache.internal.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Fills requests and responses of any class of the SDK's model by chance, each member present or absent. */
final class RandomModel {

    private static final int ABSENT_PERCENT = 30;
    private static final int LONGEST_LIST = 3;

    /** Texts that codecs stumble over. */
    private static final List<String> TRICKY = List.of(
            "",
            " ",
            " a ",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "a\rb",
            "]]>",
            "<![CDATA[",
            "<b>",
            "&amp;",
            "&#13;",
            "%41",
            "100%",
            "a=b&c=d",
            "a+b c",
            "\"'",
            ";",
            "\u0085",
            "\u00A0",
            "\u2028",
            "\uFEFF",
            "\uFFFD",
            "\u007F",
            "😀",
            "a😀\r",
            "\uDBFF\uDFFF",
            "ümläut",
            "日本語",
            "a".repeat(3000));

    private final Random random;
    private final boolean nanoseconds;

    /**
     * Makes a generator.
     *
     * @param nanoseconds whether timestamps have all the digits that clients can send, or the service's milliseconds
     */
    RandomModel(Random random, boolean nanoseconds) {
        this.random = random;
        this.nanoseconds = nanoseconds;
    }

    Object fill(SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (random.nextInt(100) >= ABSENT_PERCENT) {
                field.set(builder, value(field));
            }
        }
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private Object value(SdkField<?> field) {
        Class<?> type = field.marshallingType().getTargetClass();
        if (type == List.class) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> list = new ArrayList<>();
            for (int left = random.nextInt(LONGEST_LIST + 1); left > 0; left--) {
                list.add(value(member));
            }
            return list;
        }
        if (type == SdkPojo.class) {
            return fill(field.constructor().get());
        }
        if (type == String.class) {
            return text();
        }
        if (type == Integer.class) {
            return random.nextInt(3) == 0 ? random.nextInt() : Integer.valueOf(random.nextInt(100));
        }
        if (type == Double.class) {
            return random.nextBoolean() ? random.nextInt(1000) / 8.0 : random.nextGaussian() * 1e20;
        }
        if (type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == Instant.class) {
            Instant seconds = Instant.ofEpochSecond(random.nextInt());
            int millis = random.nextInt(1000);
            return seconds.plusNanos(millis * 1_000_000L + (nanoseconds ? random.nextInt(1_000_000) : 0));
        }
        throw new AssertionError("The model has grown a member of type " + type + "; give it values here.");
    }

    private String text() {
        if (random.nextInt(4) == 0) {
            return TRICKY.get(random.nextInt(TRICKY.size()));
        }
        StringBuilder text = new StringBuilder();
        int highest = random.nextBoolean() ? 0x7F : Character.MAX_CODE_POINT;
        for (int left = random.nextInt(12); left > 0; left--) {
            int point = random.nextInt(highest + 1);
            if (XmlText.firstForbidden(Character.toString(point)) < 0) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }
}
