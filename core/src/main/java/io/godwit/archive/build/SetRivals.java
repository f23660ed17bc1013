package io.godwit.archive.build;

import io.godwit.archive.PackagedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        SetMember newest = same.get(same.size() - 1);
        same.stream().filter(member -> member != newest).forEach(member -> settle(member, newest));
    }

    private static void settle(SetMember member, SetMember newest) {
        member.leaveOut();
        if (member.found().fingerprint().equals(newest.found().fingerprint())) {
            member.doubt("it is the same package as " + newest.file());
            return;
        }
        if (member.manifest().version().compareTo(newest.manifest().version()) == 0) {
            clash(member, newest, "another package of " + member.title() + " is");
            return;
        }
        Map<String, PackagedMigration> known = newest.manifest().migrations().stream()
                .collect(Collectors.toMap(PackagedMigration::id, migration -> migration));
        boolean same = true;
        for (PackagedMigration migration : member.manifest().migrations()) {
            PackagedMigration other = known.get(migration.id());
            if (other == null || !other.hashes().up().equals(migration.hashes().up())) {
                clash(
                        member,
                        newest,
                        "migration '" + migration.id() + (other == null ? "' is not" : "' does otherwise"));
                same = false;
            }
        }
        if (same) {
            member.doubt("it need not be installed: " + newest.file() + " holds all of it");
        }
    }

    private static void clash(SetMember one, SetMember other, String what) {
        one.fault(what + " in " + other.file());
        other.fault(
                what.endsWith("is not")
                        ? what.replace("is not", "is only") + " in " + one.file()
                        : what + " in " + one.file());
    }
}
