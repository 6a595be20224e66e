package io.lava4j.sandbox;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a file into S3 of a sandbox that is up. */
@Command(name = "put", description = "Puts a file into S3 of a sandbox that is up.", mixinStandardHelpOptions = true)
final class PutCommand implements Callable<Integer> {
    private static final Pattern OBJECT = Pattern.compile("s3://([^/]+)/(.+)");

    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "s3://BUCKET/KEY", description = "Where to; the bucket must be there.")
    private String object = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Matcher parts = OBJECT.matcher(object);
        if (!parts.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "The object '" + object + "' is not of the form s3://bucket/key");
        }
        new UpSandbox(System.getenv()).s3().put(parts.group(1), parts.group(2), file);
        return 0;
    }
}
