package io.lava4j.connector.mysql.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Seeded;
import io.lava4j.fuzz.Server;
import io.lava4j.fuzz.SqlTokens;
import io.lava4j.fuzz.Token;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What real servers read in our literals and identifiers, and in those that the lexer of these tests is asked about. */
@ExtendWith(SandboxExtension.class)
final class SqlFuzzTest {

    private static final int AT_ONCE = 20;
    private static final int SOME = 50;

    @ParameterizedTest
    @EnumSource
    void literals(Server server, Sandbox sandbox) throws SQLException {
        answers(server, sandbox, "literals", data -> {
            String text = Hostile.text(data);
            return new Question(SqlText.literal(text), whole(text));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatTheLexerReadsIsWhatServersRead(Server server, Sandbox sandbox) throws SQLException {
        answers(server, sandbox, "lexer", data -> {
            String inner = Hostile.text(data);
            String quote = data.one(List.of("'", "\""));
            List<Token> tokens = SqlTokens.of(quote + inner + quote);
            boolean one = tokens.size() == 1 && tokens.get(0).kind() == Token.Kind.STRING;
            return one && Hostile.isWhole(inner)
                    ? new Question(quote + inner + quote, tokens.get(0).text())
                    : new Question("'a'", "a");
        });
    }

    @ParameterizedTest
    @EnumSource
    void identifiers(Server server, Sandbox sandbox) throws SQLException {
        try (Connection connection = server.connect(sandbox);
                Statement statement = connection.createStatement()) {
            for (int number = 0; number < Seeded.cases(SOME); number++) {
                List<String> names = new ArrayList<>();
                List<String> columns = new ArrayList<>();
                for (int each = 0; each < AT_ONCE; each++) {
                    // Servers take blanks and their like from the beginning of such a name.
                    String name = "n" + Server.name(Seeded.choices(number * AT_ONCE + each)) + each;
                    names.add(name);
                    columns.add("1 AS " + SqlText.identifier(name));
                }
                try (ResultSet row = statement.executeQuery("SELECT " + String.join(", ", columns))) {
                    for (int each = 0; each < AT_ONCE; each++) {
                        assertEquals(names.get(each), row.getMetaData().getColumnLabel(each + 1));
                    }
                }
            }
        }
        Seeded.tell("names " + server, (long) Seeded.cases(SOME) * AT_ONCE);
    }

    private static void answers(Server server, Sandbox sandbox, String kind, Asking asking) throws SQLException {
        try (Connection connection = server.connect(sandbox);
                Statement statement = connection.createStatement()) {
            for (int number = 0; number < Seeded.cases(SOME); number++) {
                List<Question> questions = new ArrayList<>();
                for (int each = 0; each < AT_ONCE; each++) {
                    questions.add(asking.question(Seeded.choices(number * AT_ONCE + each)));
                }
                ask(statement, questions);
            }
        }
        Seeded.tell(kind + " " + server, (long) Seeded.cases(SOME) * AT_ONCE);
    }

    private static void ask(Statement statement, List<Question> questions) throws SQLException {
        String sql = "SELECT "
                + String.join(", ", questions.stream().map(Question::literal).toList());
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            assertEquals(questions.size(), row.getMetaData().getColumnCount(), sql);
            for (int each = 0; each < questions.size(); each++) {
                assertEquals(questions.get(each).text(), row.getString(each + 1), sql);
            }
        }
    }

    /** A lone half of a character is none: the driver sends a question mark. */
    private static String whole(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }

    private record Question(String literal, String text) {}

    private interface Asking {
        Question question(Choices data);
    }
}
