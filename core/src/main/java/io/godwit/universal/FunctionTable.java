package io.godwit.universal;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions of universal SQL: their other names and the types of their results. The engines' forms are the dialects'. */
final class FunctionTable {

    /** Names that mean the same function. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            entry("char_length", "length"),
            entry("character_length", "length"),
            entry("ceiling", "ceil"),
            entry("pow", "power"),
            entry("substr", "substring"),
            entry("every", "bool_and"),
            entry("uuid_generate_v4", "gen_random_uuid"));

    private static final Map<String, ResultType> RESULTS = flat(List.of(
            entries(ResultType.TEXT, "lower upper initcap btrim ltrim rtrim substring replace left right lpad rpad"),
            entries(ResultType.TEXT, "concat concat_ws repeat reverse md5 split_part translate chr to_char format"),
            entries(
                    ResultType.TEXT,
                    "overlay quote_literal quote_nullable regexp_replace regexp_substr string_agg jsonb_typeof json_typeof current_user to_hex encode"),
            entries(ResultType.TEXT, "jsonb_extract_path_text json_extract_path_text"),
            entries(
                    ResultType.INTEGER,
                    "length num_nulls num_nonnulls octet_length bit_length strpos ascii ntile array_length cardinality"),
            entries(ResultType.INTEGER, "jsonb_array_length json_array_length"),
            entries(ResultType.BIGINT, "count count(*) row_number rank dense_rank"),
            entries(ResultType.FIRST, "abs min max lag lead first_value last_value nth_value nullif"),
            entries(ResultType.SIGN, "sign"),
            entries(ResultType.COMMON, "coalesce greatest least mod"),
            entries(ResultType.SUM, "sum"),
            entries(ResultType.AVERAGE, "avg"),
            entries(ResultType.ROUNDED, "round trunc floor ceil"),
            entries(ResultType.EXTRACTED, "extract"),
            entries(ResultType.DOUBLE, "sqrt power exp ln random pi percent_rank cume_dist date_part"),
            entries(ResultType.BOOLEAN, "bool_and bool_or starts_with regexp_like"),
            entries(ResultType.TIMESTAMPTZ, "now current_timestamp statement_timestamp clock_timestamp"),
            entries(ResultType.TIMESTAMPTZ, "transaction_timestamp to_timestamp"),
            entries(ResultType.TIMESTAMP, "localtimestamp make_timestamp"),
            entries(ResultType.BYTES, "convert_to decode"),
            entries(ResultType.QUOTIENT, "div"),
            entries(ResultType.DATE, "current_date make_date to_date"),
            entries(ResultType.INTERVAL, "age"),
            entries(ResultType.SECOND, "date_trunc"),
            entries(ResultType.UUID, "gen_random_uuid"),
            entries(ResultType.JSON, "jsonb_build_object json_build_object jsonb_build_array json_build_array"),
            entries(
                    ResultType.JSON,
                    "to_jsonb to_json jsonb_agg json_agg jsonb_object_agg jsonb_set jsonb_strip_nulls jsonb_extract_path"),
            entries(ResultType.ARRAY, "array array_agg string_to_array")));

    private FunctionTable() {}

    /** The one name of a function that has several. */
    static String canonical(String name) {
        return ALIASES.getOrDefault(name, name);
    }

    /** The rule for the result of a function, or of an operator's name. */
    static ResultType result(String name) {
        return RESULTS.getOrDefault(name, ResultType.UNKNOWN);
    }

    private static Map.Entry<ResultType, String> entries(ResultType type, String names) {
        return entry(type, names);
    }

    private static Map<String, ResultType> flat(List<Map.Entry<ResultType, String>> entries) {
        Map<String, ResultType> flat = new HashMap<>();
        entries.forEach(entry -> {
            for (String name : entry.getValue().split(" ", -1)) {
                flat.put(name, entry.getKey());
            }
        });
        return flat;
    }
}
