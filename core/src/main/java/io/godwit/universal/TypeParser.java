package io.godwit.universal;

import io.godwit.universal.Token.Kind;

/** Reads the name of a type. For one thread. */
final class TypeParser {

    private final TokenReader tokens;

    TypeParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    TypeText type() {
        int at = tokens.at();
        StringBuilder written = new StringBuilder(words());
        if (tokens.acceptSymbol("(")) {
            written.append('(').append(parameters()).append(')');
        }
        if (tokens.accept("with", "time", "zone")) {
            written.append(" with time zone");
        } else if (tokens.accept("without", "time", "zone")) {
            written.append(" without time zone");
        }
        while (tokens.acceptSymbol("[")) {
            tokens.expectSymbol("]");
            written.append("[]");
        }
        return TypeText.of(at, written.toString());
    }

    private String words() {
        Token first = tokens.take();
        if (first.kind() == Kind.NAME) {
            String quoted = "\"" + first.text() + "\"";
            return tokens.acceptSymbol(".") ? quoted + "." + tokens.label().text() : quoted;
        }
        if (first.kind() != Kind.WORD) {
            throw tokens.invalid(first.start(), "a type is missing");
        }
        String word = first.text();
        if (word.equals("double") && tokens.accept("precision")) {
            return "double precision";
        }
        if ((word.equals("character") || word.equals("char")) && tokens.accept("varying")) {
            return "character varying";
        }
        return tokens.acceptSymbol(".") ? word + "." + tokens.label().text() : word;
    }

    private String parameters() {
        StringBuilder parameters = new StringBuilder();
        do {
            Token parameter = tokens.take();
            if (parameter.kind() != Kind.NUMBER) {
                throw tokens.invalid(parameter.start(), "a type's parameters are whole numbers");
            }
            parameters.append(parameters.isEmpty() ? "" : ",").append(parameter.text());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return parameters.toString();
    }
}
