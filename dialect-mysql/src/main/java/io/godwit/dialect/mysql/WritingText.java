package io.godwit.dialect.mysql;

import io.godwit.schema.TableName;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement of the engine's own says of where it writes, by its first words. */
final class WritingText {

    /** A quoted name (group 1), a string of one word (2), another string, or a comment, but for those that are run. */
    private static final Pattern QUOTED_OR_COMMENT = Pattern.compile("(?s)(`(?:[^`]|``)*+`)|('\\w+'|\"\\w+\")"
            + "|'(?:[^'\\\\]|\\\\.|'')*+'|\"(?:[^\"\\\\]|\\\\.|\"\")*+\""
            + "|/\\*(?!M?!).*?\\*/|--(?=\\s|$)[^\\n]*|#[^\\n]*");

    private static final String START = "(?is)^\\s*(?:/\\*M?!\\d*\\s*)?";

    private static final Pattern TARGET = Pattern.compile(START
            + "(?:(?:insert|replace)(?:\\s+(?:low_priority|delayed|high_priority|ignore))*+(?:\\s+into)?+"
            + "|update(?:\\s+(?:low_priority|ignore))*+"
            + "|delete(?:\\s+(?:low_priority|quick|ignore))*\\s+from"
            + "|truncate(?:\\s+table)?+|alter(?:\\s+(?:online|ignore))*\\s+table"
            + "|load\\s+(?:data|xml)\\b.*?\\binto\\s+table)"
            + "\\s+(?:`((?:[^`]|``)+)`|([\\p{L}\\p{N}_$]+))(?!\\s*\\.|[\\p{L}\\p{N}_$])");

    /** Temporary tables are not among them: they may have any engine. */
    private static final Pattern CHOOSES = Pattern.compile(
            START + "(?:create(?:\\s+or\\s+replace)?\\s+table|alter(?:\\s+(?:online|ignore))*\\s+table|set)\\b");

    private static final Pattern ENGINE =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}_$`.])(?:default_storage_)?engine\\s*:?=?\\s*[`'\"]?([a-z]\\w*)");

    private final String text;

    WritingText(String statement) {
        this.text =
                QUOTED_OR_COMMENT.matcher(statement).replaceAll(found -> Matcher.quoteReplacement(withoutWords(found)));
    }

    private static String withoutWords(MatchResult found) {
        boolean kept = found.group(1) != null || found.group(2) != null;
        return kept ? found.group() : found.group().startsWith("'") ? "''" : " ";
    }

    /** The storage engine without transactions that the statement asks for, as it is written. */
    Optional<String> engine() {
        return chosen().filter(engine -> !StorageEngine.hasTransactions(engine));
    }

    private Optional<String> chosen() {
        Matcher engine = ENGINE.matcher(text);
        return CHOOSES.matcher(text).find() && engine.find() ? Optional.of(engine.group(1)) : Optional.empty();
    }

    /** The one table of the session's database that the statement writes to, unless it moves it to another engine. */
    Optional<TableName> table() {
        Matcher target = TARGET.matcher(text);
        if (!target.find() || chosen().filter("innodb"::equalsIgnoreCase).isPresent()) {
            return Optional.empty();
        }
        String quoted = target.group(1);
        return Optional.of(TableName.of(quoted == null ? target.group(2) : quoted.replace("``", "`")));
    }
}
