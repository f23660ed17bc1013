package io.godwit.archive.build;

import java.util.List;

/** How much a set is. */
record BuildTotals(long packages, long migrations, long files, long bytes, long rows) {

    static BuildTotals of(List<BuildPackage> packages) {
        return new BuildTotals(
                packages.size(),
                packages.stream()
                        .mapToLong(one -> one.manifest().migrations().size())
                        .sum(),
                packages.stream()
                        .mapToLong(one -> one.manifest().files().size())
                        .sum(),
                packages.stream().mapToLong(BuildPackage::size).sum(),
                packages.stream().mapToLong(one -> one.manifest().rows()).sum());
    }
}
