package io.godwit.dialect.mysql;

import io.godwit.schema.Name;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expression of an index part back into what {@link MySqlIndexes} made it of.
 *
 * @param text as the server writes it
 */
record IndexedExpression(String text) {

    private static final Pattern HASH = Pattern.compile("(?is)sha2\\((.*), ?256\\)");
    private static final Pattern START = Pattern.compile("(?is)left\\((.*), ?512\\)");
    private static final Pattern CAST = Pattern.compile("(?is)cast\\((left\\(.*\\)) as char\\(512\\)[^()]*\\)");
    private static final Pattern CONDITION = Pattern.compile("(?is)case when (.*) then 1 end");
    private static final Pattern COLUMN = Pattern.compile("`((?:[^`]|``)+)`");

    /** The column whose hash is indexed in its place; null for anything else. */
    @Nullable
    Name column() {
        Matcher hash = HASH.matcher(bare());
        Matcher column = COLUMN.matcher(hash.matches() ? hash.group(1) : "");
        return column.matches() ? Name.of(column.group(1).replace("``", "`")) : null;
    }

    /** Which rows a unique index holds; null for any other part. */
    @Nullable
    String condition() {
        Matcher condition = CONDITION.matcher(bare());
        return condition.matches() ? condition.group(1) : null;
    }

    /** Without what only makes it fit into an index. */
    String expression() {
        String found = bare();
        Matcher cast = CAST.matcher(found);
        found = cast.matches() ? cast.group(1) : found;
        for (Pattern wrapping : new Pattern[] {HASH, START}) {
            Matcher wrapped = wrapping.matcher(found);
            if (wrapped.matches()) {
                return wrapped.group(1);
            }
        }
        return text;
    }

    private String bare() {
        return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    }
}
