package io.godwit.plan.risk;

import io.godwit.operation.ChangeType;
import io.godwit.plan.Severity;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EnumType;
import io.godwit.schema.NativeType;
import io.godwit.universal.QuotedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of an enum change. */
final class EnumChangeRule extends Rule {

    EnumChangeRule() {
        super(new RuleText(
                "enum-change",
                Severity.MEDIUM,
                "The values of an enum change.",
                "A value that is taken away may be in use; a native enum that is not only appended to copies the table.",
                "only append values; take one away in a later release, when no row has it"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!(change.operation() instanceof ChangeType type) || !change.isOld(type.table())) {
            return Optional.empty();
        }
        Optional<ColumnType> before = change.column(type.table(), type.column()).map(Column::type);
        if (type.type() instanceof EnumType to && before.orElse(to) instanceof EnumType from) {
            List<String> gone = from.values().stream()
                    .filter(value -> !to.values().contains(value))
                    .toList();
            return gone.isEmpty() ? Optional.empty() : removed(change, type, gone);
        }
        boolean nativeEnum = type.type() instanceof NativeType nativeType
                && change.engineKeys().stream()
                        .map(key -> nativeType.types().getOrDefault(key, ""))
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).startsWith("enum"));
        return nativeEnum
                ? risk(change.rows(type.table()), "changes the native enum " + type.table() + "." + type.column())
                : Optional.empty();
    }

    private Optional<Risk> removed(Change change, ChangeType type, List<String> gone) {
        Rows rows = change.rows(type.table());
        String values =
                gone.stream().map(value -> "'" + value.replace("'", "''") + "'").collect(Collectors.joining(", "));
        String what = "takes " + values + " from the values of " + type.table() + "." + type.column() + rows.words();
        return rows.failure(Severity.MEDIUM)
                .map(severity -> risk(severity, what)
                        .asking(Question.failing(type.table(), QuotedName.of(type.column()) + " in (" + values + ")")));
    }
}
