package io.lava4j.distribution.faults;

import java.util.concurrent.atomic.AtomicReference;

/** Somebody else is at the tables while they are loaded. */
record OthersTrial(Ground ground, Way way, Presence presence) implements Trial {

    /** What they do. */
    enum Presence {
        LOCK(Kind.LOCKS, "lock wait timeout"),
        DEADLOCK(Kind.LOCKS, "deadlock"),
        READER(Kind.COMPANY, "long reader"),
        SECOND_RUN(Kind.COMPANY, "two runs of one job");

        final Kind kind;
        final String text;

        Presence(Kind kind, String text) {
            this.kind = kind;
            this.text = text;
        }

        /** Whether there is something to meet at. */
        boolean fits(Way way) {
            return switch (this) {
                case LOCK, READER -> way != Way.NEW_TABLE;
                case DEADLOCK -> way == Way.APPEND || way == Way.DELETE || way == Way.SWITCH;
                case SECOND_RUN -> true;
            };
        }
    }

    @Override
    public String what() {
        return presence.text;
    }

    @Override
    public Kind kind() {
        return presence.kind;
    }

    @Override
    public Verdict run(Laboratory laboratory) {
        long start = System.nanoTime();
        Site site = laboratory
                .site(laboratory.servers().shared(ground), way)
                .limited("lock_limit", presence == Presence.DEADLOCK ? "5 m" : "2 s");
        return inspection(laboratory, site).verdict(this, start);
    }

    private Inspection inspection(Laboratory laboratory, Site site) {
        if (presence == Presence.SECOND_RUN) {
            return twoRuns(laboratory, site);
        }
        AtomicReference<Answer> answer = new AtomicReference<>(Answer.NONE);
        Thread job =
                new Thread(() -> answer.set(Answer.of(site.run(site.served().port()))));
        try (Others others = new Others(site)) {
            come(others, site);
            job.start();
            if (presence == Presence.DEADLOCK) {
                others.awaitWaiting(job);
                others.executes(closing());
            }
            join(job);
        }
        Inspection inspection = new Inspection(laboratory, site, answer.get());
        boolean done = presence == Presence.READER && !meetsRename();
        inspection.require(inspection.told().equals(done ? "done" : "not done"), "the others made no difference");
        if (presence == Presence.DEADLOCK) {
            inspection.require(answer.get().said().contains("(error 1213)"), "no deadlock: " + answer.get());
        }
        return inspection;
    }

    private boolean meetsRename() {
        return way.isStaged();
    }

    private void come(Others others, Site site) {
        switch (presence) {
            case READER -> others.reads(way == Way.SWITCH ? "t_a" : "t");
            case LOCK -> others.executes("INSERT INTO " + (way == Way.SWITCH ? "t_b" : "t") + " VALUES (5, 'theirs')");
            case DEADLOCK -> others.executes(heavy(site), "INSERT INTO " + opening());
            case SECOND_RUN -> throw new IllegalStateException("another run");
        }
    }

    /** So much work that the load, which has less to undo, is the one that the server gives up. */
    private static String heavy(Site site) {
        site.served()
                .execute("CREATE TABLE " + site.schema()
                        + ".filler (id INT PRIMARY KEY AUTO_INCREMENT, n INT NOT NULL)");
        return "INSERT INTO filler (n) SELECT 1 FROM information_schema.collations a, information_schema.collations b"
                + " LIMIT 30000";
    }

    private String opening() {
        return switch (way) {
            case APPEND -> "t VALUES (5900, 'theirs')";
            case SWITCH -> "t_a VALUES (2000000, 'theirs')";
            default -> "t VALUES (2000000, 'theirs')";
        };
    }

    private String closing() {
        return switch (way) {
            case APPEND -> "INSERT IGNORE INTO t VALUES (10, 'theirs')";
            case SWITCH -> "INSERT IGNORE INTO t_b VALUES (10, 'theirs')";
            default -> "UPDATE t SET name = 'theirs' WHERE id = 1000001";
        };
    }

    private Inspection twoRuns(Laboratory laboratory, Site site) {
        AtomicReference<Answer> second = new AtomicReference<>(Answer.NONE);
        site.dialling(site.served().port());
        Thread other =
                new Thread(() -> second.set(Answer.of(site.run(site.served().port()))));
        other.start();
        Answer first = Answer.of(site.run(site.served().port()));
        join(other);
        Inspection inspection = new Inspection(laboratory, site, first.saysDone() ? first : second.get());
        boolean both = first.saysDone() && second.get().saysDone();
        inspection.require(
                both == way.mayBeRepeated() && (first.saysDone() || second.get().saysDone()),
                "two runs: " + first + " and " + second);
        if (both) {
            inspection.twice();
        }
        return inspection;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
