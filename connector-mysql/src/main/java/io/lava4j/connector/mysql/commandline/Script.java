package io.lava4j.connector.mysql.commandline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The executable: constant but for two paths of ours. What a caller's environment says of the server must not count, nor a
 * login path, which would win over the option file.
 *
 * @param client the program
 * @param options the option file
 */
record Script(Path client, Path options) {

    private static final String TEXT =
            """
            #!/bin/sh
            client=%s
            options=%s
            unset MYSQL_PWD MYSQL_HOST MYSQL_TCP_PORT MYSQL_UNIX_PORT MYSQL_GROUP_SUFFIX
            unset MARIADB_HOST MARIADB_UNIX_PORT MARIADB_GROUP_SUFFIX MARIADB_TLS_DISABLE_PEER_VERIFICATION
            unset LIBMYSQL_ENABLE_CLEARTEXT_PLUGIN LIBMYSQL_PLUGINS LIBMYSQL_PLUGIN_DIR
            MYSQL_TEST_LOGIN_FILE=$options.none
            export MYSQL_TEST_LOGIN_FILE
            if [ -t 0 ] && [ -t 1 ]; then
                exec "$client" --defaults-file="$options" --connect-timeout=10 "$@"
            fi
            exec "$client" --defaults-file="$options" --batch --connect-timeout=10 "$@"
            """;

    byte[] bytes() {
        return TEXT.formatted(quoted(client), quoted(options)).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
