package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/** Functions that look at the bytes of texts and the digits of bytes. */
final class TextPartForms {

    private final MsSqlVersion version;

    private TextPartForms(MsSqlVersion version) {
        this.version = version;
    }

    static void addTo(Map<String, MsSqlFunctions.Form> forms, MsSqlVersion version) {
        TextPartForms parts = new TextPartForms(version);
        forms.put("octet_length", parts::octets);
        forms.put("md5", call -> digits("HASHBYTES('MD5', " + parts.utf8(call) + ")"));
        forms.put("convert_to", parts::converted);
        forms.put("encode", TextPartForms::encoded);
    }

    private Term octets(Call call) {
        Term operand = call.operand(0);
        return Term.atom("DATALENGTH(" + (operand.is(Kind.BYTES) ? operand.sql() : utf8(call)) + ")");
    }

    /** NVARCHAR is UTF-16, and until 2019 nothing else holds all characters. */
    private String utf8(Call call) {
        if (!version.atLeast(15)) {
            throw Refusal.of(call.name() + "() of a text", "SQL Server has UTF-8 from 2019 on", "length()");
        }
        return "CAST(" + call.operand(0).atom() + " COLLATE Latin1_General_100_BIN2_UTF8 AS VARCHAR(MAX))";
    }

    private Term converted(Call call) {
        String encoding = call.operand(1).constant();
        if (!"UTF8".equalsIgnoreCase(encoding) && !"UTF-8".equalsIgnoreCase(encoding)) {
            throw Refusal.of(
                    "convert_to() another encoding", "SQL Server knows it as a collation", "convert_to(text, 'UTF8')");
        }
        return Term.atom("CAST(" + utf8(call) + " AS VARBINARY(MAX))");
    }

    private static Term encoded(Call call) {
        if (!"hex".equals(call.operand(1).constant())) {
            throw Refusal.of("encode() other than 'hex'", "SQL Server has hexadecimal digits only", "'hex'");
        }
        return digits(call.operand(0).inside(Binding.SUM));
    }

    private static Term digits(String bytes) {
        return Term.atom("(LOWER(CONVERT(NVARCHAR(MAX), " + bytes + ", 2))" + MsSqlSyntax.EXACT + ")");
    }
}
