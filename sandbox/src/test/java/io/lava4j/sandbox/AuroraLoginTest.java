package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class AuroraLoginTest {
    @Test
    void aUserWithAPasswordComesInAsOnMySql(Sandbox sandbox) throws SQLException {
        Database database = sandbox.aurora().newDatabase();

        assertEquals(
                List.of(List.of(database.user() + "@localhost", database.name())),
                database.query("SELECT user(), database()"));
    }

    @Test
    void anIamUserComesInWithAToken(Sandbox sandbox) throws SQLException {
        AuroraServer aurora = sandbox.aurora();
        Database database = aurora.newDatabase();
        String user = aurora.newIamUser(database);
        String token = SignedToken.of(aurora, user).text();

        var account = new Account(aurora.host(), aurora.port(), user, token);

        assertEquals(
                List.of(List.of(user + "@localhost", database.name())),
                Sql.query(account.in(database.name()), "SELECT user(), database()"));
    }
}
