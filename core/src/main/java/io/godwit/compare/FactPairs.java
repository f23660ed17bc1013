package io.godwit.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds for the facts of one side those of the other that are meant: by name, by content, and then by what they are on. For one use. */
final class FactPairs {

    /** Null for what only the other side has. */
    record Pair(@Nullable SchemaFact here, @Nullable SchemaFact there) {

        private SchemaFact any() {
            return here == null ? Objects.requireNonNull(there) : here;
        }

        Difference.Kind kind() {
            return any().kind();
        }

        String name() {
            return any().object() + " " + any().part();
        }
    }

    private final List<SchemaFact> here;
    private final List<SchemaFact> there;
    private final List<Pair> pairs = new ArrayList<>();

    FactPairs(List<SchemaFact> here, List<SchemaFact> there) {
        this.here = new ArrayList<>(here);
        this.there = new ArrayList<>(there);
    }

    /** @param exact whether names say more than what is named */
    List<Pair> found(boolean exact) {
        if (exact) {
            match(FactPairs::isNamedAlike);
            match(FactPairs::isSame);
        } else {
            match((one, other) -> isNamedAlike(one, other) && isSame(one, other));
            match(FactPairs::isSame);
            match(FactPairs::isNamedAlike);
        }
        match(FactPairs::isOnTheSame);
        here.forEach(fact -> pairs.add(new Pair(fact, null)));
        there.forEach(fact -> pairs.add(new Pair(null, fact)));
        return List.copyOf(pairs);
    }

    private void match(BiPredicate<SchemaFact, SchemaFact> alike) {
        for (SchemaFact fact : List.copyOf(here)) {
            there.stream()
                    .filter(other -> fact.kind() == other.kind() && alike.test(fact, other))
                    .findFirst()
                    .ifPresent(other -> {
                        pairs.add(new Pair(fact, other));
                        here.remove(fact);
                        there.remove(other);
                    });
        }
    }

    private static boolean isNamedAlike(SchemaFact one, SchemaFact other) {
        return one.key().equals(other.key());
    }

    private static boolean isSame(SchemaFact one, SchemaFact other) {
        return !one.content().isEmpty() && one.content().equals(other.content());
    }

    private static boolean isOnTheSame(SchemaFact one, SchemaFact other) {
        Detail columns = one.details().get("columns");
        return columns != null
                && !one.content().isEmpty()
                && columns.equals(other.details().get("columns"));
    }
}
