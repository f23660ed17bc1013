package io.godwit.plan;

/** Puts text of others into HTML so that it stays text and shows what it is. Stateless. */
final class HtmlText {

    private HtmlText() {}

    /** For the content of elements and for values in double quotes. */
    static String escaped(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(point -> append(point, escaped));
        return escaped.toString();
    }

    private static void append(int point, StringBuilder escaped) {
        switch (point) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\n', '\t' -> escaped.appendCodePoint(point);
            default -> {
                if (isHidden(point)) {
                    escaped.append(String.format("[U+%04X]", point));
                } else {
                    escaped.appendCodePoint(point);
                }
            }
        }
    }

    /** Controls, and what turns the direction of text around: a reader would see other words than those that run. */
    private static boolean isHidden(int point) {
        return Character.isISOControl(point)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || (point >= 0x200E && point <= 0x200F)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || (point & 0xFFFE) == 0xFFFE;
    }
}
