package io.lava4j.distribution.faults;

import io.lava4j.sandbox.S3Server;
import io.lava4j.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What trials are made with: the servers, the S3 before which something stands, and the statements of each load. */
final class Laboratory implements AutoCloseable {

    private final Sandbox sandbox;
    private final Path folder;
    private final S3Server s3;
    private final S3Front front;
    private final Servers servers;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private boolean warm;

    Laboratory(Sandbox sandbox, Path folder) {
        this.sandbox = sandbox;
        this.folder = folder;
        this.s3 = sandbox.s3();
        this.front = new S3Front(s3.endpoint());
        this.servers = new Servers(sandbox, front.endpoint());
        Surroundings.set(sandbox, front.endpoint());
    }

    Servers servers() {
        return servers;
    }

    S3Front front() {
        return front;
    }

    /** Starts {@code bin/lava} on a site's job. */
    Process lava(Site site) throws IOException {
        Path lava = Path.of(System.getProperty("lava4j.home"), "bin", "lava");
        ProcessBuilder builder = new ProcessBuilder(lava.toString(), "run", "load")
                .redirectErrorStream(true)
                .redirectOutput(site.specs().resolve("said").toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(sandbox.environment());
        environment.put("AWS_ENDPOINT_URL_S3", front.endpoint().toString());
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", java());
        environment.put("LAVA_SPECS", site.specs().toString());
        environment.put("XDG_CACHE_HOME", folder.toString());
        environment.put(
                "LAVA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        return builder.start();
    }

    /** From a later Java on, classes are kept for the next start by a lava that comes to its end: the trials' do not. */
    synchronized void warmUp() {
        if (!warm) {
            warm = true;
            Site site = site(servers.shared(Ground.MYSQL), Way.APPEND);
            try {
                int status = lava(site.dialling(site.served().port())).waitFor();
                if (status != 0) {
                    throw new IllegalStateException("lava fails without a fault, with status " + status);
                }
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(broken);
            }
            site.clear();
        }
    }

    /** Private directories of a process, which have its number in their name. */
    static List<String> leftBy(long process) {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("lava4j-" + process + "-"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String java() {
        String named = System.getProperty("lava4j.test.java", "");
        return named.isEmpty() ? System.getProperty("java.home") : named;
    }

    Site site(Served served, Way way) {
        return new Site(served, way, s3, folder);
    }

    /** The statements of a load that nothing disturbs. */
    Script script(Ground ground, Way way) {
        return scripts.computeIfAbsent(ground + " " + way, name -> record(ground, way));
    }

    private Script record(Ground ground, Way way) {
        Served served = servers.shared(ground);
        Site site = site(served, way);
        Trap trap = Trap.none();
        try (Wire wire = new Wire(served.port(), trap)) {
            Answer answer = Answer.of(site.run(wire.port()));
            if (!answer.saysDone()) {
                throw new IllegalStateException(ground + " " + way + " fails without a fault: " + answer);
            }
            site.clear();
            return trap.recorded();
        } catch (IOException unclosable) {
            throw new IllegalStateException(unclosable);
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
    }
}
