package io.godwit.changelog;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file's name says to Flyway, by its standard prefixes and separator. Immutable.
 *
 * @param kind {@code V}, {@code U}, {@code B} or {@code R}
 * @param version its numbers; empty for {@code R}
 * @param description for people
 */
record FlywayName(char kind, List<BigInteger> version, String description) {

    private static final Pattern NAME = Pattern.compile("([VUB])(\\d+(?:[._]\\d+)*)__(.*)|(R)__(.*)");

    /** By versions, as Flyway compares them: number by number. */
    static final Comparator<List<BigInteger>> ORDER = (one, other) -> {
        for (int index = 0; index < Math.max(one.size(), other.size()); index++) {
            int order = part(one, index).compareTo(part(other, index));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    FlywayName {
        version = List.copyOf(version);
    }

    /** Of a file's name without its ending; empty if Flyway would not take it. */
    static Optional<FlywayName> of(String stem) {
        Matcher name = NAME.matcher(stem);
        if (!name.matches()) {
            return Optional.empty();
        }
        boolean repeated = name.group(4) != null;
        String words = repeated ? name.group(5) : name.group(3);
        return Optional.of(new FlywayName(
                repeated ? 'R' : name.group(1).charAt(0),
                repeated ? List.of() : numbers(name.group(2)),
                words.replace('_', ' ').strip()));
    }

    /** Of a version as it is written. */
    static List<BigInteger> numbers(String version) {
        return Stream.of(version.split("[._]", -1)).map(BigInteger::new).toList();
    }

    private static BigInteger part(List<BigInteger> version, int index) {
        return index < version.size() ? version.get(index) : BigInteger.ZERO;
    }

    /** As Flyway's history has it: numbers apart by dots. */
    String dotted() {
        return version.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }

    /** The first three numbers, as a semantic version. */
    String semantic() {
        return part(version, 0) + "." + part(version, 1) + "." + part(version, 2);
    }
}
