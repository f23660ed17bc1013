package io.godwit.plan.transform;

import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.VarcharType;
import io.godwit.universal.QuotedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be asked of the data before a transform runs, in universal SQL. Immutable. */
public final class TransformQuestions {

    private static final String REFUSED = "godwit_refused";

    private final TransformSql sql;
    private final Requirements requirements;

    /** @param sql what would run */
    public TransformQuestions(TransformSql sql) {
        this.sql = sql;
        List<Requirement> asked = new ArrayList<>(sql.requirements().list());
        sql.values().forEach(value -> addTargetOf(value, asked));
        this.requirements = new Requirements(asked);
    }

    /** What the engine will refuse for a reason that can be asked for: NULLs, and texts that are too long. */
    private static void addTargetOf(MappedValue value, List<Requirement> asked) {
        Column target = value.target();
        if (target == null) {
            return;
        }
        String own = TransformSql.column(target.name());
        String present = own + " IS NOT NULL";
        if (!target.nullable()
                && asked.stream().noneMatch(one -> one.condition().equals(present))) {
            asked.add(new Requirement(present, target.name() + " is NULL and must not be"));
        }
        if (target.type() instanceof VarcharType type) {
            String fits = "char_length(" + own + ") <= " + type.length();
            asked.add(new Requirement(
                    "(" + fits + ") IS NOT FALSE", target.name() + " is longer than " + type.length() + " characters"));
        }
    }

    /** Why a row would be refused. */
    public List<String> reasons() {
        return requirements.reasons();
    }

    /** How many rows would be read. */
    public String count() {
        return sql.count();
    }

    /** How many rows would be refused, then for each of {@link #reasons} how many; empty if none can be. */
    public Optional<String> refused() {
        String each = IntStream.rangeClosed(1, requirements.list().size())
                .mapToObj(number -> ", coalesce(sum(" + REFUSED + ".godwit_broken_" + number + "), 0)")
                .collect(Collectors.joining());
        return requirements.isEmpty() ? Optional.empty() : Optional.of("SELECT count(*)" + each + refusals());
    }

    private String refusals() {
        return " FROM (" + sql.refusals(KeyRange.ALL, requirements) + ") AS " + REFUSED;
    }

    /** Some of the refused rows: their keys, then 1 for each of {@link #reasons} that is one; empty if none can be. */
    public Optional<String> sample(int most) {
        if (requirements.isEmpty()) {
            return Optional.empty();
        }
        String keys = columns("godwit_key_", sql.key().columns().size());
        String flags = columns("godwit_broken_", requirements.list().size());
        return Optional.of("SELECT " + (keys.isEmpty() ? flags : keys + ", " + flags) + refusals()
                + (keys.isEmpty() ? "" : " ORDER BY " + keys) + " LIMIT " + most);
    }

    private static String columns(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> REFUSED + "." + name + number)
                .collect(Collectors.joining(", "));
    }

    /** How many of the rows that no rule refuses have a key that the target has already; empty if that cannot be told. */
    public Optional<String> present() {
        List<Name> key = sql.unique();
        if (sql.inPlace() || key.isEmpty() || !sql.makes(key)) {
            return Optional.empty();
        }
        String same = key.stream()
                .map(name -> "godwit_present." + QuotedName.of(name) + " = godwit_new." + QuotedName.of(name))
                .collect(Collectors.joining(" AND "));
        return Optional.of("SELECT count(*) FROM (" + sql.rows(key, KeyRange.ALL) + ") AS godwit_new WHERE EXISTS"
                + " (SELECT 1 FROM " + QuotedName.of(sql.transform().target()) + " AS godwit_present WHERE " + same
                + ")");
    }
}
