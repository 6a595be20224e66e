/** The job types {@code exe} and {@code pkg}. Nothing to call: they are reached through the SPI. */
module io.lava4j.jobs.exe {
    requires io.lava4j.core;

    provides io.lava4j.core.spi.JobProvider with
            io.lava4j.jobs.exe.ExeJobs;
}
