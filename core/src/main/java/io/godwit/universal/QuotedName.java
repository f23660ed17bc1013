package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names as universal SQL writes them where their case and characters are to stay. Stateless and thread-safe. */
public final class QuotedName {

    private QuotedName() {}

    /** One name, such as {@code "id"}. */
    public static String of(Name name) {
        return '"' + name.text().replace("\"", "\"\"") + '"';
    }

    /** A table's name, behind its schema's if it has one. */
    public static String of(TableName table) {
        return table.schema().map(schema -> of(schema) + ".").orElse("") + of(table.name());
    }

    /** Names with commas between them. */
    public static String list(Collection<Name> names) {
        return names.stream().map(QuotedName::of).collect(Collectors.joining(", "));
    }
}
