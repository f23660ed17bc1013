package io.godwit.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How a report looks. Immutable. */
public final class HtmlStyle {

    private static final String CSS = """

            :root { color-scheme: light; }
            body { font: 15px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 1440px; margin: 2em auto; padding: 0 1em; }
            h1, h2, h3, h4 { line-height: 1.25; margin: 1.4em 0 .4em; }
            h2 { border-bottom: 1px solid #ccc; }
            h3 { font-size: 1.1em; }
            h4 { font-size: 1em; margin: 1em 0 .2em; }
            table { border-collapse: collapse; }
            th, td { text-align: left; vertical-align: top; padding: .25em .8em .25em 0; border-bottom: 1px solid #e4e4e4; }
            article { border-left: 3px solid #bbb; padding-left: 1em; margin: 1.5em 0; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .15em 1em; margin: .4em 0; }
            dt { color: #555; }
            dd { margin: 0; }
            pre { background: #f5f5f5; padding: .6em .8em; overflow-x: auto; }
            code { font: 13px/1.45 ui-monospace, monospace; }
            .graph { overflow-x: auto; }
            .exact, .low, .info { color: #1b5e20; }
            .lossy, .medium { color: #8a4b00; font-weight: 600; }
            .none, .high, .critical { color: #a30000; font-weight: 700; }
            """;

    /** The one of all reports. */
    public HtmlStyle() {}

    /** The sheet itself. */
    public String text() {
        return CSS;
    }

    /** What the report may load: nothing but this sheet, known by its hash. */
    public String policy() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash) + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Begins a page that may load nothing. */
    public void head(HtmlWriter html, String title) {
        html.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", policy())
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", title)
                .style(this)
                .close();
    }
}
