package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The client's session, used by the stand-in between two of the client's commands. */
record OwnSession(Client client, OutputStream server, Answers answers) implements Backend {
    @Override
    public List<List<String>> query(String sql) throws IOException, BackendException {
        var in = answers.divert();
        try {
            Query.packet(new SqlText(sql, StandardCharsets.UTF_8), client.capabilities())
                    .write(server);
            return new Rows(in, client.capabilities()).read();
        } finally {
            answers.toClient();
        }
    }

    @Override
    public String user() {
        return client.user();
    }
}
