/** Connection type sqlite: a file that holds a database. */
module com.example.lava.sqlite {
    requires io.lava4j.core;
    requires org.xerial.sqlitejdbc;

    provides io.lava4j.core.spi.ConnectorProvider with
            com.example.lava.sqlite.SqliteProvider;
}
