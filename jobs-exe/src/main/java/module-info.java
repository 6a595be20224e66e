/** The job types {@code exe} and {@code pkg}. Nothing to call: they are reached through the SPI. */
module io.lava4j.jobs.exe {
    requires io.lava4j.core;
    requires aircompressor;
    // What aircompressor reads memory with; it is an automatic module, and does not say so.
    requires jdk.unsupported;
    requires org.apache.commons.compress;
    // Used by commons-compress where it is there.
    requires org.tukaani.xz;

    provides io.lava4j.core.spi.JobProvider with
            io.lava4j.jobs.exe.ExeJobs;
}
