package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.sql.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rights as SHOW GRANTS words them. */
class GrantsTest {

    private static final TableName TABLE = new TableName("dwh", "t");

    @Test
    void aGlobalRightIsOneOnEverySchemaUnlessItIsRevokedThere() {
        Grants grants = Grants.of(List.of(
                "GRANT SELECT, TRIGGER ON *.* TO `u`@`%` WITH GRANT OPTION", "REVOKE TRIGGER ON `dwh`.* FROM `u`@`%`"));

        assertTrue(grants.onSchema("TRIGGER", "other"));
        assertFalse(grants.onTable("TRIGGER", TABLE));
        assertTrue(grants.onTable("SELECT", TABLE));
        assertFalse(grants.onTable("DROP", TABLE));
    }

    @Test
    void aSchemaIsGrantedByAPattern() {
        Grants grants = Grants.of(List.of("GRANT ALL PRIVILEGES ON `d\\_h%`.* TO `u`@`%`"));

        assertTrue(grants.onSchema("CREATE", "d_h2"));
        assertFalse(grants.onSchema("CREATE", "dwh"));
    }

    @Test
    void aRightOnATableIsNoneOnItsSchema() {
        Grants grants = Grants.of(List.of(
                "GRANT USAGE ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*0'",
                "GRANT SELECT (`a`, `b`), CREATE ON `dwh`.`t` TO `u`@`%`", "GRANT `role`@`%` TO `u`@`%`"));

        assertTrue(grants.onTable("CREATE", TABLE));
        assertFalse(grants.onSchema("CREATE", "dwh"));
        assertFalse(grants.onTable("CREATE", new TableName("dwh", "u")));
    }
}
