package io.godwit.archive.dump;

import io.godwit.dialect.Dialect;
import io.godwit.failure.GodwitException;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Language;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a catalog holds in universal SQL. A text is believed to mean the same if the engine's own dialect makes of it what the catalog
 * has, word for word: then, and only then, other engines get the same meaning of it too. For one thread.
 */
final class UniversalWords {

    private final KnownEngine source;
    private final Dialect dialect;

    UniversalWords(KnownEngine source) {
        this.source = source;
        this.dialect = source.dialect();
    }

    /** How an engine says a universal text. */
    private interface Saying {
        String of(String universal);
    }

    /**
     * A condition over a table.
     *
     * @param document what a migration that was applied said in its place; null for nothing known
     */
    Optional<Expression> condition(
            Expression given, @Nullable Expression document, TableName table, Collection<Name> names) {
        return universal(
                given,
                document,
                names,
                text -> source.translator().condition(Expression.of(text), table, source.state()));
    }

    /** As {@link #condition}, for what has a value. */
    Optional<Expression> expression(
            Expression given, @Nullable Expression document, TableName table, Collection<Name> names) {
        return universal(
                given,
                document,
                names,
                text -> source.translator().expression(Expression.of(text), table, source.state()));
    }

    /** As {@link #expression}, for what goes into a column of a type. */
    Optional<Expression> value(
            Expression given,
            @Nullable Expression document,
            ColumnType type,
            @Nullable TableName table,
            Collection<Name> names) {
        return universal(
                given,
                document,
                names,
                text -> source.translator().value(Expression.of(text), type, table, source.state()));
    }

    /** The query of a view. */
    Optional<Query> query(Query given, @Nullable Query document, Collection<Name> names) {
        return universal(
                        given.text(),
                        given.language(),
                        document == null || document.language() != Language.UNIVERSAL ? null : document.text(),
                        names,
                        text -> source.translator().query(Query.of(text), source.state()))
                .map(Query::of);
    }

    private Optional<Expression> universal(
            Expression given, @Nullable Expression document, Collection<Name> names, Saying saying) {
        String known = document == null || document.language() != Language.UNIVERSAL ? null : document.text();
        return universal(given.text(), given.language(), known, names, saying).map(Expression::of);
    }

    private Optional<String> universal(
            String given, Language language, @Nullable String document, Collection<Name> names, Saying saying) {
        if (language == Language.UNIVERSAL) {
            return Optional.of(given);
        }
        String spelled = dialect.portableWords().universal(given);
        if (dialect.syntax().functions().speaksUniversal()) {
            return Optional.of(spelled);
        }
        List<String> candidates = new ArrayList<>();
        if (document != null) {
            candidates.add(document);
        }
        SqlTokens there = new SqlTokens(spelled);
        candidates.add(there.spelled(names));
        return candidates.stream()
                .filter(candidate -> said(candidate, saying)
                        .filter(text -> isSame(text, there))
                        .isPresent())
                .findFirst();
    }

    private boolean isSame(String said, SqlTokens there) {
        SqlTokens mine = new SqlTokens(dialect.portableWords().universal(said));
        return mine.sameAs(there, dialect.portableWords().writesBrackets());
    }

    private static Optional<String> said(String candidate, Saying saying) {
        try {
            return Optional.of(saying.of(candidate));
        } catch (GodwitException | IllegalArgumentException notUniversal) {
            return Optional.empty();
        }
    }
}
