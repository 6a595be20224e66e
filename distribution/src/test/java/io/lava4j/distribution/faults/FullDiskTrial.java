package io.lava4j.distribution.faults;

/** The file that holds all tables of the server cannot grow any more. */
record FullDiskTrial(Ground ground, Way way) implements Trial {

    /** MariaDB 11.4 ends itself when the one file is full. */
    static boolean fits(Ground ground) {
        return ground != Ground.MARIADB;
    }

    @Override
    public String what() {
        return "";
    }

    @Override
    public Kind kind() {
        return Kind.DISK_FULL;
    }

    @Override
    public Verdict run(Laboratory laboratory) {
        Served served = laboratory.servers().cramped(ground);
        synchronized (served) {
            long start = System.nanoTime();
            Site site = laboratory.site(served, way);
            String filler = site.schema() + ".filler";
            fill(served, filler);
            Answer answer = Answer.of(site.run(served.port()));
            served.execute("DROP TABLE " + filler);
            Inspection inspection = new Inspection(laboratory, site, answer);
            inspection.require(answer.said().contains(" is full"), "the disk was not full");
            return inspection.verdict(this, start);
        }
    }

    /** In large pieces, then in smaller ones. */
    private static void fill(Served served, String filler) {
        served.execute("CREATE TABLE " + filler + " (bytes LONGBLOB)");
        for (int size = 1 << 20; size >= 1 << 12; size >>= 4) {
            boolean full = false;
            while (!full) {
                full = isFull(served, "INSERT INTO " + filler + " VALUES (REPEAT('x', " + size + "))");
            }
        }
    }

    private static boolean isFull(Served served, String statement) {
        try {
            served.execute(statement);
            return false;
        } catch (IllegalStateException refused) {
            if (!String.valueOf(refused.getMessage()).contains(" is full")) {
                throw refused;
            }
            return true;
        }
    }
}
