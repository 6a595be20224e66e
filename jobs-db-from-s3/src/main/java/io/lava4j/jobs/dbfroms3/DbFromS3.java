package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The job type {@code db_from_s3}: loads objects of a bucket into a table of any connector that is a load target. */
public final class DbFromS3 implements JobProvider {

    /** For {@link java.util.ServiceLoader}. */
    public DbFromS3() {}

    @Override
    public Set<String> types() {
        return Set.of("db_from_s3");
    }

    @Override
    public String schema(String type) {
        return resource("db_from_s3.schema.json");
    }

    @Override
    public String guide(String type) {
        return resource("db_from_s3.guide.md");
    }

    /** Those of {@code args}, and of parameters that do not go together. */
    @Override
    public List<Violation> faults(Spec spec) {
        Spec given = spec.object("parameters");
        return Stream.concat(Args.faults(given).stream(), Rules.faults(given).stream())
                .toList();
    }

    @Override
    public boolean hasDryRun() {
        return true;
    }

    @Override
    public void run(Spec spec, Context context) {
        Parameters parameters = Parameters.of(spec.object("parameters"));
        new Run(parameters, Names.rendered(spec, context), context).carryOut();
    }

    private static String resource(String name) {
        try (InputStream resource = DbFromS3.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
