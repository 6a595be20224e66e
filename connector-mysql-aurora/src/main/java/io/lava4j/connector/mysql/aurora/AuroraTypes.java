package io.lava4j.connector.mysql.aurora;

import java.util.Set;

/** The connection types of this module, which are one. */
final class AuroraTypes {

    static final Set<String> ALL = Set.of("mysql-aurora", "mysql-rds", "mariadb-rds");

    private AuroraTypes() {}
}
