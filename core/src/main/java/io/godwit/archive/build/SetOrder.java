package io.godwit.archive.build;

import io.godwit.failure.GodwitException;
import io.godwit.format.MigrationDocument;
import io.godwit.history.History;
import io.godwit.migration.Migration;
import io.godwit.plan.Given;
import io.godwit.plan.Upgrade;
import io.godwit.plan.UpgradeTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out in which order packages can be installed one after the other, each by itself: with what the packages before it have brought, and
 * with what the host has. For one thread.
 */
final class SetOrder {

    private final Collection<MigrationDocument> host;
    private final List<SetMember> placed = new ArrayList<>();
    private final List<SetMember> waiting;
    private final List<Migration> applied = new ArrayList<>();

    /**
     * Finds it; who has no place learns why.
     *
     * @param members in the order of their plugins
     * @param host what the host has of other plugins
     */
    SetOrder(List<SetMember> members, Collection<MigrationDocument> host) {
        this.host = host;
        this.waiting =
                new ArrayList<>(members.stream().filter(SetMember::counts).toList());
        while (placeOne()) {}
        waiting.forEach(member -> member.fault(reason(member)));
    }

    /** In the order of their install. */
    List<SetMember> placed() {
        return placed;
    }

    /** All that is applied in the end, in its order. */
    List<Migration> applied() {
        return applied;
    }

    private boolean placeOne() {
        for (SetMember member : waiting) {
            try {
                applied.addAll(order(member, member.documents()));
            } catch (GodwitException later) {
                continue;
            }
            placed.add(member);
            return waiting.remove(member);
        }
        return false;
    }

    private List<Migration> order(SetMember member, List<MigrationDocument> documents) {
        History history = History.of(applied);
        UpgradeTarget target =
                new UpgradeTarget(member.pluginId(), member.manifest().version());
        return Upgrade.order(Given.of(union(documents, host), history), history, target);
    }

    /** As if all that has no place were there at once: then what is missing is really missing. */
    private String reason(SetMember member) {
        List<MigrationDocument> all = new ArrayList<>(member.documents());
        waiting.forEach(other -> all.addAll(other.documents()));
        try {
            order(member, all);
        } catch (GodwitException e) {
            return words(e);
        }
        return "it and other packages of the set need each other in turn, so that none of them can be installed first:"
                + " unpack them below --plugins, and migrate";
    }

    /** What a refusal says, without that nothing was changed: nothing was to be. */
    static String words(GodwitException refusal) {
        return String.valueOf(refusal.getMessage())
                .replace("Nothing was changed.", "")
                .strip();
    }

    /** Each migration once: the first document that has it. */
    static List<MigrationDocument> union(Collection<MigrationDocument> first, Collection<MigrationDocument> others) {
        Map<String, MigrationDocument> documents = new LinkedHashMap<>();
        first.forEach(document -> documents.putIfAbsent(document.read().id(), document));
        others.forEach(document -> documents.putIfAbsent(document.read().id(), document));
        return List.copyOf(documents.values());
    }
}
