package io.godwit.plan.risk;

import java.util.List;

/** All rules, in the order in which people read of them. */
public final class RuleCatalogue {

    static final List<Rule> RULES = List.of(
            new DropTableRule(),
            new DropSchemaRule(),
            new DropColumnRule(),
            new TruncateRule(),
            new DmlWithoutWhereRule(),
            new RenameTableRule(),
            new RenameColumnRule(),
            new ChangeTypeRule(),
            new AddNotNullRule(),
            new SetNotNullRule(),
            new AddUniqueRule(),
            new AddPrimaryKeyRule(),
            new AddForeignKeyRule(),
            new AddCheckRule(),
            new DropForeignKeyRule(),
            new DropConstraintRule(),
            new DropNotNullRule(),
            new BlockingIndexRule(),
            new ConcurrentInTransactionRule(),
            new VolatileDefaultRule(),
            new StoredGeneratedRule(),
            new AddIdentityRule(),
            new CopyAlgorithmRule(),
            new EnumChangeRule(),
            new BackfillRule(),
            new NameTooLongRule(),
            new ReservedWordRule(),
            new NoPrimaryKeyRule(),
            new EngineOnlySqlRule(),
            new EscapesNamespaceRule(),
            new IrreversibleRule());

    private RuleCatalogue() {}

    /** What each rule is about. */
    public static List<RuleText> texts() {
        return RULES.stream().map(Rule::text).toList();
    }

    public static boolean isKnown(String id) {
        return texts().stream().anyMatch(text -> text.id().equals(id));
    }

    static RuleText text(String id) {
        return texts().stream()
                .filter(text -> text.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule " + id));
    }
}
