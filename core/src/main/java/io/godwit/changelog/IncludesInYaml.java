package io.godwit.changelog;

import io.godwit.changelog.PlainIncludes.Include;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a changelog in YAML that has nothing but includes, written as one usually writes them: a line for each key, or all in braces.
 * Stateless.
 */
final class IncludesInYaml {

    private static final Pattern ROOT = Pattern.compile("databaseChangeLog: *");
    private static final Pattern ITEM = Pattern.compile("( *)- +(include|includeAll): *(\\{.*})? *");
    private static final Pattern KEY = Pattern.compile("( +)([A-Za-z]+): +(\\S+|\"[^\"]*\"|'[^']*') *");
    private static final Pattern PAIR =
            Pattern.compile("\\G[{,] *([A-Za-z]+): +([\\w@+=./-]+|\"[^\"]*\"|'[^']*') *(?=[,}])");
    private static final Pattern VALUE = Pattern.compile("([\\w@+=./-]+)|\"([\\w@+=./ -]+)\"|'([\\w@+=./ -]+)'");

    private IncludesInYaml() {}

    /** @throws NotPlainException if there is anything else in it */
    static List<Include> read(byte[] content) throws NotPlainException {
        try {
            return read(ScriptText.of(content).split("\r?\n", -1));
        } catch (CharacterCodingException broken) {
            throw new NotPlainException("bytes that are no text");
        }
    }

    private static List<Include> read(String[] lines) throws NotPlainException {
        List<Include> includes = new ArrayList<>();
        int indent = -1;
        int at = next(lines, 0);
        if (at == lines.length || !ROOT.matcher(lines[at]).matches()) {
            throw new NotPlainException("no root");
        }
        at = next(lines, at + 1);
        while (at < lines.length) {
            Matcher item = ITEM.matcher(lines[at]);
            if (!item.matches() || (indent >= 0 && item.group(1).length() != indent)) {
                throw new NotPlainException("the line " + lines[at]);
            }
            indent = item.group(1).length();
            Draft draft = new Draft(item.group(2).equals("includeAll"));
            at = next(lines, at + 1);
            if (item.group(3) != null) {
                draft.braces(item.group(3));
            } else {
                at = keys(lines, at, indent, draft);
            }
            includes.add(draft.include());
        }
        return includes;
    }

    /** The keys of one item, all as far from the margin as the first, which is farther than the item's name. */
    private static int keys(String[] lines, int from, int indent, Draft draft) throws NotPlainException {
        int at = from;
        int own = -1;
        while (at < lines.length) {
            Matcher key = KEY.matcher(lines[at]);
            if (!key.matches()) {
                break;
            }
            if (key.group(1).length() < indent + 3 || (own >= 0 && key.group(1).length() != own)) {
                throw new NotPlainException("the line " + lines[at]);
            }
            own = key.group(1).length();
            draft.put(key.group(2), key.group(3));
            at = next(lines, at + 1);
        }
        return at;
    }

    /** Past blank lines and comments. */
    private static int next(String[] lines, int from) {
        int at = from;
        while (at < lines.length
                && (lines[at].isBlank() || lines[at].stripLeading().startsWith("#"))) {
            at++;
        }
        return at;
    }

    /** What is read of an include so far. */
    private static final class Draft {
        private final boolean all;
        private String path = "";
        private boolean relative;

        Draft(boolean all) {
            this.all = all;
        }

        void braces(String text) throws NotPlainException {
            Matcher pair = PAIR.matcher(text);
            int end = 0;
            while (pair.find()) {
                put(pair.group(1), pair.group(2));
                end = pair.end();
            }
            if (end != text.length() - 1) {
                throw new NotPlainException("the braces " + text);
            }
        }

        void put(String key, String written) throws NotPlainException {
            Matcher value = VALUE.matcher(written);
            if (!value.matches()) {
                throw new NotPlainException("the value " + written);
            }
            String text = written.startsWith("\"") || written.startsWith("'")
                    ? written.substring(1, written.length() - 1)
                    : written;
            boolean flag = key.equals("relativeToChangelogFile") && (written.equals("true") || written.equals("false"));
            if (flag) {
                relative = written.equals("true");
            } else if (key.equals(all ? "path" : "file") && path.isEmpty() && isText(written)) {
                path = text;
            } else {
                throw new NotPlainException("the key " + key);
            }
        }

        /** No number and no date. */
        private static boolean isText(String written) {
            return written.indexOf('/') >= 0 || written.matches("[\"'].*|.*\\.[A-Za-z]+");
        }

        Include include() {
            return new Include(path, all, relative);
        }
    }
}
