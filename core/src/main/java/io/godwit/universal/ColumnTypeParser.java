package io.godwit.universal;

import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.schema.TimeType;
import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the type of a column. For one thread. */
final class ColumnTypeParser {

    /** float(n) with more bits than this is a double. */
    private static final int SINGLE_BITS = 24;

    private final Reading reading;
    private final TokenReader tokens;

    ColumnTypeParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    DeclaredType type() {
        int at = tokens.at();
        TableName own = ownName();
        DefinedType defined =
                own == null ? null : reading.definitions().type(own).orElse(null);
        if (own != null && defined != null) {
            tokens.dottedNames();
            return array(at, "", new DeclaredType(defined.type(), false, own, defined));
        }
        String name = words();
        if (tokens.isSymbol("(") && tokens.peek(1).kind() != Kind.NUMBER) {
            tokens.skipBrackets();
            return DeclaredType.of(own(at, name, 0));
        }
        List<Integer> parameters = parameters();
        String zoned = name + zone(name);
        ColumnType serial = parameters.isEmpty() ? TypeTable.serial(zoned).orElse(null) : null;
        if (serial != null) {
            return new DeclaredType(serial, true, null, null);
        }
        ColumnType portable = portable(zoned, parameters);
        if (portable instanceof CharType && !reading.passesUnknown()) {
            reading.note("char(n) is kept and shown without the blanks that PostgreSQL pads it with");
        }
        return array(at, zoned, DeclaredType.of(portable));
    }

    /** What comes next as the name of a type of the plugin's own; null if it cannot be one. */
    private @Nullable TableName ownName() {
        Token first = tokens.peek();
        if (!reading.definitions().hasTypes() || !isName(first)) {
            return null;
        }
        return tokens.peek(1).isSymbol(".") && isName(tokens.peek(2))
                ? new TableName(Name.of(first.text()), Name.of(tokens.peek(2).text()))
                : new TableName(null, Name.of(first.text()));
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.NAME || token.kind() == Kind.WORD;
    }

    private String words() {
        Token first = tokens.peek();
        if (!isName(first)) {
            throw tokens.unexpected("a type is missing");
        }
        List<Name> names = new ArrayList<>(List.of(tokens.label()));
        while (tokens.acceptSymbol(".")) {
            names.add(tokens.label());
        }
        Name last = names.get(names.size() - 1);
        boolean builtIn = names.size() == 1
                || names.get(0).text().equals("pg_catalog")
                || names.get(0).text().equals("public");
        if (!builtIn) {
            return names.get(0).text() + "." + last.text();
        }
        if (first.kind() == Kind.NAME && names.size() == 1) {
            return "\"" + last.text() + "\"";
        }
        return continued(last.text());
    }

    private String continued(String word) {
        if (word.equals("double") && tokens.accept("precision")) {
            return "double precision";
        }
        if (word.equals("national") && (tokens.accept("character") || tokens.accept("char"))) {
            return tokens.accept("varying") ? "varchar" : "char";
        }
        if ((word.equals("character") || word.equals("char")) && tokens.accept("varying")) {
            return "varchar";
        }
        if (word.equals("bit") && tokens.accept("varying")) {
            return "bit varying";
        }
        return word;
    }

    private List<Integer> parameters() {
        List<Integer> parameters = new ArrayList<>();
        if (!tokens.acceptSymbol("(")) {
            return parameters;
        }
        do {
            Token parameter = tokens.take();
            if (parameter.kind() != Kind.NUMBER
                    || parameter.text().length() > 9
                    || parameter.text().contains(".")) {
                throw tokens.invalid(parameter.start(), "a type's parameters are whole numbers");
            }
            parameters.add(Integer.valueOf(parameter.text()));
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return parameters;
    }

    private String zone(String name) {
        if (!name.equals("timestamp") && !name.equals("time")) {
            return "";
        }
        if (tokens.accept("with", "time", "zone")) {
            return " with time zone";
        }
        tokens.accept("without", "time", "zone");
        return "";
    }

    /** The portable type; null if there is none. */
    private @Nullable ColumnType portable(String name, List<Integer> parameters) {
        int first = parameters.isEmpty() ? -1 : parameters.get(0);
        return switch (name) {
            case "varchar" -> parameters.isEmpty() ? SimpleType.TEXT : parsed(name, parameters);
            case "numeric", "decimal" ->
                parameters.size() == 1
                        ? new DecimalType(first, 0)
                        : parameters.isEmpty() ? null : parsed(name, parameters);
            case "float" -> first > 0 && first <= SINGLE_BITS ? SimpleType.REAL : SimpleType.DOUBLE;
            case "timestamp with time zone" -> portable("timestamptz", parameters);
            case "char", "character" -> parsed("char", parameters.isEmpty() ? List.of(1) : parameters);
            default -> TypeTable.isOfAnotherEngine(name) ? null : parsed(name, parameters);
        };
    }

    private static @Nullable ColumnType parsed(String name, List<Integer> parameters) {
        try {
            String list = parameters.toString().replace("[", "(").replace("]", ")");
            return ColumnType.parse(parameters.isEmpty() ? name : name + list);
        } catch (IllegalArgumentException notPortable) {
            return null;
        }
    }

    private DeclaredType array(int at, String name, DeclaredType element) {
        int dimensions = tokens.accept("array") ? 1 : 0;
        while (tokens.acceptSymbol("[")) {
            dimensions++;
            if (tokens.peek().kind() == Kind.NUMBER) {
                tokens.take();
            }
            tokens.expectSymbol("]");
        }
        ColumnType type = element.type();
        if (type == null || dimensions > 1 || (dimensions == 1 && isNoElement(type))) {
            return DeclaredType.of(own(at, name, dimensions));
        }
        return dimensions == 0 ? element : DeclaredType.of(new ArrayType(type));
    }

    /** In a JSON list they would be values of another type. */
    private static boolean isNoElement(ColumnType type) {
        return type instanceof EnumType || type instanceof CharType || type instanceof TimeType;
    }

    /** A type that only the engine itself knows. */
    private ColumnType own(int at, String name, int dimensions) {
        String written = tokens.written(at, tokens.end());
        if (TypeTable.isOfAnotherEngine(name)) {
            throw tokens.invalid(at, foreign(name));
        }
        if (!reading.passesUnknown() || name.isEmpty()) {
            String reason = dimensions > 1
                    ? "arrays of more than one dimension are PostgreSQL's own"
                    : "it is no type that every engine has";
            String instead = dimensions > 0
                    ? "jsonb"
                    : TypeTable.instead(name, reading.dialect().engine());
            throw reading.unsupported(at, "type " + written, reason, instead);
        }
        return new NativeType(Map.of(reading.dialect().engine(), written));
    }

    private static String foreign(String name) {
        try {
            ColumnType.parse(name + "(1)");
        } catch (IllegalArgumentException why) {
            return String.valueOf(why.getMessage()).replace("(1)", "");
        }
        return "'" + name + "' is no type of PostgreSQL";
    }
}
