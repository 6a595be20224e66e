package io.lava4j.connector.mysql.sql;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Property;
import io.lava4j.fuzz.Shape;
import io.lava4j.fuzz.SqlTokens;
import io.lava4j.fuzz.Token;
import io.lava4j.fuzz.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** A text is one literal, a name one identifier, whatever is in them; the name of a column is the one that the server finds. */
public final class TextProperty implements Property {

    @Override
    public void holds(Choices data) {
        String text = Hostile.text(data);
        new Shape().words("SELECT").string(text).check("SELECT " + SqlText.literal(text));
        String name = Hostile.name(data);
        new Shape()
                .words("SELECT")
                .name(name)
                .words("FROM")
                .table(name, text)
                .check("SELECT " + SqlText.identifier(name) + " FROM " + new TableName(name, text).quoted());
        Assertions.assertEquals(name, SqlText.unquoted(SqlText.identifier(name)));
        column(Hostile.text(data) + " INT");
    }

    private static void column(String specification) {
        try {
            List<String> names = ColumnSpecification.names(List.of(specification));
            Token first = SqlTokens.of(specification).get(0);
            // A literal is no column: the server refuses to make one.
            boolean named = first.kind() == Kind.NAME || first.kind() == Kind.WORD || first.kind() == Kind.HEX;
            if (!names.isEmpty()
                    && !(named && (first.kind() == Kind.HEX || first.text().equals(names.get(0))))) {
                throw new AssertionError(
                        "column [" + specification + "] is called " + names + ", and begins with " + first);
            }
        } catch (ConfigurationException refused) {
            // Nothing is made of it.
        }
    }
}
