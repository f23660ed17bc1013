package io.godwit.plan.risk;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** Names in universal SQL. */
final class Universal {

    private Universal() {}

    static String name(Name name) {
        return "\"" + name.text().replace("\"", "\"\"") + "\"";
    }

    static String table(TableName table) {
        return table.schema().map(schema -> name(schema) + ".").orElse("") + name(table.name());
    }

    static String names(List<Name> names) {
        return names.stream().map(Universal::name).collect(Collectors.joining(", "));
    }

    /** A condition on each of the columns. */
    static String each(List<Name> names, String condition) {
        return names.stream().map(name -> name(name) + " " + condition).collect(Collectors.joining(" and "));
    }
}
