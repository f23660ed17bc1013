package io.godwit.changelog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits SQL into statements where Liquibase 4.33 surely splits it: at semicolons outside of quotes and comments. What its grammar reads in
 * a way of its own (BEGIN, GO, a slash on a line of its own, backslashes in quotes, open quotes) is left to it. For one call.
 */
final class ScriptPieces {

    private static final byte PLAIN = 0;
    private static final byte WORD = 1;
    private static final byte SPECIAL = 2;
    private static final byte[] KINDS = kinds();

    private final byte[] sql;
    private final boolean strips;
    private final boolean splits;
    private final byte[] piece;
    private final List<String> pieces = new ArrayList<>();
    private int length;
    private int from;
    private int at;

    /**
     * @param sql in UTF-8, without carriage returns
     * @param strips whether comments are taken out
     * @param splits whether semicolons end statements
     */
    ScriptPieces(byte[] sql, boolean strips, boolean splits) {
        this.sql = sql;
        this.strips = strips;
        this.splits = splits;
        this.piece = new byte[sql.length];
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, SPECIAL);
        Arrays.fill(kinds, ' ', 0x7F, PLAIN);
        kinds['\t'] = PLAIN;
        kinds['\n'] = PLAIN;
        for (char each = '0'; each <= 'z'; each++) {
            if (Character.isLetterOrDigit(each)) {
                kinds[each] = WORD;
            }
        }
        "_$@#".chars().forEach(each -> kinds[each] = WORD);
        ";'\"-/`[".chars().forEach(each -> kinds[each] = SPECIAL);
        return kinds;
    }

    List<String> read() throws NotPlainException {
        while (at < sql.length) {
            byte kind = KINDS[sql[at] & 0xFF];
            if (kind == WORD) {
                word();
            } else if (kind == SPECIAL) {
                special(sql[at]);
            } else {
                at++;
            }
        }
        close();
        return pieces;
    }

    private void special(byte first) throws NotPlainException {
        switch (first) {
            case ';' -> {
                if (splits) {
                    close();
                    from = at + 1;
                }
                at++;
            }
            case '\'', '"' -> at = quoteEnd(first);
            case '`' -> at = identifierEnd(first);
            case '[' -> at = bracketEnd();
            case '-' -> {
                if (next() == '-') {
                    comment(lineEnd());
                } else {
                    at++;
                }
            }
            case '/' -> slash();
            default -> throw new NotPlainException("a character outside of quotes");
        }
    }

    private void slash() throws NotPlainException {
        if (next() == '*') {
            comment(blockEnd());
        } else if (splits && endsLine()) {
            throw new NotPlainException("a slash at the start of a line");
        } else {
            at++;
        }
    }

    /** Whether there is nothing before this place, or the end of a line, comments that are taken out aside. */
    private boolean endsLine() {
        if (at > from) {
            return sql[at - 1] == '\n';
        }
        return length > 0 ? piece[length - 1] == '\n' : from == 0 || sql[from - 1] != ';';
    }

    private byte next() {
        return at + 1 < sql.length ? sql[at + 1] : 0;
    }

    /** Keeps what was passed since the last time. */
    private void keep() {
        System.arraycopy(sql, from, piece, length, at - from);
        length += at - from;
        from = at;
    }

    private void close() {
        byte[] text = sql;
        int start = from;
        int end = at;
        if (length > 0) {
            keep();
            text = piece;
            start = 0;
            end = length;
        }
        while (start < end && text[start] >= 0 && text[start] <= ' ') {
            start++;
        }
        while (start < end && text[end - 1] >= 0 && text[end - 1] <= ' ') {
            end--;
        }
        if (start < end) {
            pieces.add(new String(text, start, end - start, StandardCharsets.UTF_8));
        }
        length = 0;
    }

    private void word() throws NotPlainException {
        byte[] text = sql;
        int start = at;
        int end = start + 1;
        while (end < text.length && KINDS[text[end] & 0xFF] == WORD) {
            end++;
        }
        at = end;
        int size = end - start;
        if (splits && size > 1 && mayBeOdd(text[start], size) && isOdd(start)) {
            throw new NotPlainException("a word that may end a statement, or keep it open");
        }
    }

    private static boolean mayBeOdd(byte first, int size) {
        int letter = first | 0x20;
        return first <= '9' || (letter == 'g' && size == 2) || (letter == 'b' && size == 5);
    }

    /** GO and BEGIN, also behind a number, which ends where letters begin. */
    private boolean isOdd(int start) {
        int first = start;
        while (first < at && sql[first] >= '0' && sql[first] <= '9') {
            first++;
        }
        if (first == start) {
            return isWord(start, "go") || isWord(start, "begin");
        }
        for (int letter = first; letter < at; letter++) {
            if (isWord(letter, "go") || isWord(letter, "begin")) {
                return true;
            }
        }
        return false;
    }

    /** Whether what was passed ends with this, whatever its case. */
    private boolean isWord(int start, String word) {
        if (at - start != word.length()) {
            return false;
        }
        for (int index = 0; index < word.length(); index++) {
            if ((sql[start + index] | 0x20) != word.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    private void comment(int end) {
        if (strips) {
            keep();
            from = end;
        }
        at = end;
    }

    private int lineEnd() {
        int end = at;
        while (end < sql.length && sql[end] != '\n') {
            end++;
        }
        return end;
    }

    private int blockEnd() throws NotPlainException {
        for (int end = at + 2; end + 1 < sql.length; end++) {
            if (sql[end] == '*' && sql[end + 1] == '/') {
                return end + 2;
            }
        }
        throw new NotPlainException("an open comment");
    }

    private int quoteEnd(byte quote) throws NotPlainException {
        for (int end = at + 1; end < sql.length; end++) {
            if (sql[end] == '\\') {
                break;
            }
            if (sql[end] == quote) {
                if (end + 1 == sql.length || sql[end + 1] != quote) {
                    return end + 1;
                }
                end++;
            }
        }
        throw new NotPlainException("a backslash in quotes, or an open quote");
    }

    private int identifierEnd(byte quote) throws NotPlainException {
        int end = at + 1;
        while (end < sql.length && sql[end] != quote && sql[end] != '\n') {
            end++;
        }
        if (end == sql.length || sql[end] != quote || end == at + 1) {
            throw new NotPlainException("an open quote");
        }
        return end + 1;
    }

    /** An identifier of SQL Server's; with a digit first, or without its end on the line, a bracket is only a bracket. */
    private int bracketEnd() throws NotPlainException {
        byte first = next();
        if (first == 0 || first == ']' || (first >= '0' && first <= '9')) {
            return at + 1;
        }
        boolean odd = first == '\n';
        int end = at + 1;
        while (end < sql.length && sql[end] != ']' && sql[end] != '\n') {
            byte each = sql[end];
            boolean opens = (each == '-' || each == '/')
                    && end + 1 < sql.length
                    && (sql[end + 1] == '-' || sql[end + 1] == '*');
            odd |= each == '\'' || each == '"' || each == '`' || each == ';' || each == '[' || each <= 0 || opens;
            end++;
        }
        if (odd) {
            throw new NotPlainException("brackets");
        }
        return end < sql.length && sql[end] == ']' ? end + 1 : at + 1;
    }
}
