/** A connector as a stranger would write it, against core alone. */
module com.example.paper {
    requires io.lava4j.core;

    provides io.lava4j.core.spi.ConnectorProvider with
            com.example.paper.PaperProvider;
}
