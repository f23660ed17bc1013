package io.godwit.engine;

import io.godwit.history.AppliedMigration;
import io.godwit.history.HistoryReader;
import io.godwit.history.RejectedTable.Rejected;
import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.plan.risk.Discretion;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Name;
import io.godwit.transfer.MaskedRow;
import io.godwit.transfer.SensitiveColumns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be said of a transform's rows where columns of its source or target are sensitive: values of those columns, and of the fields
 * that they are made of, are masked, and engines' words lose what they quote. Immutable.
 *
 * @param fields of the source, in lower case; empty if nothing is sensitive
 * @param names of tables and columns, in lower case, which stay in a message
 * @param key whether the source's key is sensitive
 */
record SensitiveRows(Set<String> fields, Set<String> names, boolean key) implements Discretion {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|(?<==)\\([^)]*\\)");
    private static final Pattern DETAIL = Pattern.compile("(?m)^\\s*(Detail|Where):.*$");
    private static final Pattern KEY = Pattern.compile("\\brow \\[[^\\]]*]");

    /** Nothing is sensitive. */
    static final SensitiveRows NONE = new SensitiveRows(Set.of(), Set.of(), false);

    /** A text of fewer characters is in too many words; if an engine says it, it quotes it. */
    private static final int SHORT = 3;

    /** Of the transform that runs, by what the documents of the history and its own say. */
    static SensitiveRows of(Run run, String migration, TransformSql sql) throws SQLException {
        return of(
                columns(run, migration), sql.transform(), sql.shown(), sql.key().names());
    }

    /**
     * Of a transform.
     *
     * @param shown the columns of its source
     * @param keys those of them that tell a row
     */
    static SensitiveRows of(SensitiveColumns columns, Transform transform, List<Name> shown, List<Name> keys) {
        Set<Name> target = columns.of(transform.target());
        Set<String> fields = new HashSet<>();
        if (transform.source() instanceof TransformSource.FromTable source) {
            columns.of(source.name()).forEach(name -> fields.add(folded(name.text())));
        }
        for (FieldMapping mapping : transform.mapping()) {
            if (target.contains(mapping.target())) {
                addSources(mapping, shown, fields);
            }
        }
        Set<String> names =
                new HashSet<>(Set.of(folded(transform.target().name().text())));
        shown.forEach(name -> names.add(folded(name.text())));
        transform.mapping().forEach(mapping -> names.add(folded(mapping.target().text())));
        boolean key = keys.stream().anyMatch(name -> fields.contains(folded(name.text())));
        // A value that no field gives, such as a default, may still be shown.
        boolean nothing = fields.isEmpty() && target.isEmpty();
        return new SensitiveRows(fields, nothing ? Set.of() : names, key);
    }

    private static void addSources(FieldMapping mapping, List<Name> shown, Set<String> fields) {
        String source = mapping.source();
        if (source != null) {
            fields.add(folded(source));
        }
        FieldTransform transform = mapping.transform();
        if (transform instanceof FieldTransform.Computed computed) {
            for (Name name : shown) {
                Pattern word = Pattern.compile("(?iu)(?<!\\w)" + Pattern.quote(name.text()) + "(?!\\w)");
                if (word.matcher(computed.expression().text()).find()) {
                    fields.add(folded(name.text()));
                }
            }
        } else if (transform instanceof FieldTransform.Custom) {
            shown.forEach(name -> fields.add(folded(name.text())));
        }
    }

    private static SensitiveColumns columns(Run run, String migration) throws SQLException {
        HistoryReader reader = run.reader();
        List<String> ids = new ArrayList<>(reader.read().applied().stream()
                .map(AppliedMigration::migrationId)
                .toList());
        if (!ids.contains(migration)) {
            ids.add(migration);
        }
        Map<String, String> documents = reader.documents(ids);
        SensitiveColumns columns = new SensitiveColumns(run.session().dialect());
        if (documents.values().stream().noneMatch(document -> document.contains("\"sensitive\""))) {
            return columns;
        }
        AppliedDocuments.of(documents, ids).replay(run.rendering(), columns);
        return columns;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether nothing is sensitive. */
    boolean isOpen() {
        return names.isEmpty();
    }

    /** A row that is left out, as it may be written down and shown. */
    Rejected masked(Rejected row) {
        if (isOpen()) {
            return row;
        }
        MaskedRow masked = MaskedRow.of(row.row(), fields);
        String reason = row.reason();
        for (String value : masked.values()) {
            reason = value.length() < SHORT ? reason : reason.replace(value, MaskedRow.MASK);
        }
        return new Rejected(row.number(), key(row.key()), words(reason), masked.json());
    }

    /** The same of several. */
    List<Rejected> masked(List<Rejected> rows) {
        return rows.stream().map(this::masked).toList();
    }

    /** A row's key, by which it is found again though nobody can read it. */
    String key(String text) {
        return key ? "[\"sha256:" + sha256(text) + "\"]" : text;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no SHA-256", e);
        }
    }

    @Override
    public boolean showsKeys() {
        return !key;
    }

    /** A message without what it quotes, but for names. */
    @Override
    public String words(String message) {
        if (isOpen()) {
            return message;
        }
        String shown = DETAIL.matcher(message).replaceAll("  $1: " + MaskedRow.MASK);
        shown = key ? KEY.matcher(shown).replaceAll("row [" + MaskedRow.MASK + "]") : shown;
        return QUOTED.matcher(shown).replaceAll(this::quoted);
    }

    private String quoted(MatchResult found) {
        String quoted = found.group();
        String inner = quoted.substring(1, quoted.length() - 1);
        String last = folded(inner.substring(inner.lastIndexOf('.') + 1));
        boolean name = names.contains(last);
        return Matcher.quoteReplacement(
                name ? quoted : quoted.charAt(0) + MaskedRow.MASK + quoted.charAt(quoted.length() - 1));
    }

    /** The failure as it may be told: the engine's own exception has the values in its words. */
    StepFailure told(StepFailure failure) {
        SQLException cause = failure.cause();
        return isOpen()
                ? failure
                : new StepFailure(
                        failure.step(),
                        failure.statement(),
                        new SQLException(
                                words(String.valueOf(cause.getMessage())), cause.getSQLState(), cause.getErrorCode()));
    }
}
