package io.godwit.cli;

import java.util.regex.Pattern;

/** The one place where secrets leave a text: passwords in URLs, whoever quoted them. */
final class Secrets {

    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)([?&;:][a-z_]*(?:password|passwd|pwd|secret|token)[a-z_]*\\s*=\\s*)(?:\\{[^}]*\\}|[^&;,\\s'\"]+)");
    private static final Pattern AUTHORITY = Pattern.compile("(//[^/@:\\s]*:)\\S+@");

    private Secrets() {}

    static String mask(String text) {
        String masked = PARAMETER.matcher(text).replaceAll("$1****");
        return AUTHORITY.matcher(masked).replaceAll("$1****@");
    }
}
