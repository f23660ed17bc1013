package io.godwit.plan.risk;

import io.godwit.dialect.Feature;
import io.godwit.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** What can be told of SQL text by its words: coarser than rules on operations, and better than nothing. */
final class TextRules {

    private static final String ALTER = "^alter table (?:if exists )?(?:only )?# .*?";

    private static final List<TextPattern> PATTERNS = List.of(
            TextPattern.of("drop-table", "^drop (?:materialized )?table (?:if exists )?#"),
            TextPattern.of("drop-schema", "^drop (?:schema|database)\\b"),
            TextPattern.of("drop-column", ALTER + "\\bdrop column\\b"),
            TextPattern.of("truncate", "^truncate (?:table )?(?:only )?#"),
            TextPattern.of("dml-without-where", "^delete from (?:only )?#(?!.*\\bwhere\\b)"),
            TextPattern.of("dml-without-where", "^update (?:only )?# (?:as )?(?:\\w+ )?set (?!.*\\bwhere\\b)"),
            TextPattern.of("rename-table", ALTER + "\\brename (?:to|as)\\b"),
            TextPattern.of("rename-table", "^(?:exec(?:ute)? )?sp_rename ''$"),
            TextPattern.of(
                    "rename-column",
                    ALTER + "\\brename (?:column\\b|(?!to\\b|as\\b|constraint\\b|index\\b|key\\b)\\S+ to\\b)"),
            TextPattern.of("change-type", ALTER + "\\balter (?:column )?\\S+ (?:set data )?type\\b"),
            TextPattern.of("change-type", ALTER + "\\b(?:modify|change)(?: column)?\\b"),
            TextPattern.of(
                    "add-not-null-without-default",
                    ALTER + "\\badd (?:column )?(?!constraint\\b|primary\\b|unique\\b|foreign\\b|check\\b|index\\b)"
                            + "(?:if not exists )?\\S+ (?:(?!\\bdefault\\b|\\bgenerated\\b|serial\\b|\\bidentity\\b|, add\\b).)*\\bnot null\\b"
                            + "(?!(?:(?!, add\\b).)*\\b(?:default|generated|identity|auto_increment)\\b)"),
            TextPattern.of("set-not-null", ALTER + "\\bset not null\\b"),
            TextPattern.of("drop-not-null", ALTER + "\\bdrop not null\\b"),
            TextPattern.of("add-unique", "^create unique index (?:.*?)\\bon (?:only )?#"),
            TextPattern.of("add-unique", ALTER + "\\badd (?:constraint \\S+ )?unique\\b(?! using index)"),
            TextPattern.of("add-primary-key", ALTER + "\\badd (?:constraint \\S+ )?primary key\\b(?! using index)"),
            TextPattern.of(
                    "add-foreign-key", ALTER + "\\badd (?:constraint \\S+ )?foreign key\\b(?!.*\\bnot valid\\b)"),
            TextPattern.of("add-check", ALTER + "\\badd (?:constraint \\S+ )?check\\b(?!.*\\bnot valid\\b)"),
            TextPattern.of("drop-constraint", ALTER + "\\bdrop (?:constraint|primary key|check)\\b"),
            TextPattern.of("drop-foreign-key", ALTER + "\\bdrop foreign key\\b"),
            TextPattern.where(
                    "blocking-index",
                    "^create (?:unique )?index (?!concurrently\\b).*?\\bon (?:only )?#",
                    change -> change.supports(Feature.CONCURRENT_INDEXES)),
            TextPattern.where(
                    "blocking-index",
                    "^drop index (?!concurrently\\b)",
                    change -> change.supports(Feature.CONCURRENT_INDEXES)),
            TextPattern.where(
                    "concurrent-in-transaction",
                    "^(?:create (?:unique )?|drop |re)index (?:.*? )?concurrently\\b",
                    change -> change.step().transactional()),
            TextPattern.of("add-identity", ALTER + "\\badd (?:column )?\\S+ (?:big|small)?serial\\b"),
            TextPattern.of(
                    "stored-generated", ALTER + "\\badd (?:column )?.*\\bgenerated always as \\(.*\\) stored\\b"),
            TextPattern.of(
                    "escapes-namespace",
                    "^set (?:session |local )?(?:role|session authorization)\\b|^attach\\b|\\bload_extension\\b|\\bxp_cmdshell\\b"
                            + "|^copy .* program\\b|^load data\\b|\\binto (?:out|dump)file\\b|^alter system\\b"));

    private final Change change;

    TextRules(Change change) {
        this.change = change;
    }

    /** What is found, a rule at most once. */
    Map<RuleText, Risk> risks() {
        Map<RuleText, Risk> risks = new LinkedHashMap<>();
        for (TextPattern pattern : PATTERNS) {
            RuleText rule = RuleCatalogue.text(pattern.rule());
            if (!risks.containsKey(rule) && pattern.applies().test(change)) {
                change.texts().stream()
                        .map(text -> risk(pattern, rule, text))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(risk -> risks.put(rule, risk));
            }
        }
        return risks;
    }

    private Optional<Risk> risk(TextPattern pattern, RuleText rule, String text) {
        Matcher match = pattern.words().matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        Optional<TableName> table = TextPattern.table(match);
        if (table.isPresent() && !change.isOld(table.get())) {
            return Optional.empty();
        }
        Rows rows = table.map(change::rows).orElse(Rows.UNKNOWN);
        return rows.failure(rows.loss(rule.usual()))
                .map(severity -> new Risk(severity, "SQL text: " + excerpt(text) + rows.words(), rule.safer(), null));
    }

    private static String excerpt(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
