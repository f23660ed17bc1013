package io.godwit.dialect.mssql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads T-SQL by a grammar, and knows every function, type and collation that the dialect may name. A statement that only PostgreSQL
 * would understand fails the one or the other.
 */
final class Grammar {

    private static final Set<String> FUNCTIONS = Set.of(
            ("abs avg cast ceiling charindex coalesce col_length concat concat_ws convert count count_big cume_dist datalength"
                            + " dateadd datediff datediff_big datepart datetime2fromparts db_id db_name dense_rank exec first_value"
                            + " floor fn_listextendedproperty greatest has_perms_by_name isjson json_query json_value lag last_value lead least"
                            + " left len log10 lower ltrim max min month nchar newid ntile nullif object_id object_name"
                            + " object_schema_name openjson percent_rank quotename rank replace replicate right round row_number"
                            + " rtrim schema_name session_context sign string_agg string_escape stuff substring sum switchoffset"
                            + " sysdatetimeoffset sysutcdatetime todatetimeoffset trigger_nestlevel trim unicode upper user_name year")
                    .split(" ", -1));

    private static final Set<String> TYPES = Set.of(
            ("bigint bit date datetime2 datetimeoffset decimal float int nvarchar real smallint sysname time tinyint"
                            + " uniqueidentifier varbinary varchar")
                    .split(" ", -1));

    private static final Set<String> COLLATIONS =
            Set.of("Latin1_General_100_BIN2", "Latin1_General_100_CS_AS_SC", "Latin1_General_100_BIN2_UTF8");

    /** Words before a bracket that are neither function nor type. */
    private static final Set<String> WORDS = Set.of(
            ("add and as by check constraint default else exists from generated identity if in include into join key min not on"
                            + " or over outer references select set then throw to try union unique values when where group"
                            + " index partition using all having end catch case return with table like distinct between x")
                    .split(" ", -1));

    private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_][A-Za-z0-9_]*)\\s*\\(");
    private static final Pattern CAST = Pattern.compile("\\bAS\\s+([A-Z_0-9]+)\\s*[()]");
    private static final Pattern COLLATE = Pattern.compile("\\bCOLLATE\\s+(\\w+)");

    /** Fails for a batch that is no T-SQL. */
    void check(String batch) {
        TsqlText text = new TsqlText(batch);
        checkNames(batch, text.bare());
        for (String statement : text.statements()) {
            String error = error(statement);
            if (error != null) {
                throw new AssertionError("no T-SQL: " + error + "\n  in " + statement + "\n  of " + batch);
            }
        }
    }

    private static void checkNames(String batch, String bare) {
        Set<String> unknown = new TreeSet<>();
        Matcher call = CALL.matcher(bare);
        while (call.find()) {
            String name = call.group(1).toLowerCase(Locale.ROOT);
            if (!FUNCTIONS.contains(name) && !TYPES.contains(name) && !WORDS.contains(name)) {
                unknown.add(name + "()");
            }
        }
        Matcher cast = CAST.matcher(bare);
        while (cast.find()) {
            if (!TYPES.contains(cast.group(1).toLowerCase(Locale.ROOT))
                    && !List.of("SELECT", "VALUES").contains(cast.group(1))) {
                unknown.add("the type " + cast.group(1));
            }
        }
        Matcher collate = COLLATE.matcher(bare);
        while (collate.find()) {
            if (!COLLATIONS.contains(collate.group(1))) {
                unknown.add("the collation " + collate.group(1));
            }
        }
        if (!unknown.isEmpty()) {
            throw new AssertionError("not known to SQL Server: " + unknown + "\n  in " + batch);
        }
    }

    /** What the parser says first; null if it is content. */
    private static @Nullable String error(String statement) {
        FirstError first = new FirstError();
        SQLServerStatementLexer lexer = new SQLServerStatementLexer(CharStreams.fromString(statement));
        SQLServerStatementParser parser = new SQLServerStatementParser(new CommonTokenStream(lexer));
        lexer.removeErrorListeners();
        parser.removeErrorListeners();
        lexer.addErrorListener(first);
        parser.addErrorListener(first);
        parser.execute();
        return first.message;
    }

    /** Keeps the first error. */
    private static final class FirstError extends BaseErrorListener {

        private @Nullable String message;

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String said,
                RecognitionException cause) {
            if (message == null) {
                message = "line " + line + ", column " + column + ": " + said;
            }
        }
    }
}
