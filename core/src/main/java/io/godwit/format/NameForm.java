package io.godwit.format;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names in documents. */
final class NameForm {

    // Each place that named the method instead would cost a class when a process starts.
    static final PartReader<Name> NAME = NameForm::name;
    static final PartReader<TableName> TABLE = NameForm::table;
    static final PartReader<List<Name>> NAMES = NameForm::names;

    private NameForm() {}

    static Part<Name> name(Input input) {
        return input.converted(Name::of);
    }

    /** {@code table} or {@code schema.table}. */
    static Part<TableName> table(Input input) {
        return input.converted(TableName::parse);
    }

    /** At least one name, none of them twice. */
    static Part<List<Name>> names(Input input) {
        reportDuplicates(input);
        return input.items(NAME);
    }

    /** May be empty. */
    static Part<List<Name>> anyNames(Input input) {
        reportDuplicates(input);
        return input.anyItems(NAME);
    }

    private static void reportDuplicates(Input input) {
        if (!(input.node() instanceof JsonArray array)) {
            return;
        }
        Map<String, String> seen = new HashMap<>();
        for (JsonNode item : array.items()) {
            if (item instanceof JsonString string && !string.value().isBlank()) {
                reportSecond(input.reading(), item.place(), string.value(), seen);
            }
        }
    }

    /** Reports a name that was seen before, also one that differs from an earlier one in case only. */
    static void reportSecond(Reading reading, Place place, String name, Map<String, String> seen) {
        String first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        if (first != null) {
            reading.report(
                    place,
                    first.equals(name)
                            ? "'" + name + "' is there twice"
                            : "'" + name + "' differs from '" + first
                                    + "' in case only, which not every engine tells apart");
        }
    }

    static JsonNode write(Name name) {
        return JsonString.of(name.text());
    }

    static JsonNode write(TableName name) {
        return JsonString.of(name.toString());
    }
}
