/** The job type {@code db_from_s3}. Nothing to call: it is reached through the SPI. */
@SuppressWarnings("module") // javac dislikes a name that ends in a digit; the job type's own name ends in one.
module io.lava4j.jobs.dbfroms3 {
    requires io.lava4j.core;
    requires tools.jackson.core;

    provides io.lava4j.core.spi.JobProvider with
            io.lava4j.jobs.dbfroms3.DbFromS3;
}
