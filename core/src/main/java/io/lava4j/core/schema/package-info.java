/** JSON Schema: folding types into flat schemas, and validating specs against them. */
package io.lava4j.core.schema;
