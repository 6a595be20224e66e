package io.lava4j.jobs.exe;

import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The job types {@code exe} and {@code pkg}: run programs, and programs in packages, with connections to use. */
public final class ExeJobs implements JobProvider {

    /** For {@link java.util.ServiceLoader}. */
    public ExeJobs() {}

    @Override
    public Set<String> types() {
        return Set.of("exe", "pkg");
    }

    @Override
    public String schema(String type) {
        return resource(type + ".schema.json");
    }

    @Override
    public String guide(String type) {
        return resource("programs.guide.md");
    }

    /** Those of the command line, and of names in {@code env} and {@code connections}. */
    @Override
    public List<Violation> faults(Spec spec) {
        return Rules.faults(spec);
    }

    @Override
    public boolean hasDryRun() {
        return true;
    }

    @Override
    public void run(Spec spec, Context context) {
        new Run(spec, context).carryOut();
    }

    private static String resource(String name) {
        try (InputStream resource = ExeJobs.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
