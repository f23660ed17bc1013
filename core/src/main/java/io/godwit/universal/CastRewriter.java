package io.godwit.universal;

import io.godwit.schema.EnumType;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.universal.Token.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns casts to an enumeration or a domain of the plugin, which no database knows, into casts to what it is made of. */
final class CastRewriter {

    private final Definitions definitions;

    CastRewriter(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The text between two offsets of what the reader has read so far. */
    String rewritten(String text, int start, int end, TokenReader tokens) {
        return definitions.hasTypes()
                ? rewritten(text, start, end, tokens.between(start, end))
                : text.substring(start, end);
    }

    /** The whole text. */
    String rewritten(Source source) {
        return definitions.hasTypes()
                ? rewritten(source.text(), 0, source.text().length(), new Lexer(source).tokens())
                : source.text();
    }

    private String rewritten(String text, int start, int end, List<Token> tokens) {
        StringBuilder rewritten = new StringBuilder();
        int done = start;
        for (int index = 0; index + 1 < tokens.size(); index++) {
            if (!tokens.get(index).isSymbol("::")) {
                continue;
            }
            boolean qualified =
                    index + 3 < tokens.size() && tokens.get(index + 2).isSymbol(".") && isName(tokens.get(index + 3));
            Token first = tokens.get(index + 1);
            Token last = qualified ? tokens.get(index + 3) : first;
            if (isName(first)) {
                String base = base(qualified ? first.text() : null, last.text());
                if (!base.isEmpty()) {
                    rewritten.append(text, done, first.start()).append(base);
                    done = last.end();
                }
            }
        }
        return rewritten.append(text, done, end).toString();
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.NAME;
    }

    private String base(@Nullable String schema, String name) {
        return definitions
                .type(new TableName(schema == null ? null : Name.of(schema), Name.of(name)))
                .map(defined -> defined.type() instanceof EnumType
                        ? "text"
                        : defined.type().toString())
                .orElse("");
    }
}
