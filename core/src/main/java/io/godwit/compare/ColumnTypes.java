package io.godwit.compare;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.plan.Rendering;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a column has the type that migrations gave it: what they wrote, beside what introspection reads. Immutable and thread-safe.
 *
 * @param rendering the engine, and the host's own physical types
 */
public record ColumnTypes(Rendering rendering) {

    /**
     * What differs, in words. Two types are one where they are the same portable type, or where the engine writes both alike; an engine may number
     * rows only by its widest whole numbers. What is only known in the engine's own words on either side cannot be told from its other spellings
     * ({@code int4}, {@code integer}), and is not compared.
     *
     * @param written as migrations have it
     * @param read as the database has it
     * @return such as {@code is integer instead of varchar(50)}; empty if nothing differs, or nobody can tell
     */
    public Optional<String> difference(Column written, Column read) {
        ColumnType then = portable(written.type());
        ColumnType now = portable(read.type());
        boolean numbered =
                (written.identity() || read.identity()) && SimpleType.isWhole(then) && SimpleType.isWhole(now);
        if (then == null || now == null || then.equals(now) || numbered) {
            return Optional.empty();
        }
        String wanted = physical(then);
        String found = physical(now);
        boolean differs = wanted != null && found != null && !wanted.equals(found);
        return differs ? Optional.of("is " + now + " instead of " + then) : Optional.empty();
    }

    /** Null for what only the engine's own words say. */
    private @Nullable ColumnType portable(ColumnType type) {
        if (!(type instanceof NativeType own)) {
            return type;
        }
        List<String> engine = rendering.dialect().keys();
        return own.portableOn(engine)
                .or(() -> engine.stream()
                        .map(own.types()::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .flatMap(ColumnTypes::parsed))
                .orElse(null);
    }

    private static Optional<ColumnType> parsed(String text) {
        try {
            return Optional.of(ColumnType.parse(text.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException own) {
            return Optional.empty();
        }
    }

    /** Without a difference of case or spaces; null if the engine cannot say it. */
    private @Nullable String physical(ColumnType type) {
        String written = type.toString();
        int bracket = written.indexOf('(');
        String chosen = rendering
                .typeMapping()
                .getOrDefault(
                        written, rendering.typeMapping().get(bracket < 0 ? written : written.substring(0, bracket)));
        try {
            String text = chosen == null ? rendering.dialect().syntax().type(type) : chosen;
            return text.toLowerCase(Locale.ROOT)
                    .replaceAll("\\s+", " ")
                    .replaceAll("\\s*([(),])\\s*", "$1")
                    .strip();
        } catch (UnsupportedByDialectException | IllegalArgumentException unsaid) {
            return null;
        }
    }
}
