package io.godwit.dialect.mysql;

/** Goes through a statement and finds characters that stand outside of quotes and parentheses. For one use. */
final class QuotedScan {

    private final String text;
    private int place;

    QuotedScan(String text, int start) {
        this.text = text;
        this.place = start;
    }

    /**
     * The place of the next of these characters on this level; the scan goes on behind it.
     *
     * @throws IllegalArgumentException if there is none
     */
    int find(String characters) {
        int depth = 0;
        while (place < text.length()) {
            char here = text.charAt(place);
            if (depth == 0 && characters.indexOf(here) >= 0) {
                return place++;
            }
            if (here == '`' || here == '\'' || here == '"') {
                skipQuoted(here);
            } else {
                depth += here == '(' ? 1 : here == ')' ? -1 : 0;
                place++;
            }
        }
        throw new IllegalArgumentException("none of " + characters + " in " + text);
    }

    /** A doubled quote reads as two quoted parts, one behind the other. */
    private void skipQuoted(char quote) {
        place++;
        while (place < text.length() && text.charAt(place) != quote) {
            place += text.charAt(place) == '\\' && quote != '`' ? 2 : 1;
        }
        place++;
    }
}
