package io.godwit.changelog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.parser.core.json.JsonChangeLogParser;
import liquibase.parser.core.xml.XMLChangeLogSAXParser;
import liquibase.parser.core.yaml.YamlChangeLogParser;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an {@code includeAll} whose filter or order is a class: Liquibase loads it as soon as it reads the element. A file is looked
 * through by Liquibase's own parsers, stopped before they make anything of what they read. Stateless.
 */
final class NamedClasses {

    private static final String INCLUDE_ALL = "includeAll";
    private static final List<String> CLASSES = List.of("filter", "resourceFilter", "resourceComparator");

    private NamedClasses() {}

    /**
     * @param content all of the file
     * @param resources gives the file without looking through it again
     * @throws IOException if it names a class, in a sentence's words
     */
    static void refuse(String name, byte[] content, ResourceAccessor resources) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        String text = new String(content, StandardCharsets.ISO_8859_1).replace("\0", "");
        try {
            if (lower.endsWith(".xml")
                    && mayInclude(text, text.substring(0, Math.min(text.length(), 200)), "encoding")) {
                refuse(new XmlNodes().read(name, resources), name);
            } else if (lower.endsWith(".json") && mayInclude(text, text, "\\")) {
                new JsonNodes().parse(name, new ChangeLogParameters(), resources);
            } else if ((lower.endsWith(".yaml") || lower.endsWith(".yml")) && mayInclude(text, text, "\\")) {
                new YamlNodes().parse(name, new ChangeLogParameters(), resources);
            }
        } catch (ChangeLogParseException unreadable) {
            if (unreadable instanceof LookedThrough looked) {
                looked.refuse();
            }
            // What is wrong with the file, the parse that follows says.
        }
    }

    /** Escapes and other encodings may hide the word. */
    private static boolean mayInclude(String text, String where, String hiding) {
        boolean plain =
                hiding.equals("encoding") && where.toLowerCase(Locale.ROOT).matches("(?s).*encoding\\s*=\\s*.utf-?8.*");
        return text.contains(INCLUDE_ALL) || (where.contains(hiding) && !plain);
    }

    private static void refuse(ParsedNode node, String file) throws IOException {
        for (ParsedNode child : node.getChildren()) {
            boolean names = CLASSES.stream().anyMatch(child.getName()::equalsIgnoreCase);
            if (node.getName().equalsIgnoreCase(INCLUDE_ALL) && names && child.getValue() != null) {
                throw named(file, child.getName(), child.getValue());
            }
            refuse(child, file);
        }
    }

    private static IOException named(String file, String key, Object value) {
        return new IOException("'" + file + "' has an includeAll whose " + key + " is the class " + value
                + ": classes that a changelog names are not loaded; name the files by 'include' in its place");
    }

    /** Ends a parse before it makes anything. */
    private static final class LookedThrough extends ChangeLogParseException {

        private static final long serialVersionUID = 1;

        LookedThrough(Object read, String file) {
            super("looked through", refusal(read, file));
        }

        private static @Nullable IOException refusal(Object read, String file) {
            try {
                NamedClasses.refuse(new ParsedNode(null, "read").setValue(read), file);
                return null;
            } catch (ParsedNodeException unreadable) {
                return null;
            } catch (IOException refused) {
                return refused;
            }
        }

        void refuse() throws IOException {
            if (getCause() instanceof IOException refused) {
                throw refused;
            }
        }
    }

    private static final class XmlNodes extends XMLChangeLogSAXParser {
        ParsedNode read(String name, ResourceAccessor resources) throws ChangeLogParseException {
            return parseToNode(name, new ChangeLogParameters(), resources);
        }
    }

    private static final class YamlNodes extends YamlChangeLogParser {
        @Override
        protected void replaceParameters(Object read, ChangeLogParameters parameters, DatabaseChangeLog changelog)
                throws ChangeLogParseException {
            throw new LookedThrough(read, changelog.getPhysicalFilePath());
        }
    }

    private static final class JsonNodes extends JsonChangeLogParser {
        @Override
        protected void replaceParameters(Object read, ChangeLogParameters parameters, DatabaseChangeLog changelog)
                throws ChangeLogParseException {
            throw new LookedThrough(read, changelog.getPhysicalFilePath());
        }
    }
}
