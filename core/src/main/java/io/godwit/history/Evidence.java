package io.godwit.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands in the last line of an entry's detail, in brackets: hashes of what was planned and of what was written. The line before
 * it says what was done to {@code godwit_object}, if anything was. It is part of the detail, so that the hashes of older entries stay
 * as they are. Immutable.
 */
public final class Evidence {

    /** Of an entry that has none. */
    public static final Evidence NONE = new Evidence(Map.of(), "");

    private static final String PLAN = "plan";
    private static final String TRAIL = "trail";
    private static final String HEAD = "head";
    private static final String OBJECTS = "objects";
    private static final Pattern HASHES = Pattern.compile("\\[(?:[a-z]+=[0-9a-f]{64} ?)+\\]");
    private static final Pattern PAIR = Pattern.compile("([a-z]+)=([0-9a-f]{64})");

    private final Map<String, String> hashes;
    private final String objects;

    private Evidence(Map<String, String> hashes, String objects) {
        this.hashes = hashes;
        this.objects = objects;
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
        int last = detail.lastIndexOf('\n') + 1;
        String line = detail.substring(last);
        if (!HASHES.matcher(line).matches()) {
            return NONE;
        }
        Map<String, String> hashes = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(line);
        while (pair.find()) {
            hashes.put(pair.group(1), pair.group(2));
        }
        boolean changes = hashes.containsKey(OBJECTS) && last > 0;
        return new Evidence(hashes, changes ? detail.substring(detail.lastIndexOf('\n', last - 2) + 1, last - 1) : "");
    }

    /** The detail without it. */
    static String words(String detail) {
        Evidence evidence = in(detail);
        String line = evidence.behind("");
        return line.isEmpty() ? detail : detail.substring(0, Math.max(0, detail.length() - line.length() - 1));
    }

    /** The same with what it proves of a row. */
    public Evidence with(RowSeal seal) {
        return with("row", seal.columns()).with("document", seal.document()).with("journal", seal.journal());
    }

    /** The same with what a row of {@code godwit_step} proves of itself. */
    Evidence with(StepSeal seal) {
        return with("row", seal.row()).with("inverse", seal.inverse()).with("progress", seal.progress());
    }

    /** The same with what was done to {@code godwit_object}, in a line of its own. */
    public Evidence with(List<ObjectChange> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        String line = ObjectLine.of(changes);
        return new Evidence(with(OBJECTS, RowSeal.text(line)).hashes, line);
    }

    private Evidence with(String name, String hash) {
        Map<String, String> more = new LinkedHashMap<>(hashes);
        more.put(name, hash);
        return new Evidence(more, objects);
    }

    /** The detail with it. */
    public String behind(String words) {
        if (hashes.isEmpty()) {
            return words;
        }
        List<String> lines = new ArrayList<>();
        for (String line : List.of(words, objects)) {
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        lines.add(hashes.entrySet().stream()
                .map(hash -> hash.getKey() + "=" + hash.getValue())
                .collect(Collectors.joining(" ", "[", "]")));
        return String.join("\n", lines);
    }

    /** What was done to {@code godwit_object}. */
    List<ObjectChange> objects() {
        return !objects.isEmpty() && RowSeal.text(objects).equals(hashes.get(OBJECTS))
                ? ObjectLine.parse(objects)
                : List.of();
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

    Optional<StepSeal> step() {
        String progress = hashes.get("progress");
        return progress == null
                ? Optional.empty()
                : Optional.of(
                        new StepSeal(hashes.getOrDefault("row", ""), hashes.getOrDefault("inverse", ""), progress));
    }
}
