package io.lava4j.template.jinja.syntax;

/**
 * A piece of a template.
 *
 * @param text what is written; of a string what it means
 * @param place for messages
 */
record Token(Kind kind, String text, String place) {

    /** What a token can be. */
    enum Kind {
        TEXT("text"),
        PRINT_OPEN("begin of print statement"),
        PRINT_CLOSE("end of print statement"),
        BLOCK_OPEN("begin of statement block"),
        BLOCK_CLOSE("end of statement block"),
        NAME("name"),
        STRING("string"),
        INTEGER("integer"),
        FLOAT("float"),
        OPERATOR("operator"),
        END("end of template");

        private final String described;

        Kind(String described) {
            this.described = described;
        }

        String described() {
            return described;
        }
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    String described() {
        boolean shown = kind == Kind.NAME || kind == Kind.OPERATOR || kind == Kind.INTEGER || kind == Kind.FLOAT;
        return shown ? "'" + text + "'" : kind.described();
    }
}
