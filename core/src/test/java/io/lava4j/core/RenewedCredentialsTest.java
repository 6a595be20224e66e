package io.lava4j.core;

import static io.lava4j.core.Vault.FROM_SECRET;
import static io.lava4j.core.Vault.login;
import static io.lava4j.core.Vault.secret;
import static io.lava4j.core.Workspace.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.sample.SampleAuthentication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials that a server refused: what is read again, and what is made anew. */
final class RenewedCredentialsTest {

    @TempDir
    Path directory;

    private Workspace specs;
    private final Vault store = new Vault();

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
        specs.write("connections/dwh.yaml", Workspace.CONNECTION);
        specs.job("login dwh");
    }

    @Test
    void aRefusedTokenIsNotRenewed() {
        specs.write(
                "connections/dwh.yaml",
                Workspace.CONNECTION
                        .replace("type: sample", "type: sample-token")
                        .replace("password: /lava/dev/dwh\n", ""));
        specs.job("login dwh", "renew dwh");

        assertTrue(events(specs.run(store)).contains("nothing has changed"));
    }

    @Test
    void aTokenThatEndedOnItsWayIsMadeAnew() {
        specs.write(
                "connections/dwh.yaml",
                Workspace.CONNECTION
                                .replace("type: sample", "type: sample-token")
                                .replace("password: /lava/dev/dwh\n", "")
                        + "audience: slow\n");
        specs.job("login dwh", "renew dwh");

        String second = login("loader", SampleAuthentication.TOKEN + "db.example.com2");
        List<?> events = events(specs.run(store));

        assertTrue(events.contains(second.replace("login", "renewed")), events.toString());
    }

    @Test
    void aPasswordThatIsThereNowTakesThePlaceOfARefusedToken() {
        specs.write("connections/dwh.yaml", FROM_SECRET.replace("type: sample", "type: sample-token"));
        specs.job("login dwh", "renew dwh");
        store.documents.put("prod/dwh", secret(""));
        store.afterFirst = () -> store.documents.put("prod/dwh", secret("hunter2"));

        assertTrue(events(specs.run(store)).contains(login("owner", "hunter2").replace("login", "renewed")));
    }

    @Test
    void aRefusedPasswordIsReadAgainPastTheCache() {
        specs.job("login dwh", "login dwh", "renew dwh", "renew dwh");
        store.parameters.put("/lava/dev/dwh", "old");
        store.afterFirst = () -> store.parameters.put("/lava/dev/dwh", "new");

        assertEquals(
                List.of(
                        "opened dwh",
                        login("loader", "old"),
                        login("loader", "old"),
                        login("loader", "new").replace("login", "renewed"),
                        "nothing has changed",
                        "closed dwh"),
                events(specs.run(store)));
        assertEquals(3, store.asked.size(), store.asked.toString());
    }

    @Test
    void aRefusedSecretIsReadAgainWithItsUser() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        specs.job("login dwh", "renew dwh");
        store.documents.put("prod/dwh", secret("old"));
        store.afterFirst = () -> store.documents.put("prod/dwh", secret("new").replace("owner", "clone"));

        assertTrue(events(specs.run(store)).contains(login("clone", "new").replace("login", "renewed")));
    }

    @Test
    void withoutACacheEachLoginReadsTheSecret() {
        specs.job("login dwh", "login dwh");
        store.parameters.put("/lava/dev/dwh", "hunter2");

        try (Lava lava =
                specs.builder().secrets(store).secretsGoodFor(Duration.ZERO).build()) {
            assertEquals(0, lava.run(JobRequest.job("load")).exitStatus());
        }
        assertEquals(3, store.asked.size(), "when it is opened, and for each login");
    }
}
