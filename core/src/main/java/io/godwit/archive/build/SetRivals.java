package io.godwit.archive.build;

import io.godwit.archive.PackagedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Packages of a set that hold the same: of one plugin the newest counts, if it holds what the others do. Stateless. */
final class SetRivals {

    private SetRivals() {}

    /** Leaves out what need not be installed, and names what contradicts itself. */
    static void settle(List<SetMember> members) {
        Map<String, List<SetMember>> plugins = new HashMap<>();
        Map<String, SetMember> owners = new HashMap<>();
        for (SetMember member : members) {
            plugins.computeIfAbsent(member.pluginId(), any -> new ArrayList<>()).add(member);
            for (PackagedMigration migration : member.manifest().migrations()) {
                SetMember other = owners.putIfAbsent(migration.id(), member);
                if (other != null && !other.pluginId().equals(member.pluginId())) {
                    clash(member, other, "migration '" + migration.id() + "' of another plugin is");
                }
            }
        }
        plugins.values().stream().filter(same -> same.size() > 1).forEach(SetRivals::settlePlugin);
    }

    private static void settlePlugin(List<SetMember> same) {
        Optional<SetMember> newest =
                same.stream().filter(member -> !member.isDelta()).reduce((first, second) -> second);
        for (int at = 0; at < same.size(); at++) {
            SetMember member = same.get(at);
            boolean covered = newest.isPresent() && newest.get() != member && !isNewer(member, newest.get());
            if (covered && (!member.isDelta() || differs(member, newest.get()).isEmpty())) {
                settle(member, newest.get());
            } else {
                same.subList(at + 1, same.size()).stream()
                        .filter(other -> member.isDelta() || other.isDelta())
                        .forEach(other -> settleDelta(member, other));
            }
        }
    }

    private static boolean isNewer(SetMember member, SetMember other) {
        return member.manifest().version().compareTo(other.manifest().version()) > 0;
    }

    private static void settle(SetMember member, SetMember newest) {
        member.leaveOut();
        if (isSame(member, newest)) {
            return;
        }
        if (!member.isDelta() && !isNewer(newest, member)) {
            clash(member, newest, "another package of " + member.title() + " is");
            return;
        }
        List<String> missing = missing(member, newest);
        missing.forEach(id -> clash(member, newest, "migration '" + id + "' is not"));
        List<String> differing = differs(member, newest);
        differing.forEach(id -> clash(member, newest, "migration '" + id + "' does otherwise"));
        if (missing.isEmpty() && differing.isEmpty()) {
            member.doubt("it need not be installed: " + newest.file() + " holds all of it");
        }
    }

    /** One of both is a delta, and both may be needed. */
    private static void settleDelta(SetMember one, SetMember other) {
        if (isSame(one, other)) {
            one.leaveOut();
        } else {
            differs(one, other).forEach(id -> clash(one, other, "migration '" + id + "' does otherwise"));
        }
    }

    private static boolean isSame(SetMember member, SetMember other) {
        boolean same = member.found().fingerprint().equals(other.found().fingerprint());
        if (same) {
            member.doubt("it is the same package as " + other.file());
        }
        return same;
    }

    private static Map<String, String> hashes(SetMember member) {
        return member.manifest().migrations().stream()
                .collect(Collectors.toMap(
                        PackagedMigration::id, migration -> migration.hashes().up()));
    }

    private static List<String> missing(SetMember member, SetMember other) {
        Map<String, String> known = hashes(other);
        return hashes(member).keySet().stream()
                .filter(id -> !known.containsKey(id))
                .sorted()
                .toList();
    }

    private static List<String> differs(SetMember member, SetMember other) {
        Map<String, String> known = hashes(other);
        Map<String, String> own = hashes(member);
        return own.keySet().stream()
                .filter(id -> known.containsKey(id) && !own.get(id).equals(known.get(id)))
                .sorted()
                .toList();
    }

    private static void clash(SetMember one, SetMember other, String what) {
        one.fault(what + " in " + other.file());
        other.fault(
                what.endsWith("is not")
                        ? what.replace("is not", "is only") + " in " + one.file()
                        : what + " in " + one.file());
    }
}
