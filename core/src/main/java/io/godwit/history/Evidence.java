package io.godwit.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the last line of an entry's detail, in brackets: hashes of what was planned and of what was written. It is part of
 * the detail, so that the hashes of older entries stay as they are. Immutable.
 */
public final class Evidence {

    /** Of an entry that has none. */
    public static final Evidence NONE = new Evidence(Map.of());

    private static final String PLAN = "plan";
    private static final String TRAIL = "trail";
    private static final String HEAD = "head";
    private static final Pattern LINE = Pattern.compile("(?s)(?:(.*)\n)?\\[((?:[a-z]+=[0-9a-f]{64} ?)+)\\]");

    private static final Pattern PAIR = Pattern.compile("([a-z]+)=([0-9a-f]{64})");

    private final Map<String, String> hashes;

    private Evidence(Map<String, String> hashes) {
        this.hashes = hashes;
    }

    /** Of what was planned. */
    public static Evidence ofPlan(String hash) {
        return hash.isEmpty() ? NONE : NONE.with(PLAN, hash);
    }

    /** Of the trail before, as it was found when somebody signed that it is broken. */
    public static Evidence ofTrail(String hash) {
        return NONE.with(TRAIL, hash);
    }

    /** Of a restore: the hash of the entry that was the newest when the backup was taken. */
    public static Evidence ofHead(String hash) {
        return hash.isEmpty() ? NONE : NONE.with(HEAD, hash);
    }

    static Evidence in(String detail) {
        Matcher line = LINE.matcher(detail);
        Evidence evidence = NONE;
        if (line.matches()) {
            Matcher pair = PAIR.matcher(line.group(2));
            while (pair.find()) {
                evidence = evidence.with(pair.group(1), pair.group(2));
            }
        }
        return evidence;
    }

    /** The detail without it. */
    static String words(String detail) {
        Matcher line = LINE.matcher(detail);
        return line.matches() ? Optional.ofNullable(line.group(1)).orElse("") : detail;
    }

    /** The same with what it proves of a row. */
    public Evidence with(RowSeal seal) {
        return with("row", seal.columns()).with("document", seal.document()).with("journal", seal.journal());
    }

    private Evidence with(String name, String hash) {
        Map<String, String> more = new LinkedHashMap<>(hashes);
        more.put(name, hash);
        return new Evidence(more);
    }

    /** The detail with it. */
    public String behind(String words) {
        if (hashes.isEmpty()) {
            return words;
        }
        StringBuilder line = new StringBuilder(words);
        hashes.forEach((name, hash) -> line.append(line.length() == words.length() ? bracket(words) : " ")
                .append(name)
                .append('=')
                .append(hash));
        return line.append(']').toString();
    }

    private static String bracket(String words) {
        return words.isEmpty() ? "[" : "\n[";
    }

    String plan() {
        return hashes.getOrDefault(PLAN, "");
    }

    String head() {
        return hashes.getOrDefault(HEAD, "");
    }

    String trail() {
        return hashes.getOrDefault(TRAIL, "");
    }

    Optional<RowSeal> row() {
        String row = hashes.get("row");
        return row == null
                ? Optional.empty()
                : Optional.of(
                        new RowSeal(row, hashes.getOrDefault("document", ""), hashes.getOrDefault("journal", "")));
    }
}
