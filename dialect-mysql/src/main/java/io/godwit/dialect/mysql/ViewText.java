package io.godwit.dialect.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A view's query with what somebody else said of the view: CREATE OR REPLACE VIEW drops what it does not name, and with whose rights
 * a view reads is nothing to lose.
 *
 * @param definer such as {@code root@localhost}; null for who is logged in
 * @param security {@code DEFINER}, as where nothing is said, or {@code INVOKER}
 * @param query the SELECT
 * @param check {@code NONE}, {@code LOCAL} or {@code CASCADED}
 */
record ViewText(@Nullable String definer, String security, String query, String check) {

    private static final Pattern HEAD = Pattern.compile("(?s)/\\* (.*?) \\*/ (.*)");

    /** What stands before the word VIEW is a comment before the query. */
    String text() {
        String account = definer;
        String head = (account == null ? "" : definer(account) + " ")
                + (security.equals("DEFINER") ? "" : "SQL SECURITY " + security);
        return (head.isEmpty() ? "" : "/* " + head.strip() + " */ ")
                + query
                + (check.equals("NONE") ? "" : " WITH " + check + " CHECK OPTION");
    }

    /** {@code DEFINER = `root`@`localhost`}; a role has no host. */
    static String definer(String account) {
        int at = account.lastIndexOf('@');
        return "DEFINER = "
                + (at < 0
                        ? quoted(account)
                        : quoted(account.substring(0, at)) + "@" + quoted(account.substring(at + 1)));
    }

    private static String quoted(String text) {
        return "`" + text.replace("`", "``") + "`";
    }

    /** {@code CREATE … VIEW name AS …} */
    static String create(String words, String name, String text) {
        Matcher found = HEAD.matcher(text);
        return found.matches()
                ? words + found.group(1) + " VIEW " + name + " AS " + found.group(2)
                : words + "VIEW " + name + " AS " + text;
    }
}
