package io.lava4j.testing;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Types that a provider describes by schemas.
 *
 * @param kind {@code connector} or {@code job}
 * @param idField {@code conn_id} or {@code job_id}
 * @param types those of a new provider
 * @param schema that of a type, of a new provider
 * @param fields a valid spec of the first of the types
 */
record Described(
        String kind,
        String idField,
        Supplier<Set<String>> types,
        UnaryOperator<String> schema,
        Map<String, Object> fields) {}
