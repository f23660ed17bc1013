package io.godwit.changelog;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of Liquibase's formatted SQL where it surely means the same to Liquibase 4.33, whose parser tries some forty patterns on each
 * line. Preconditions, properties, lines to be ignored, valid checksums and what Liquibase would refuse are left to it. For one call.
 */
final class FormattedSqlFile {

    /** A mark inside of the text, and what ends a line for patterns, but not for readers. */
    private static final Pattern STRANGE = Pattern.compile("[\\uFEFF\\u0085\\u2028\\u2029]");

    private final byte[] content;
    private final List<ScriptSet> sets = new ArrayList<>();
    private final byte[] body;
    private int length;
    private @Nullable ChangeSetHead head;
    private boolean begun;

    private FormattedSqlFile(byte[] content) {
        this.content = content;
        this.body = new byte[content.length + 1];
    }

    /**
     * The change sets of a file.
     *
     * @throws NotPlainException if Liquibase may read it in another way, or refuses it
     */
    static List<ScriptSet> read(byte[] content) throws NotPlainException {
        return new FormattedSqlFile(content).read();
    }

    private List<ScriptSet> read() throws NotPlainException {
        byte[] text = content;
        int from = start();
        while (from < text.length) {
            int to = from;
            while (to < text.length && (text[to] > '\r' || (text[to] != '\n' && text[to] != '\r'))) {
                to++;
            }
            line(from, to);
            boolean both = to + 1 < text.length && text[to] == '\r' && text[to + 1] == '\n';
            from = to + (both ? 2 : 1);
        }
        if (!begun) {
            throw new NotPlainException("no header");
        }
        close();
        return sets;
    }

    /** Text in UTF-8, whose mark is no part of it. */
    private int start() throws NotPlainException {
        if (ScriptText.isAscii(content)) {
            return 0;
        }
        boolean marked = content.length > 2
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        boolean wide = content.length > 1 && (content[0] & 0xFE) == 0xFE;
        try {
            if (wide || STRANGE.matcher(ScriptText.of(content)).find()) {
                throw new NotPlainException("another encoding, or another end of lines");
            }
        } catch (CharacterCodingException broken) {
            throw new NotPlainException("bytes that are no text");
        }
        return marked ? 3 : 0;
    }

    private void line(int from, int to) throws NotPlainException {
        int first = blanks(from, to);
        if (first == to) {
            keep(from, to);
        } else if (content[first] == '-') {
            dashes(from, first, to);
        } else if (!begun || isBlockDirective(first, to)) {
            throw new NotPlainException("a line before the header, or a block of directives");
        } else {
            keep(from, to);
        }
    }

    private void keep(int from, int to) {
        if (head != null) {
            System.arraycopy(content, from, body, length, to - from);
            length += to - from;
            body[length++] = '\n';
        }
    }

    private void dashes(int from, int first, int to) throws NotPlainException {
        int behind = first;
        while (behind < to && content[behind] == '-') {
            behind++;
        }
        int start = blanks(behind, to);
        int end = start;
        while (end < to && isLetter(content[end])) {
            end++;
        }
        String word = new String(content, start, end - start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        Directive directive = Directive.of(word);
        if (directive == Directive.NONE) {
            if (!begun) {
                throw new NotPlainException("a line before the header");
            }
            keep(from, to);
        } else if (behind - first != 2) {
            strange(directive, behind - first, from, to);
        } else {
            directive(directive, word, from == first, from, end, to);
        }
    }

    /** Liquibase refuses most of what looks like a directive and has another number of dashes. */
    private void strange(Directive directive, int dashes, int from, int to) throws NotPlainException {
        if (dashes == 1 || directive == Directive.PROPERTY || !begun) {
            throw new NotPlainException("a directive with another number of dashes");
        }
        keep(from, to);
    }

    private void directive(Directive directive, String word, boolean atStart, int from, int end, int to)
            throws NotPlainException {
        if (directive == Directive.HEADER && !begun) {
            header(end, to);
            return;
        }
        boolean known = begun;
        switch (directive) {
            case CHANGE_SET -> {
                known &= word.equals("changeset") && blanks(end, to) > end;
                close();
                head = known ? ChangeSetHead.of(text(blanks(end, to), to)) : null;
            }
            case ROLLBACK -> {
                if (word.equals("rollback")) {
                    known &= next(end, to) == ' '
                            && !text(end, to).toLowerCase(Locale.ROOT).contains("changesetid");
                } else {
                    keep(from, to);
                }
            }
            case COMMENT -> known &= comment(word, atStart, from, end, to);
            case IGNORE -> {
                known &= next(end, to) != ':';
                keep(from, to);
            }
            default -> known = false;
        }
        if (!known) {
            throw new NotPlainException(word);
        }
    }

    /** A comment of the change set's, which is no part of its SQL; one that does not start its line is SQL. */
    private boolean comment(String word, boolean atStart, int from, int end, int to) {
        int behind = next(end, to) == ':' ? end + 1 : end;
        boolean told = atStart && next(behind, to) == ' ';
        if (word.equals("comment") && told) {
            return head != null;
        }
        keep(from, to);
        return !(word.equals("comments") && told);
    }

    private void header(int end, int to) throws NotPlainException {
        String rest = text(blanks(end, to), to).toLowerCase(Locale.ROOT);
        if (!rest.startsWith("formatted") || rest.indexOf(':') >= 0) {
            throw new NotPlainException("the header");
        }
        begun = true;
    }

    private void close() throws NotPlainException {
        ChangeSetHead closed = head;
        if (closed == null) {
            return;
        }
        int start = 0;
        int end = length;
        while (start < end && body[start] >= 0 && body[start] <= ' ') {
            start++;
        }
        while (end > start && body[end - 1] >= 0 && body[end - 1] <= ' ') {
            end--;
        }
        boolean slash = end - start > 1 && body[end - 1] == '/' && body[end - 2] == '\n';
        byte[] sql = Arrays.copyOfRange(body, start, end);
        if (start == end || slash || hasProperty(sql)) {
            throw new NotPlainException("no SQL, or properties in it");
        }
        sets.add(new ScriptSet(closed, sql));
        length = 0;
    }

    private static boolean hasProperty(byte[] sql) {
        for (int index = 1; index < sql.length; index++) {
            if (sql[index] == '{' && sql[index - 1] == '$') {
                return true;
            }
        }
        return false;
    }

    private boolean isBlockDirective(int first, int to) {
        return content[first] == '/'
                && next(first + 1, to) == '*'
                && text(first, to).toLowerCase(Locale.ROOT).contains("liquibase");
    }

    private int next(int at, int to) {
        return at < to ? content[at] : 0;
    }

    private String text(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.UTF_8);
    }

    private int blanks(int from, int to) {
        int at = from;
        while (at < to && (content[at] == ' ' || (content[at] >= '\t' && content[at] <= '\r'))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(byte each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    }

    /** What a line of dashes may be, by the first letters behind them. */
    private enum Directive {
        NONE(""),
        HEADER("liquibase"),
        CHANGE_SET("changeset"),
        ROLLBACK("rollback"),
        COMMENT("comment"),
        PROPERTY("property"),
        PRECONDITION("precondition"),
        VALID_CHECKSUM("validchecksum"),
        IGNORE("ignore");

        private static final Directive[] ALL = values();

        private final String letters;

        Directive(String letters) {
            this.letters = letters;
        }

        static Directive of(String word) {
            for (int index = 1; index < ALL.length; index++) {
                if (word.startsWith(ALL[index].letters)) {
                    return ALL[index];
                }
            }
            return NONE;
        }
    }
}
