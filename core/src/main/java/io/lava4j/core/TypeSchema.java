package io.lava4j.core;

import java.util.List;

/**
 * What specs must be, of one type, of all types of a kind, or of a realm.
 *
 * @param kind {@code connection}, {@code job} or {@code realm}
 * @param type the type's name, in lower case; empty for what every connection or every job has, whatever its type;
 *     {@code realm} for a realm, which has no types
 * @param json one flat JSON Schema (draft 2020-12) with {@code $schema}, {@code $id} and {@code title}, fit for editors. Of
 *     the keywords that the standard does not know, {@code requiredOrSecret} lists fields that a secret may give instead,
 *     {@code requiredToRun} those without which a spec is valid and of no use, {@code documented} those of the type's page
 *     in its order (the others are lava4j's own), {@code fromSecret} names the secret's key, {@code requirement} is what
 *     the page says where that is something else, {@code expects} what is expected of a value
 * @param synonyms the other types of the same provider with the same schema, in order
 * @param guide what the type's page says below its fields, as Markdown; perhaps empty
 */
public record TypeSchema(String kind, String type, String json, List<String> synonyms, String guide) {}
