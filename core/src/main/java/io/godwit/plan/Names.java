package io.godwit.plan;

import java.util.Collection;

/** Lists of names in messages: short ones whole, long ones to where they stop being read. Stateless. */
final class Names {

    private static final int MANY = 20;

    private Names() {}

    static String of(Collection<String> names) {
        if (names.size() <= MANY) {
            return names.toString();
        }
        return names.stream().limit(MANY).toList() + " and " + (names.size() - MANY) + " more";
    }
}
