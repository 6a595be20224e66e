package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServersTest {
    @Test
    void startAndStop() {
        Sandbox sandbox = Sandbox.open();
        try (sandbox) {
            long t = System.nanoTime();
            var mysql = sandbox.mysql();
            System.out.println("mysql " + (System.nanoTime() - t) / 1000000);
            t = System.nanoTime();
            var mariadb = sandbox.mariadb();
            System.out.println("mariadb " + (System.nanoTime() - t) / 1000000);
            t = System.nanoTime();
            var s3 = sandbox.s3();
            System.out.println("s3 " + (System.nanoTime() - t) / 1000000);
            assertEquals("8.0.31", mysql.query("SELECT version()").get(0).get(0));
            assertEquals(
                    "11.4.5-MariaDB", mariadb.query("SELECT version()").get(0).get(0));
            s3.put(s3.newBucket(), "a b/ü%+.csv", "1,2");
            for (var server : List.of(mysql, mariadb)) {
                var database = server.newDatabase();
                database.execute("CREATE TABLE t (a INT)");
                assertEquals(List.of(), database.query("SELECT * FROM t"));
            }
        }
        assertFalse(Files.exists(sandbox.folder()), "the folder is gone");
    }
}
