package io.godwit.dialect.mssql;

import io.godwit.dialect.IdentifierText;
import io.godwit.operation.RenameColumn;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A view's query over columns that have other names since: a query in brackets gives the view's columns the names that they have had.
 * A comment remembers the renamings, so that the last one's way back leaves the query as it was.
 *
 * @param query what the view shows
 * @param renamings each as {@code [old] to [new] ;}, the oldest first; empty where no column was renamed yet
 */
record RenamedColumns(String query, String renamings) {

    private static final String OPEN = "SELECT /* godwit renamed: ";
    private static final String FROM = " */ * FROM (";
    private static final String CLOSE = ") AS [renamed] (";

    private static final Pattern TEXT = Pattern.compile(
            "(?s)" + Pattern.quote(OPEN) + "(.*?)" + Pattern.quote(FROM) + "(.*)" + Pattern.quote(CLOSE) + ".*\\)");

    /** A view's text, renamed in or not. */
    static RenamedColumns of(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? new RenamedColumns(matcher.group(2), matcher.group(1))
                : new RenamedColumns(text, "");
    }

    /** One more renaming, or one less if it takes back the last. */
    RenamedColumns after(RenameColumn operation, MsSqlText text) {
        String from = text.name(operation.from());
        String to = text.name(operation.to());
        String last = noted(to) + " to " + noted(from) + " ;";
        return new RenamedColumns(
                new IdentifierText(query).rename(operation.from(), operation.to()),
                renamings.endsWith(last)
                        ? renamings.substring(0, renamings.length() - last.length())
                        : renamings + noted(from) + " to " + noted(to) + " ;");
    }

    /** Comments nest, and end where a name says so. */
    private static String noted(String name) {
        return name.replace("*", "**").replace("/", "*|");
    }

    boolean isAsBefore() {
        return renamings.isEmpty();
    }

    /** What stands before the names of the view's columns; behind them is a bracket. */
    String beforeNames() {
        return OPEN + renamings + FROM + query + CLOSE;
    }
}
