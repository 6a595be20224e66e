package io.lava4j.fuzz;

/** JSON as someone may write it. */
public final class Json {

    private Json() {}

    /** A string; its characters as they are, or as escapes. */
    public static String string(Choices data, String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each < ' ' || each == '"' || each == '\\' || Character.isSurrogate(each) || data.number(0, 9) == 0) {
                json.append(String.format("\\u%04x", (int) each));
            } else {
                json.append(each);
            }
        }
        return json.append('"').toString();
    }
}
