package io.lava4j.jobs.dbfroms3;

import io.lava4j.connector.mysql.sql.LocalLoad;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.Spec;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.InRegion;
import io.lava4j.fuzz.Property;
import io.lava4j.fuzz.SqlTokens;
import io.lava4j.fuzz.Token;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assertions;

/** Any texts as {@code args} and as names by a pattern: faults, or a statement of the few words that there are. */
public final class ArgsProperty implements Property {

    private static final Set<String> WORDS =
            new HashSet<>(Arrays.asList(("LOAD DATA LOCAL INFILE INTO TABLE PARTITION CHARACTER SET"
                            + " FIELDS TERMINATED BY OPTIONALLY ENCLOSED ESCAPED LINES IGNORE REPLACE IF CAST AS BINARY NULL IS CONCAT SIGNED")
                    .split(" ")));

    private final AtomicLong checked = new AtomicLong();

    @Override
    public void holds(Choices data) {
        List<String> meant = meant(data);
        List<String> args = data.number(0, 2) == 0 ? List.of(arg(data), arg(data), arg(data)) : meant;
        try {
            LoadOptions options = Args.options(spec(Map.of("args", args)));
            allowed(
                    LocalLoad.statement(request(options), "`s`.`t`"),
                    options.format().encoding());
            checked.incrementAndGet();
        } catch (InvalidSpecException | ConfigurationException refused) {
            Assertions.assertFalse(refused.getMessage().isEmpty());
        }
        String pattern = "/" + (data.yes() ? "(" + Hostile.text(data) + ")" : Hostile.text(data));
        try {
            NamePattern.of(spec(Map.of("table", pattern)), "table", pattern).find(Hostile.text(data));
        } catch (InvalidSpecException refused) {
            Assertions.assertFalse(refused.getMessage().isEmpty());
        }
    }

    @Override
    public OptionalLong checked() {
        return OptionalLong.of(checked.get());
    }

    /** Some of those that someone may mean. */
    private static List<String> meant(Choices data) {
        LoadMeant meant = new LoadMeant(data, data.one(List.of("utf8mb4", "latin1", "binary")));
        return meant.args().stream().filter(arg -> data.yes()).toList();
    }

    private static String arg(Choices data) {
        Keyword keyword = data.one(List.of(Keyword.values()));
        return keyword
                + data.one(List.of(" ", "", "\t"))
                + data.one(List.of("'", "", "(", "OPTIONAL '", "utf8"))
                + Hostile.text(data)
                + data.one(List.of("'", "", ")"));
    }

    private static void allowed(String statement, String encoding) {
        for (Token token : SqlTokens.of(statement)) {
            boolean known =
                    switch (token.kind()) {
                        case WORD ->
                            WORDS.contains(token.text())
                                    || token.text().equals(encoding)
                                    || token.text().matches("[0-9]+|@field[0-9]+");
                        case MARK -> "(),.=".contains(token.text());
                        case STRING, HEX, NAME -> true;
                        case COMMENT, UNCLOSED -> false;
                    };
            Assertions.assertTrue(known, () -> token.kind() + " " + token.text() + " in " + statement);
        }
    }

    private static LoadRequest request(LoadOptions options) {
        return new LoadRequest(
                "run",
                new LoadRequest.Target("s", "t", List.of("a INT", "b INT"), options.partitions()),
                new LoadRequest.Source(List.of(), new InRegion("us-east-1")),
                options.format(),
                new LoadRequest.Rules(Mode.APPEND, options.duplicates(), OptionalLong.empty(), true),
                LoadRequest.Path.AUTO,
                OptionalInt.of(1));
    }

    private static Spec spec(Map<String, Object> fields) {
        return new Spec("job 'x'", fields, Path.of(""), pointer -> "");
    }
}
