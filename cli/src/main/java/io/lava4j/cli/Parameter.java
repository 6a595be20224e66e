package io.lava4j.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A parameter given on the command line.
 *
 * @param name its name
 * @param value a text, or what its JSON says, which may be null
 */
record Parameter(String name, Object value) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads {@code name=text} and {@code name:=json}. */
    static Parameter parse(String argument) {
        int equals = argument.indexOf('=');
        boolean json = equals > 0 && argument.charAt(equals - 1) == ':';
        String name = argument.substring(0, Math.max(0, json ? equals - 1 : equals));
        if (name.isEmpty()) {
            throw new TypeConversionException(
                    "parameter '" + argument + "': expected name=text, or name:=json for any other value");
        }
        String value = argument.substring(equals + 1);
        return new Parameter(name, json ? json(name, value) : value);
    }

    private static Object json(String name, String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException e) {
            throw new TypeConversionException("parameter '" + name + "': '" + text
                    + "' is not JSON; a text is given as " + name + "=text, or in double quotes");
        }
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<Parameter> {
        @Override
        public Parameter convert(String argument) {
            return parse(argument);
        }
    }
}
