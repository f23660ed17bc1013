package io.godwit.tck.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A page of the documentation of which a test writes a part: held to what is so, or written anew with {@code -Dgodwit.write=true}. */
public final class WrittenPage {

    private final Path page;

    private WrittenPage(Path page) {
        this.page = page;
    }

    /** The page at a path below the repository's root, from whichever module the test runs in. */
    public static WrittenPage at(String path) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        assertThat(folder).as("a folder above with docs").isNotNull();
        return new WrittenPage(folder.resolve(path));
    }

    public Path path() {
        return page;
    }

    public String text() {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page is what the writing makes of it. */
    public void keep(UnaryOperator<String> writing) {
        String text = text();
        String written = writing.apply(text);
        if (!Boolean.getBoolean("godwit.write")) {
            assertThat(text).as(page + " (-Dgodwit.write=true writes it anew)").isEqualTo(written);
            return;
        }
        try {
            Files.writeString(page, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Between the two marks stands the text; an empty last mark is the end of the page. */
    public void keep(String begin, String end, String text) {
        keep(page -> between(page, begin, end, text));
    }

    /** A text with another part between the two marks. */
    public static String between(String page, String begin, String end, String text) {
        int first = page.indexOf(begin) + begin.length();
        int last = end.isEmpty() ? page.length() : page.indexOf(end, first);
        assertThat(first).as("the mark " + begin).isGreaterThanOrEqualTo(begin.length());
        assertThat(last).as("the mark " + end).isPositive();
        return page.substring(0, first) + text + page.substring(last);
    }
}
