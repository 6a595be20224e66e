package io.lava4j.core;

import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.SecretStore;
import io.lava4j.core.spi.SpecStore;
import java.nio.file.Path;
import java.util.List;

/** The engine. */
public final class Lava implements AutoCloseable {

    private Lava() {}

    /** Starts. */
    public static Builder builder() {
        return new Builder();
    }

    /** Runs; never throws a LavaException: see JobResult.failure. An interrupt of the calling thread cancels it. */
    public JobResult run(JobRequest request) {
        throw new UnsupportedOperationException("not yet " + request);
    }

    /** Validates files, and the spec files in directories. */
    public List<CheckedSpec> validate(List<Path> filesAndDirectories) {
        throw new UnsupportedOperationException("not yet " + filesAndDirectories);
    }

    /** What is there. */
    public List<PluginInfo> plugins() {
        return List.of();
    }

    @Override
    public void close() {}

    /** Builder. */
    public static final class Builder {
        private Builder() {}

        /** A directory of specs; its secrets/ and objects/, where they exist, take the place of the distribution's stores. */
        public Builder specs(Path directory) {
            return this;
        }

        /** A store. */
        public Builder specs(SpecStore store) {
            return this;
        }

        /** Realm. */
        public Builder realm(String name) {
            return this;
        }

        /** Secrets. */
        public Builder secrets(SecretStore store) {
            return this;
        }

        /** Objects. */
        public Builder objects(ObjectStore store) {
            return this;
        }

        /** Listener. */
        public Builder listener(Listener listener) {
            return this;
        }

        /** Builds. */
        public Lava build() {
            return new Lava();
        }
    }
}
