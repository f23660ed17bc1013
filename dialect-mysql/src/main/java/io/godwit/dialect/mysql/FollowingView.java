package io.godwit.dialect.mysql;

import io.godwit.operation.RenameTable;
import io.godwit.schema.Language;
import io.godwit.schema.View;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A view of a table that was renamed: the engine keeps its text, in which the table has its old name. */
final class FollowingView {

    private final MySqlText text;
    private final View view;

    FollowingView(MySqlText text, View view) {
        this.text = text;
        this.view = view;
    }

    /** The view again; where its text has no alias for the table, the old name becomes one, for columns go by it. */
    String sql(RenameTable operation) {
        if (view.query().language() != Language.ENGINE) {
            throw text.refuse(
                    "renaming the table " + operation.from(),
                    view.name() + " shows it, and how is not known without a database",
                    "dropView before it, and createView after it");
        }
        String from = text.name(operation.from());
        Pattern place = Pattern.compile(
                "((?:\\bfrom|\\bjoin|,)[\\s(]*)" + Pattern.quote(from) + "(?!\\s*\\.)(\\s+(?:as\\s+)?`)?",
                Pattern.CASE_INSENSITIVE);
        String query = place.matcher(view.query().text())
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                        + text.name(operation.to())
                        + (found.group(2) == null ? " " + from : found.group(2))));
        String name = view.materialized() ? text.name(MySqlViews.query(view.name())) : text.name(view.name());
        return "CREATE OR REPLACE VIEW " + name + " AS " + query;
    }
}
