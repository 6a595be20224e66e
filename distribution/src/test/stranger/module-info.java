/** A connector and a store of specs as a stranger would write it, against core alone. */
module com.example.paper {
    requires io.lava4j.core;

    provides io.lava4j.core.spi.ConnectorProvider with
            com.example.paper.PaperProvider;
    provides io.lava4j.core.store.SpecStore with
            com.example.paper.Pile;
}
