package io.godwit.transfer.file;

import io.godwit.dialect.CanonicalTime;
import io.godwit.dialect.JsonText;
import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.ColumnTypeVisitor;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a field's value is in a column of a type, in the words of {@link io.godwit.dialect.BulkLoader}: exactly what was written, or
 * refused; nothing is cut, rounded (but seconds to a type's digits) or guessed. Immutable.
 */
public final class FieldConversion implements ColumnTypeVisitor<Object> {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Literal value;

    private FieldConversion(Literal value) {
        this.value = value;
    }

    /**
     * Converts one value.
     *
     * @throws IllegalArgumentException if it is no value of the type, with what to write instead
     */
    public static @Nullable Object convert(Literal value, ColumnType type) {
        return value.isNull() ? null : type.accept(new FieldConversion(value));
    }

    private IllegalArgumentException refused(String what) {
        String text = value.text();
        String shown = text.length() > 60 ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…" : text;
        return new IllegalArgumentException("'" + shown + "' " + what);
    }

    private String scalar(String what) {
        if (value.kind() == Literal.Kind.JSON || value.kind() == Literal.Kind.BOOLEAN) {
            throw refused(what);
        }
        return value.text();
    }

    /** A text that a time, an identifier or bytes are read from; not a number. */
    private String words(String what) {
        if (value.kind() != Literal.Kind.TEXT) {
            throw refused(what);
        }
        return value.text();
    }

    @Override
    public Object visit(SimpleType type) {
        return switch (type) {
            case BOOLEAN -> truth();
            case SMALLINT -> FieldNumber.integer(scalar("is no smallint; write 42"), type, 16);
            case INTEGER -> FieldNumber.integer(scalar("is no integer; write 42"), type, 32);
            case BIGINT -> FieldNumber.integer(scalar("is no bigint; write 42"), type, 64);
            case REAL -> FieldNumber.of(scalar("is no real; write 1.5")).single();
            case DOUBLE -> FieldNumber.of(scalar("is no double; write 1.5")).ratio();
            case TEXT -> text();
            case BYTES -> bytes(words("is no bytes; write Base64, or \\x and hexadecimal digits"));
            case UUID -> uuid(words("is no uuid; write 123e4567-e89b-12d3-a456-426614174000"));
            case DATE -> time(type, "is no date; write 2020-02-29");
            case TIME -> time(type, "is no time; write 23:59:59");
            case TIMESTAMP -> time(type, "is no timestamp; write 2020-02-29T23:59:59");
            case TIMESTAMPTZ -> time(type, "is no timestamptz; write 2020-02-29T23:59:59Z");
            case JSON -> wellFormed(JsonText.of(value).json());
        };
    }

    private Boolean truth() {
        if (value.kind() == Literal.Kind.BOOLEAN) {
            return Boolean.valueOf(value.text());
        }
        return switch (words("is no boolean; write true or false").toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw refused("is no boolean; write true or false");
        };
    }

    private String time(SimpleType type, String what) {
        String text = words(what);
        try {
            return CanonicalTime.canonical(text, type);
        } catch (IllegalArgumentException none) {
            throw refused(what);
        }
    }

    private String uuid(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!UUID.matcher(lower).matches()) {
            throw refused("is no uuid; write 123e4567-e89b-12d3-a456-426614174000");
        }
        return lower;
    }

    private byte[] bytes(String text) {
        try {
            return text.startsWith("\\x")
                    ? HexFormat.of().parseHex(text.substring(2))
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException none) {
            throw refused("is no bytes; write Base64, or \\x and hexadecimal digits");
        }
    }

    /** Of numbers and truth values the words in the file, of lists and objects their JSON. */
    private String text() {
        return wellFormed(value.text());
    }

    private String wellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == 0) {
                throw refused("has the character U+0000, which not every engine can store");
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(at))) {
                    throw refused("is no well-formed Unicode: half of a surrogate pair stands alone");
                }
                at++;
            }
        }
        return text;
    }

    private String upTo(int most, String text, ColumnType type) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw refused("has " + length + " characters, and " + type + " holds " + most);
        }
        return text;
    }

    @Override
    public Object visit(DecimalType type) {
        return FieldNumber.of(scalar("is no " + type + "; write 12.50")).decimal(type);
    }

    @Override
    public Object visit(VarcharType type) {
        return upTo(type.length(), text(), type);
    }

    @Override
    public Object visit(CharType type) {
        return upTo(type.length(), CharType.stripped(text()), type);
    }

    @Override
    public Object visit(TimeType type) {
        String exact = time(type.kind(), "is no " + type.kind());
        try {
            return CanonicalTime.rounded(exact, type);
        } catch (IllegalArgumentException beyond) {
            throw refused("is no " + type + " once it is rounded");
        }
    }

    @Override
    public Object visit(EnumType type) {
        String text = text();
        if (!type.values().contains(text)) {
            throw refused("is none of " + String.join(", ", type.values()));
        }
        return text;
    }

    /** The engine's own words. */
    @Override
    public Object visit(NativeType type) {
        return text();
    }

    @Override
    public Object visit(ArrayType type) {
        return new JsonText(elements(type).stream()
                .map(element -> element(element, type.element()))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private List<Literal> elements(ColumnType type) {
        try {
            return new JsonText(value.text()).elements();
        } catch (IllegalArgumentException none) {
            throw refused("is no " + type + "; write a list of JSON");
        }
    }

    private static String element(Literal element, ColumnType type) {
        Object converted = convert(element, type);
        if (converted instanceof byte[] bytes) {
            return '"' + Base64.getEncoder().encodeToString(bytes) + '"';
        }
        if (converted instanceof String text && !isNumber(type)) {
            StringBuilder json = new StringBuilder();
            JsonValues.quote(text, json);
            return json.toString();
        }
        return String.valueOf(converted);
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof DecimalType
                || List.of(
                                SimpleType.SMALLINT,
                                SimpleType.INTEGER,
                                SimpleType.BIGINT,
                                SimpleType.REAL,
                                SimpleType.DOUBLE)
                        .contains(type);
    }

    @Override
    public Object visit(VectorType type) {
        List<Literal> elements = elements(type);
        if (elements.size() != type.dimensions()) {
            throw refused("has " + elements.size() + " numbers, and " + type + " " + type.dimensions());
        }
        return new JsonText(elements.stream()
                .map(element -> element.kind() == Literal.Kind.NUMBER
                        ? FieldNumber.of(element.text()).single()
                        : none(type))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private String none(ColumnType type) {
        throw refused("is no " + type + "; write a list of numbers");
    }
}
