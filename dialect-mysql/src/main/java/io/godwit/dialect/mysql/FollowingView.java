package io.godwit.dialect.mysql;

import io.godwit.dialect.RenderContext;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Language;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A view of a table that was renamed, or that has a renamed column: the engine keeps its text with the old names. That text is in
 * the form that the catalog gives it: each column with the alias of its table, and with its own alias in the result.
 */
final class FollowingView {

    private static final String NAME = "`(?:[^`]|``)*`";

    private final MySqlText text;
    private final RenderContext context;
    private final View view;

    FollowingView(MySqlText text, RenderContext context, View view) {
        this.text = text;
        this.context = context;
        this.view = view;
    }

    /** The view again; where its text has no alias for the table, the old name becomes one, for columns go by it. */
    String sql(RenameTable operation) {
        String from = text.name(operation.from());
        return replaced(place(operation.from())
                .matcher(context.translator().query(view.query(), context.schema()))
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + text.name(operation.to()) + " "
                        + (found.group(2) == null ? from : found.group(2)))));
    }

    /** The view again, which still shows the column under its old name. */
    String sql(RenameColumn operation) {
        requireText("renaming the column " + operation.from() + " of " + operation.table());
        String query = view.query().text();
        Set<String> aliases = new LinkedHashSet<>();
        Matcher found = place(operation.table()).matcher(query);
        while (found.find()) {
            aliases.add(found.group(2) == null ? text.name(operation.table()) : found.group(2));
        }
        for (String alias : aliases) {
            query = query.replace(alias + "." + text.name(operation.from()), alias + "." + text.name(operation.to()));
        }
        return replaced(query);
    }

    /** A table in FROM, and its alias. */
    private Pattern place(TableName table) {
        return Pattern.compile(
                "((?:\\bfrom|\\bjoin|,)[\\s(]*)" + Pattern.quote(text.name(table)) + "(?!\\s*\\.)(?:\\s+(?:as\\s+)?("
                        + NAME + "))?",
                Pattern.CASE_INSENSITIVE);
    }

    private String replaced(String query) {
        String name = view.materialized() ? text.name(MySqlViews.query(view.name())) : text.name(view.name());
        return ViewText.create("CREATE OR REPLACE ", name, query);
    }

    /** Translated text has columns without the alias of their table. */
    private void requireText(String construct) {
        if (view.query().language() != Language.ENGINE) {
            throw text.refuse(
                    construct,
                    view.name() + " shows it, and how the engine keeps that is only known once the view is there",
                    "dropView before it, and createView after it");
        }
    }
}
