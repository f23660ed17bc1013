package io.godwit.dialect.mssql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A batch as the grammar can read it. The grammar knows single statements, with plain names, and less of them than SQL Server: what
 * it lacks is taken apart or out here, each by a rule of its own; what is taken out is looked at by {@link Grammar} all the same.
 */
final class TsqlText {

    /** A string, a name in brackets, a comment: whichever begins first. */
    private static final Pattern QUOTED =
            Pattern.compile("(?s)(N?'[^']*+(?:''[^']*+)*+')|(\\[[^\\]]*+(?:\\]\\][^\\]]*+)*+\\])|/\\*.*?\\*/");

    private static final Pattern PERMISSION =
            Pattern.compile("(?s)SET IDENTITY_INSERT [^;]* ON;\nBEGIN TRY\n(.*?);?;\nSET .*");
    private static final Pattern TRIGGER =
            Pattern.compile("(?s)CREATE (?:OR ALTER )?TRIGGER .*?RETURN;\\s*(UPDATE .*);\nEND");
    private static final Pattern VIEW = Pattern.compile("(?s)(?:CREATE|CREATE OR ALTER|ALTER) VIEW \\S+ AS\n(.*)");
    private static final Pattern IF = Pattern.compile("(?s)IF .*?\n(.*)");
    private static final Pattern ADD = Pattern.compile("(?s)(ALTER TABLE \\S+ ADD )(.*?)((?:, CONSTRAINT .*)?)");
    private static final Pattern FILTER = Pattern.compile("(?s)(CREATE (?:UNIQUE )?INDEX .*?) WHERE (.*)");

    private final String bare;

    TsqlText(String batch) {
        String plain = QUOTED.matcher(batch)
                .replaceAll(quoted -> quoted.group(1) != null ? "N'x'" : quoted.group(2) != null ? "x" : " ");
        this.bare = plain.replaceAll("\\(CAST\\(N'x' AS NVARCHAR\\(MAX\\)\\)(?: \\+ N'x')+\\)", "N'x'");
    }

    /** Without names, strings and comments. */
    String bare() {
        return bare;
    }

    /** The statements in it that the grammar is to read. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        for (String part : bare.startsWith("DECLARE") || bare.startsWith("EXEC") ? queries(bare) : List.of(bare)) {
            statements.addAll(single(part));
        }
        return statements.stream().map(TsqlText::known).toList();
    }

    /** The queries of DECLARE; EXEC itself has none. */
    private static List<String> queries(String batch) {
        List<String> queries = new ArrayList<>();
        int at = batch.indexOf("(SELECT ");
        while (at >= 0) {
            int end = closing(batch, at);
            queries.add(batch.substring(at + 1, end));
            at = batch.indexOf("(SELECT ", end);
        }
        return queries;
    }

    /** Where the bracket that opens at a position closes. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new AssertionError("a bracket is not closed in " + text);
    }

    private static List<String> single(String batch) {
        for (Pattern pattern : List.of(PERMISSION, TRIGGER, VIEW)) {
            Matcher matcher = pattern.matcher(batch);
            if (matcher.matches()) {
                return List.of(matcher.group(1));
            }
        }
        Matcher condition = IF.matcher(batch);
        if (condition.matches() && !batch.startsWith("IF @@")) {
            List<String> parts = new ArrayList<>(queries(batch.substring(0, batch.indexOf('\n'))));
            for (String branch : condition.group(1).split("\nELSE\n", -1)) {
                parts.addAll(branch.startsWith("EXEC") ? List.of() : single(branch));
            }
            return parts;
        }
        return definition(batch);
    }

    private static List<String> definition(String batch) {
        Matcher add = ADD.matcher(batch);
        if (add.matches() && !add.group(2).startsWith("CONSTRAINT")) {
            List<String> parts = new ArrayList<>(List.of(add.group(1) + add.group(2)));
            for (String constraint : add.group(3).split(", (?=CONSTRAINT )", -1)) {
                if (!constraint.isEmpty()) {
                    parts.add(add.group(1) + constraint);
                }
            }
            return parts;
        }
        Matcher filter = FILTER.matcher(batch);
        return filter.matches() ? List.of(filter.group(1), "SELECT 1 FROM x WHERE " + filter.group(2)) : List.of(batch);
    }

    /** In words of the grammar. */
    private static String known(String statement) {
        String text = statement
                .replaceAll("(?s)\\s+COLLATE \\w+", "")
                .replaceAll(" WITH \\((?:UPDLOCK|SERIALIZABLE|, )+\\)", "")
                .replaceAll(" WITHIN GROUP \\(ORDER BY [^()]*(?:\\([^()]*\\)[^()]*)*\\)", "")
                .replaceAll("NULL CONSTRAINT x DEFAULT", "NULL DEFAULT")
                .replaceAll(" WITH VALUES", "")
                .replace("COUNT_BIG(", "COUNT(")
                .replace("STRING_AGG(", "CONCAT(")
                .replace("DEFAULT VALUES", "VALUES (1)")
                .replaceAll("\\b(?:LEFT|RIGHT|NCHAR|FIRST_VALUE|LAST_VALUE)\\(", "LOWER(")
                .replaceAll("\\b0x\\b", "0x00")
                .replaceAll("\\bTHROW\\b", "");
        return withoutRows(withoutWindows(text));
    }

    private static String withoutWindows(String given) {
        String text = given;
        int at = text.indexOf(" OVER (");
        while (at >= 0) {
            text = text.substring(0, at) + text.substring(closing(text, text.indexOf('(', at)) + 1);
            at = text.indexOf(" OVER (");
        }
        return text;
    }

    /** VALUES and OPENJSON as tables. */
    private static String withoutRows(String given) {
        String text = given;
        for (String rows : List.of("(VALUES", "FROM OPENJSON(")) {
            int at = text.indexOf(rows);
            while (at >= 0) {
                int open = text.indexOf('(', at);
                String table = rows.startsWith("(") ? "(SELECT 1)" : "FROM x";
                text = text.substring(0, at) + table + text.substring(closing(text, open) + 1);
                at = text.indexOf(rows);
            }
        }
        return text.replaceAll("\\(SELECT 1\\) AS x \\([x, ]*\\)", "x");
    }
}
