package io.godwit.plan;

import io.godwit.operation.EngineSql;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told of SQL text by its first words. */
final class SqlKind {

    private static final Set<String> ROW_WORDS =
            Set.of("select", "insert", "update", "delete", "with", "values", "merge");
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    private SqlKind() {}

    /** Whether the statements can change rows only, not tables. */
    static boolean changesRowsOnly(List<String> statements) {
        return statements.stream().allMatch(text -> ROW_WORDS.contains(firstWord(text)));
    }

    /** The one table that a universal text writes to; empty if that cannot be told. */
    static Optional<TableName> target(EngineSql sql) {
        String text = sql.universal().map(SqlKind::text).orElse("");
        Matcher matcher = Pattern.compile("(?is)\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(?:(" + NAME
                        + ")\\s*\\.\\s*)?(" + NAME + ")[^;]*;?\\s*")
                .matcher(text);
        if (sql.texts().size() != 1 || !matcher.matches()) {
            return Optional.empty();
        }
        String schema = matcher.group(1);
        return Optional.of(
                schema == null
                        ? TableName.of(name(matcher.group(2)))
                        : TableName.of(name(schema), name(matcher.group(2))));
    }

    private static String text(SqlSource source) {
        if (source instanceof SqlScript script) {
            return script.text();
        }
        return source instanceof SqlStatements list && list.statements().size() == 1
                ? list.statements().get(0)
                : "";
    }

    private static String name(String text) {
        return text.startsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }

    private static String firstWord(String statement) {
        String text = statement.replaceAll("(?s)/\\*.*?\\*/|--[^\\n]*", " ").stripLeading();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
