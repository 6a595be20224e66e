package io.lava4j.distribution.faults;

/** Faults as they are counted. */
enum Kind {
    CONNECTION_RESET("Database connection reset"),
    CONNECTION_SILENT("Database connection silent"),
    SERVER_KILLED("Database server killed and restarted"),
    LAVA_KILLED("lava killed"),
    S3_ONCE("S3 fails once"),
    S3_FOR_GOOD("S3 fails for good"),
    DISK_FULL("Disk full at the server"),
    LOCKS("Lock wait timeout, deadlock"),
    SETTINGS("max_allowed_packet small, clock off"),
    COMPANY("Others at the table");

    final String title;

    Kind(String title) {
        this.title = title;
    }
}
