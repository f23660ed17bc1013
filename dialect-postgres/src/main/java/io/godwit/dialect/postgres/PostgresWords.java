package io.godwit.dialect.postgres;

import io.godwit.dialect.PortableWords;
import io.godwit.schema.Column;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL's own types and operators are in portable words. Stateless and thread-safe. */
final class PostgresWords implements PortableWords {

    private static final String ROUTINES = """
            SELECT p.proname::text AS name, CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END AS kind,
                pg_get_functiondef(p.oid) AS definition
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND p.prokind IN ('f', 'p')
                AND position(? in p.prosrc) = 0
                AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid
                    AND e.deptype = 'e')
            ORDER BY p.oid""";

    private static final Pattern LIKE =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(!~~\\*|~~\\*|!~~|~~)(?![*~])");

    private static final Map<String, String> WORDS =
            Map.of("~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE");

    @Override
    public Column column(Table table, Column column, Notes notes) {
        Column numbered = numbered(table, column, notes);
        if (!(numbered.type() instanceof NativeType type)) {
            return numbered;
        }
        String own = String.valueOf(type.types().get(PostgresDialect.ENGINE));
        return switch (own) {
            case "character varying" -> numbered.withType(SimpleType.TEXT);
            case "numeric" -> {
                notes.add(
                        table.name(),
                        "column " + column.name() + " is a numeric of any length; other engines get decimal(38,10)");
                yield numbered.withType(PortableWords.elsewhere(type, "decimal(38,10)"));
            }
            default -> PortableWords.asText(table, numbered, type, notes);
        };
    }

    /** A column of type serial is one with a default. */
    private static Column numbered(Table table, Column column, Notes notes) {
        boolean serial = column.defaultValue() instanceof Expression expression
                && expression.text().startsWith("nextval(")
                && table.columns().stream().noneMatch(Column::identity)
                && (column.type() == SimpleType.SMALLINT
                        || column.type() == SimpleType.INTEGER
                        || column.type() == SimpleType.BIGINT);
        if (!serial) {
            return column;
        }
        notes.add(
                table.name(),
                "column " + column.name() + " is numbered by a sequence: it is an identity in the package");
        return column.withDefaultValue(null).withIdentity(true);
    }

    /** The catalog says LIKE by a sign. */
    @Override
    public String universal(String sql) {
        Matcher matcher = LIKE.matcher(sql);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String sign = matcher.group(1);
            String word = sign == null ? matcher.group() : WORDS.getOrDefault(sign, sign);
            matcher.appendReplacement(text, Matcher.quoteReplacement(word));
        }
        return matcher.appendTail(text).toString();
    }

    @Override
    public List<EngineObject> routines(Connection connection) throws SQLException {
        List<EngineObject> routines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ROUTINES)) {
            statement.setString(1, PostgresTrigger.FIRST_LINE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    routines.add(new EngineObject(
                            row.getString("kind"),
                            Name.of(row.getString("name")),
                            row.getString("definition").strip()));
                }
            }
        }
        return routines;
    }
}
