package io.godwit.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes elements of HTML and SVG: whatever is put in as text or value stays text. For one thread. */
public final class HtmlWriter {

    private static final Set<String> INLINE = Set.of("span", "code", "a", "strong", "title", "summary");

    private final StringBuilder text = new StringBuilder("<!DOCTYPE html>");
    private final Deque<String> open = new ArrayDeque<>();

    /** Writes a document that has begun, and no element yet. */
    public HtmlWriter() {}

    /** Begins an element; attributes are names and values in turn. */
    public HtmlWriter open(String tag, String... attributes) {
        start(tag, attributes);
        text.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    public HtmlWriter close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that never holds anything; closed as XML wants it, which HTML allows. */
    public HtmlWriter empty(String tag, String... attributes) {
        start(tag, attributes);
        text.append("/>");
        return this;
    }

    /** An element of words. */
    public HtmlWriter element(String tag, String words, String... attributes) {
        return open(tag, attributes).text(words).close();
    }

    /** Words within the element that was begun last. */
    public HtmlWriter text(String words) {
        text.append(HtmlText.escaped(words));
        return this;
    }

    /** The sheet of the page. */
    public HtmlWriter style(HtmlStyle style) {
        text.append("\n<style>").append(style.text()).append("</style>");
        return this;
    }

    private void start(String tag, String... attributes) {
        text.append(INLINE.contains(tag) ? "" : "\n").append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(HtmlText.escaped(attributes[i + 1]))
                    .append('"');
        }
    }

    @Override
    public String toString() {
        return text + "\n";
    }
}
