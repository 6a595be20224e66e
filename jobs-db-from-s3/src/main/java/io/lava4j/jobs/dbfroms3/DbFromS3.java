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

/** The job type {@code db_from_s3}: loads objects of a bucket into a table of any connector that is a load target. */
public final class DbFromS3 implements JobProvider {

    private static final String SCHEMA = "db_from_s3.schema.json";

    /** For {@link java.util.ServiceLoader}. */
    public DbFromS3() {}

    @Override
    public Set<String> types() {
        return Set.of("db_from_s3");
    }

    @Override
    public String schema(String type) {
        try (InputStream schema = DbFromS3.class.getResourceAsStream(SCHEMA)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those of {@code args}. */
    @Override
    public List<Violation> faults(Spec spec) {
        return Args.faults(spec.object("parameters"));
    }

    @Override
    public void run(Spec spec, Context context) {
        Parameters parameters = Parameters.of(spec.object("parameters"));
        NotThereYet.refuse(spec, parameters);
        new Run(parameters, Names.rendered(spec, context), context).carryOut();
    }
}
