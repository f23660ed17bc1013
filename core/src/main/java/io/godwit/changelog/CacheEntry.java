package io.godwit.changelog;

import io.godwit.failure.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a cache keeps beside a package. Immutable.
 *
 * @param key of the package
 * @param seen hashes of what it was made of
 */
record CacheEntry(String key, PackageReport report, Map<String, String> seen) {

    CacheEntry {
        seen = Collections.unmodifiableMap(new TreeMap<>(seen));
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("key", key);
        properties.setProperty("sets", String.valueOf(report.changeSets()));
        properties.setProperty("rows", String.valueOf(report.rows()));
        properties.setProperty("bytes", String.valueOf(report.bytes()));
        for (int index = 0; index < report.findings().size(); index++) {
            Problem finding = report.findings().get(index);
            properties.setProperty("finding." + index + ".place", finding.file());
            properties.setProperty("finding." + index + ".message", finding.message());
        }
        seen.forEach((what, hash) -> properties.setProperty("seen." + what, hash));
        return properties;
    }

    /** @throws IllegalArgumentException if something is missing */
    static CacheEntry of(Properties properties) {
        List<Problem> findings = new ArrayList<>();
        for (int index = 0; properties.containsKey("finding." + index + ".place"); index++) {
            findings.add(new Problem(
                    text(properties, "finding." + index + ".place"),
                    "",
                    0,
                    0,
                    text(properties, "finding." + index + ".message")));
        }
        Map<String, String> seen = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("seen.")) {
                seen.put(name.substring("seen.".length()), text(properties, name));
            }
        }
        PackageReport report = new PackageReport(
                Integer.parseInt(text(properties, "sets")),
                Integer.parseInt(text(properties, "rows")),
                Long.parseLong(text(properties, "bytes")),
                findings);
        return new CacheEntry(text(properties, "key"), report, seen);
    }

    private static String text(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
