package io.godwit.archive.build;

import io.godwit.archive.DeltaCheck;
import io.godwit.archive.RequiredMigration;
import io.godwit.failure.GodwitException;
import io.godwit.format.MigrationDocument;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.migration.Migration;
import io.godwit.plan.Given;
import io.godwit.plan.Upgrade;
import io.godwit.plan.UpgradeTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out in which order packages can be installed one after the other, each by itself: with what the packages before it have brought, and
 * with what the host has. For one thread.
 */
final class SetOrder {

    private final Collection<MigrationDocument> host;
    private final List<SetMember> placed = new ArrayList<>();
    private final List<SetMember> waiting;
    private final List<AppliedMigration> applied = new ArrayList<>();

    /**
     * Finds it; who has no place learns why.
     *
     * @param members in the order of their plugins
     * @param host what the host has of other plugins
     */
    SetOrder(List<SetMember> members, Collection<MigrationDocument> host) {
        this.host = host;
        this.waiting = new ArrayList<>(members.stream()
                .filter(SetMember::counts)
                .sorted(Comparator.comparing(SetMember::isDelta))
                .toList());
        members.forEach(member -> assume(member, members));
        while (placeOne()) {}
        waiting.forEach(member -> member.fault(reason(member)));
    }

    /** In the order of their install. */
    List<SetMember> placed() {
        return placed;
    }

    /** All that is applied in the end, by id. */
    Set<String> applied() {
        return applied.stream().map(AppliedMigration::migrationId).collect(Collectors.toSet());
    }

    /** A delta that nothing in the set leads to starts from what is in the database already. */
    private void assume(SetMember member, List<SetMember> members) {
        boolean first = member.isDelta()
                && members.stream()
                        .filter(other -> other != member
                                && other.counts()
                                && other.pluginId().equals(member.pluginId()))
                        .allMatch(other -> SetMember.ORDER.compare(member, other) < 0 && other.isDelta());
        if (!first) {
            return;
        }
        boolean known = true;
        for (RequiredMigration required : member.requires()) {
            Optional<AppliedMigration> there = host.stream()
                    .map(document -> AppliedMigration.of(document.read()))
                    .filter(migration -> migration.migrationId().equals(required.id()))
                    .findFirst();
            known &= there.isPresent();
            applied.add(there.orElseGet(
                    () -> AppliedMigration.of(member.pluginId(), required.id(), required.version(), required.up())));
        }
        if (!known) {
            member.doubt(
                    "it is a delta, and what it starts from is neither in the set nor below --plugins: install takes"
                            + " it only where exactly that is applied");
        }
    }

    private boolean placeOne() {
        for (SetMember member : waiting) {
            List<Migration> order;
            try {
                order = order(member, member.documents());
            } catch (GodwitException later) {
                continue;
            }
            if (order.isEmpty()) {
                member.leaveOut();
                member.doubt("it need not be installed: those before it in the order bring all of it");
            } else {
                order.forEach(migration -> applied.add(AppliedMigration.of(migration)));
                placed.add(member);
            }
            return waiting.remove(member);
        }
        return false;
    }

    private List<Migration> order(SetMember member, List<MigrationDocument> documents) {
        History history = History.of(applied);
        new DeltaCheck(member.manifest(), history).pass();
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
