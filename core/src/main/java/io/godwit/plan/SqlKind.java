package io.godwit.plan;

import io.godwit.dialect.SplitterRules;
import io.godwit.dialect.StatementSplitter;
import io.godwit.operation.EngineSql;
import io.godwit.operation.SqlFile;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told of SQL text by its first words. */
public final class SqlKind {

    private static final Set<String> ROW_WORDS =
            Set.of("select", "insert", "update", "delete", "with", "values", "merge");
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    private static final Pattern WRITE = Pattern.compile(
            "(?is)^\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(?:(" + NAME + ")\\s*\\.\\s*)?(" + NAME + ")");

    private SqlKind() {}

    /** Whether the statements can change rows only, not tables. */
    public static boolean changesRowsOnly(List<String> statements) {
        return statements.stream().allMatch(text -> ROW_WORDS.contains(firstWord(text)));
    }

    /** The tables that all these texts write rows to; none if that cannot be told of every statement. */
    public static Set<TableName> targets(EngineSql sql) {
        Set<TableName> targets = new HashSet<>();
        for (SqlSource source : sql.texts().values()) {
            for (String statement : statements(source)) {
                Matcher matcher = WRITE.matcher(statement);
                if (!matcher.find()) {
                    return Set.of();
                }
                String schema = matcher.group(1);
                targets.add(
                        schema == null
                                ? TableName.of(name(matcher.group(2)))
                                : TableName.of(name(schema), name(matcher.group(2))));
            }
        }
        return targets;
    }

    private static List<String> statements(SqlSource source) {
        if (source instanceof SqlStatements list) {
            return list.statements();
        }
        String text = source instanceof SqlScript script ? script.text() : ((SqlFile) source).text();
        try {
            return new StatementSplitter(SplitterRules.UNIVERSAL).split(text);
        } catch (IllegalArgumentException e) {
            return List.of(
                    ""); // it quotes as another engine does, such as MySQL with a backslash: nothing can be told of it
        }
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
