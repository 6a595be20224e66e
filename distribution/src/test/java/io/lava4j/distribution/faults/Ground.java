package io.lava4j.distribution.faults;

/** Where a load runs, and who reads the object: the client, or the server itself. */
enum Ground {
    MYSQL("MySQL, client path", "mysql", "client"),
    MARIADB("MariaDB, client path", "mariadb", "client"),
    AURORA("Aurora stand-in, server path", "mysql-aurora", "server");

    final String title;
    final String type;
    final String path;

    Ground(String title, String type, String path) {
        this.title = title;
        this.type = type;
        this.path = path;
    }
}
