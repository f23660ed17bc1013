package io.godwit.plan;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Translator;
import io.godwit.plan.transform.TransformQuestions;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the data is asked before a transform runs, in the engine's own SQL. Immutable.
 *
 * @param count one number: how many rows would be read
 * @param refused how many rows would be refused, then how many for each of {@code reasons}; empty if none can be
 * @param sample some of the refused rows: the columns of their key, then 1 for each of {@code reasons} that is one
 * @param reasons why a row is refused
 * @param key the columns of the source that tell a row
 * @param source all columns of the source that are known
 * @param present one number: how many of the others have a key that the target has already; empty if that cannot be told
 */
public record TransformCheck(
        String count,
        String refused,
        String sample,
        List<String> reasons,
        List<Name> key,
        List<Name> source,
        String present) {

    private static final int SAMPLE = 5;

    public TransformCheck {
        reasons = List.copyOf(reasons);
        key = List.copyOf(key);
        source = List.copyOf(source);
    }

    static TransformCheck of(TransformSql sql, Translator translator, SchemaView schema) {
        TransformQuestions questions = new TransformQuestions(sql);
        UnaryOperator<String> own = text -> text.isEmpty() ? "" : translator.query(Query.of(text), schema);
        return new TransformCheck(
                own.apply(questions.count()),
                own.apply(questions.refused().orElse("")),
                own.apply(questions.sample(SAMPLE).orElse("")),
                questions.reasons(),
                sql.key().names(),
                sql.shown(),
                own.apply(questions.present().orElse("")));
    }
}
