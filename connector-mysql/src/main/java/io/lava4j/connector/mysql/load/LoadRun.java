package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadTarget.Report;
import java.sql.SQLException;

/** A load under way, from the target's lock to the tables in their places. */
final class LoadRun {

    private final LoadSession session;
    private final Courses courses;
    private final TargetLock lock;
    private volatile Course course;
    private volatile boolean opened;
    private volatile boolean finishing;
    private volatile Report report = new Report(0, 0, 0, 0);

    LoadRun(Courses courses, Course prepared, TargetLock lock) {
        this.session = courses.session();
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
        report = new Transaction(session, courses.request(), course).load(listener);
        lock.check(session);
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
