package io.godwit.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order step by step, where the graph has none: at each moment whatever loses nothing runs at once, and only what could
 * lose something is tried and, where it led nowhere, taken back. All orders are covered, up to a number of attempts.
 */
final class OrderSearch {

    private static final int ATTEMPTS = 1_000;

    private final Rules rules;
    private final Moment now;
    private final Progress start;
    private final Set<BitSet> seen = new HashSet<>();
    private boolean inTurn;

    OrderSearch(Rules rules, Moment now, Progress start) {
        this.rules = rules;
        this.now = now;
        this.start = start;
    }

    /**
     * The places in order.
     *
     * @param keepTurns whether each plugin's migrations must run by version and id
     */
    Optional<List<Integer>> find(boolean keepTurns) {
        inTurn = keepTurns;
        seen.clear();
        return from(new Attempt(now.copy(), start.copy(), new ArrayList<>()));
    }

    /** One way that was gone so far. */
    private record Attempt(Moment moment, Progress progress, List<Integer> order) {

        Attempt copy() {
            return new Attempt(moment.copy(), progress.copy(), new ArrayList<>(order));
        }

        void run(int place) {
            moment.apply(place);
            progress.run(place);
            order.add(place);
        }
    }

    private Optional<List<Integer>> from(Attempt attempt) {
        for (int next = safe(attempt); next >= 0; next = safe(attempt)) {
            attempt.run(next);
        }
        if (attempt.progress().isDone()) {
            return Optional.of(attempt.order());
        }
        if (seen.size() >= ATTEMPTS
                || !seen.add((BitSet) attempt.progress().waiting().clone())) {
            return Optional.empty();
        }
        for (int place : candidates(attempt)) {
            Attempt other = attempt.copy();
            other.run(place);
            Optional<List<Integer>> found = from(other);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What the graph would like next, if that is safe; else the first that is. */
    private int safe(Attempt attempt) {
        int liked = attempt.progress().next();
        if (liked >= 0 && mayRun(liked, attempt) && isSafe(liked, attempt)) {
            return liked;
        }
        return candidates(attempt).stream()
                .filter(place -> isSafe(place, attempt))
                .findFirst()
                .orElse(-1);
    }

    private boolean isSafe(int place, Attempt attempt) {
        return rules.isSafe(place, attempt.moment(), attempt.progress().waiting());
    }

    private boolean mayRun(int place, Attempt attempt) {
        return rules.broken(place, attempt.moment()).isEmpty();
    }

    /** What may run now: what the graph likes first, then what is in turn, then the others. */
    private List<Integer> candidates(Attempt attempt) {
        Progress progress = attempt.progress();
        List<Integer> liked = new ArrayList<>();
        List<Integer> turn = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        (inTurn ? progress.inTurn() : progress.waiting().stream())
                .filter(place -> mayRun(place, attempt))
                .forEach(place -> (progress.isReady(place) && progress.isInTurn(place)
                                ? liked
                                : progress.isInTurn(place) ? turn : others)
                        .add(place));
        liked.addAll(turn);
        liked.addAll(others);
        return liked;
    }
}
