package io.godwit.format;

/** Ids of migrations, plugins and steps. */
final class Identifier {

    private static final int LONGEST = 200;

    private Identifier() {}

    /**
     * The id of a migration or a plugin, which may become part of a file's name.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String checked(String text) {
        checkedStep(text);
        if (!text.chars().allMatch(Identifier::isAllowed)) {
            throw new IllegalArgumentException("'" + text + "' may hold letters, digits, '.', '_' and '-' only");
        }
        if (text.chars().allMatch(character -> character == '.')) {
            throw new IllegalArgumentException("'" + text + "' is no id: in a path it would mean another folder");
        }
        return text;
    }

    /**
     * The id of a step, which is only ever shown.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String checkedStep(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("an id has between 1 and " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an id must not hold control characters");
        }
        return text;
    }

    private static boolean isAllowed(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '.'
                || character == '_'
                || character == '-';
    }
}
