package io.godwit.transfer.file;

import io.godwit.schema.Literal;
import io.godwit.transfer.file.FieldProfile.Content;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts what one field holds. For one thread. */
final class FieldTally {

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,99})([.][0-9]{1,100})?([eE][+-]?[0-9]{1,3})?");

    private final String name;
    private long values;
    private Content content = Content.NOTHING;
    private @Nullable BigInteger least;
    private @Nullable BigInteger most;
    private int whole;
    private int scale;
    private int longest;

    FieldTally(String name) {
        this.name = name;
    }

    void add(Literal value) {
        if (value.isNull()) {
            return;
        }
        values++;
        String text = value.text();
        longest = Math.max(longest, text.codePointCount(0, text.length()));
        Content kind = content(value);
        if (content == Content.NOTHING) {
            content = kind;
        } else if (content != kind) {
            boolean numbers = isNumeric(content) && isNumeric(kind);
            content = numbers ? Content.DECIMALS : Content.TEXT;
        }
    }

    private static boolean isNumeric(Content content) {
        return content == Content.INTEGERS || content == Content.DECIMALS;
    }

    private Content content(Literal value) {
        return switch (value.kind()) {
            case BOOLEAN -> Content.BOOLEANS;
            case JSON -> Content.JSON;
            default ->
                NUMBER.matcher(value.text()).matches() ? number(new BigDecimal(value.text())) : words(value.text());
        };
    }

    private static Content words(String text) {
        return text.equals("true") || text.equals("false") ? Content.BOOLEANS : Content.TEXT;
    }

    private Content number(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        whole = Math.max(whole, Math.max(1, plain.precision() - plain.scale()));
        scale = Math.max(scale, Math.max(0, plain.scale()));
        if (plain.scale() > 0) {
            return Content.DECIMALS;
        }
        BigInteger integer = plain.toBigInteger();
        least = least == null ? integer : least.min(integer);
        most = most == null ? integer : most.max(integer);
        return Content.INTEGERS;
    }

    FieldProfile profile() {
        boolean integers = content == Content.INTEGERS;
        boolean numbers = integers || content == Content.DECIMALS;
        return new FieldProfile(
                name,
                values,
                content,
                integers ? least : null,
                integers ? most : null,
                numbers ? whole + scale : 0,
                numbers ? scale : 0,
                longest);
    }
}
