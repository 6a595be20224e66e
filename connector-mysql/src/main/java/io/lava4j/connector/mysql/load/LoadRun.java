package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadTarget.Report;
import java.sql.SQLException;

/** A load under way, from the target's lock to the tables in their places. */
final class LoadRun {

    private final Crew crew;
    private final LoadSession session;
    private final Courses courses;
    private final TargetLock lock;
    private volatile Course course;
    private volatile boolean opened;
    private volatile boolean finishing;
    private volatile Report report = new Report(0, 0, 0, 0);

    LoadRun(Crew crew, Courses courses, Course prepared, TargetLock lock) {
        this.crew = crew;
        this.session = crew.leader();
        this.courses = courses;
        this.course = prepared;
        this.lock = lock;
    }

    /** How it goes; decided anew once it has the lock. */
    Course course() {
        return course;
    }

    /** Whether it may have made tables. */
    boolean isOpened() {
        return opened;
    }

    /** Whether it may have made its rows last. */
    boolean isFinishing() {
        return finishing;
    }

    /** What it has loaded. */
    Report report() {
        return report;
    }

    /** Loads; all that it has done can still be undone, as far as the mode goes. */
    void load(Listener listener) throws SQLException {
        lock.take(session);
        for (SideTables tables : courses.targets()) {
            new LeftOvers(session, listener).drop(tables);
        }
        course = courses.choose();
        tellStatements(listener);
        opened = true;
        course.frame().open(session);
        if (course.frame().creates()) {
            courses.admit(course.mode().fills(), course.path());
            course.mode().check(session);
            session.rollback();
        }
        report = fill(listener);
        lock.check(session);
    }

    private Report fill(Listener caller) throws SQLException {
        Listener listener = new OneVoice(caller);
        Progress progress = new Progress(listener, courses.request().source().bytes());
        if (course.spread().isPresent()) {
            try {
                PartedLoad parted =
                        new PartedLoad(crew, courses.request(), course.spread().get(), listener);
                return crew.atOneTime(() -> parted.load(progress));
            } catch (SQLException refused) {
                beginAgain(refused, listener);
                progress.beginAgain();
            }
        }
        return new Transaction(session, courses.request(), course, progress).load(listener);
    }

    /** Parts that share a key wait for each other, and one alone says which key it is. */
    private void beginAgain(SQLException refused, Listener listener) throws SQLException {
        listener.event(obstacle(refused) + "; the load begins again, over one connection");
        session.execute(TableStatements.truncate(course.mode().fills()));
        course = course.alone();
        courses.request().source().objects().stream()
                .map(course.path()::statement)
                .distinct()
                .forEach(statement -> listener.event("statement: " + statement));
    }

    private static String obstacle(SQLException refused) throws SQLException {
        if (refused instanceof OneByOne reason) {
            return reason.getMessage();
        }
        ServerWarning said = ServerWarning.of(refused);
        if (!said.saysOtherInTheWay()) {
            throw refused;
        }
        return "one part was in the way of another, perhaps by a key that is in both: " + said;
    }

    /** What else it does comes first. */
    private void tellStatements(Listener listener) {
        course.notes().forEach(listener::event);
        course.told(courses.request().source().objects())
                .forEach(statement -> listener.event("statement: " + statement));
    }

    /** Makes it last. */
    void finish(LateListener listener, StopRequest stop) throws SQLException, OutcomeUnknown {
        finishing = true;
        if (course.frame().isStaged()) {
            session.commit();
            course.frame().putInPlace(session, this::checkTerms, stop);
        } else {
            commit();
        }
        complete(session, listener);
    }

    /** What is left to do once the rows are where they belong, on any session that holds the lock. */
    void complete(LoadSession any, LateListener listener) throws SQLException, OutcomeUnknown {
        course.frame().confirm(any);
        long deleted = report.deleted() + course.frame().deleted();
        report = new Report(report.rows(), report.skipped(), deleted, report.warnings());
        listener.loadIsDone();
        try {
            course.frame().tidyUp(any, listener);
            course.marker().ifPresent(marker -> marker.removeOld(any));
        } catch (SQLException | RuntimeException | Error fault) {
            String said = fault instanceof SQLException refused
                    ? ServerWarning.of(refused).toString()
                    : fault.toString();
            listener.event("table " + courses.target() + ": the load is done, but tidying up after it failed: " + said);
        }
    }

    /** It may wait for others before each try, who change tables meanwhile. */
    private void checkTerms() throws SQLException {
        course.confirm(session);
        lock.check(session);
    }

    private void commit() throws SQLException, OutcomeUnknown {
        try {
            session.commit();
        } catch (SQLException failed) {
            OutcomeUnknown.check("COMMIT", failed);
            throw failed;
        }
    }
}
