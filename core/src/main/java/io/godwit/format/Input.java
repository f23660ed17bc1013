package io.godwit.format;

import io.godwit.schema.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One JSON value on its way to become a part of a migration.
 *
 * @param node the value
 * @param reading where problems go
 */
record Input(JsonNode node, Reading reading) {

    <T> Part<T> fault(String message) {
        reading.report(node.place(), message);
        return Part.nothing();
    }

    <T> Part<T> expected(String what) {
        return fault("expected " + what + ", found " + node.describe());
    }

    Position position() {
        return reading.position(node.place());
    }

    Part<String> text() {
        return node instanceof JsonString string ? Part.of(string.value()) : expected("a text");
    }

    /** A text that says something. */
    Part<String> words() {
        return node instanceof JsonString string && string.value().isBlank() ? fault("must not be empty") : text();
    }

    Part<Boolean> flag() {
        return node instanceof JsonFlag flag ? Part.of(flag.value()) : expected("true or false");
    }

    Part<Long> integer(long least, long most) {
        if (!(node instanceof JsonNumber number)) {
            return expected("a whole number");
        }
        BigDecimal value = new BigDecimal(number.text());
        if (value.stripTrailingZeros().scale() > 0) {
            return expected("a whole number");
        }
        if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            return fault("must be between " + least + " and " + most + ", and is " + number.text());
        }
        return Part.of(value.longValueExact());
    }

    /** A text that {@code conversion} accepts; what it refuses, with an IllegalArgumentException, is a problem. */
    <T> Part<T> converted(Function<String, T> conversion) {
        Part<String> text = text();
        if (text.orNull() == null) {
            return Part.nothing();
        }
        try {
            return Part.of(conversion.apply(text.get()));
        } catch (IllegalArgumentException refused) {
            return fault(String.valueOf(refused.getMessage()));
        }
    }

    /** One of an enumeration, whatever its case and whatever stands between its words. */
    <E extends Enum<E>> Part<E> choice(E[] choices) {
        Part<String> text = text();
        if (text.orNull() == null) {
            return Part.nothing();
        }
        List<String> names = new ArrayList<>();
        String squeezed = Suggestion.squeezed(text.get());
        for (E choice : choices) {
            String name = written(choice);
            if (Suggestion.squeezed(name).equals(squeezed)) {
                return Part.of(choice);
            }
            names.add(name);
        }
        return fault("'" + text.get() + "' is none of " + String.join(", ", names) + Suggestion.ask(text.get(), names));
    }

    private static String written(Enum<?> choice) {
        return choice.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** A list of at least one. */
    <T> Part<List<T>> items(PartReader<T> reader) {
        return node instanceof JsonArray array && array.items().isEmpty()
                ? fault("needs at least one entry")
                : anyItems(reader);
    }

    <T> Part<List<T>> anyItems(PartReader<T> reader) {
        if (!(node instanceof JsonArray array)) {
            return expected("a list");
        }
        int before = reading.problemCount();
        List<T> items = new ArrayList<>(array.items().size());
        for (JsonNode item : array.items()) {
            T value = reader.read(new Input(item, reading)).orNull();
            if (value != null) {
                items.add(value);
            }
        }
        return reading.problemCount() == before ? Part.of(items) : Part.nothing();
    }

    <T> Part<T> object(ObjectForm<T> form) {
        if (!(node instanceof JsonObject object)) {
            return expected("an object");
        }
        try {
            return form.read(new ObjectReader(object, reading));
        } catch (IllegalArgumentException refused) {
            return fault(String.valueOf(refused.getMessage()));
        }
    }
}
