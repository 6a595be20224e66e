package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a load goes, on the tables as they are.
 *
 * @param mode what its transaction does with the rows that are there
 * @param frame what happens to tables around it
 * @param path the way of the data
 * @param marker the row that tells of its commit, where that is kept
 * @param terms what must hold until a table is replaced, where one is
 * @param spread over how many connections its rows go at once, where it is more than one
 * @param notes what it does to rows that the job does not name, and what else is to be known
 */
record Course(
        TableMode mode,
        Frame frame,
        DataPath path,
        Optional<RunMarker> marker,
        Optional<SwapTerms> terms,
        Optional<Spread> spread,
        List<String> notes) {

    Course {
        notes = List.copyOf(notes);
    }

    Course(TableMode mode, Frame frame, DataPath path, Optional<RunMarker> marker, Optional<SwapTerms> terms) {
        this(mode, frame, path, marker, terms, Optional.empty(), List.of());
    }

    /** The same, with more to be known. */
    Course noting(List<String> more) {
        List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
        return new Course(mode, frame, path, marker, terms, spread, all);
    }

    /** The same over several connections. */
    Course over(Spread connections) {
        return new Course(mode, frame, path, marker, terms, Optional.of(connections), notes);
    }

    /** Load statements that a run tells one by one. */
    private static final int MOST_TOLD = 10;

    /** Checks, right before tables are put in place, that nothing is lost with the one that is replaced. */
    void confirm(LoadSession session) throws SQLException {
        if (terms.isPresent()) {
            terms.get().confirm(session);
        }
    }

    /** All statements in order, the load statement once for each object. */
    List<String> statements(List<StoredObject> objects) {
        return around(objects.stream().map(this::load).toList());
    }

    /** The same for a person: what objects have in common is told once, and of many that differ the first. */
    List<String> told(List<StoredObject> objects) {
        List<String> loads = objects.stream().map(this::load).distinct().toList();
        return around(
                loads.size() <= MOST_TOLD
                        ? loads
                        : List.of(loads.get(0), String.format(Locale.ROOT, "… and %,d alike", loads.size() - 1)));
    }

    /** The same over one connection, its tables being there. */
    Course alone() {
        return new Course(mode, frame, path, marker, terms, Optional.empty(), List.of());
    }

    private String load(StoredObject object) {
        return spread.map(each -> each.path().statement()).orElseGet(() -> path.statement(object));
    }

    private List<String> around(List<String> loads) {
        List<String> all = new ArrayList<>(frame.opening());
        all.addAll(mode.before());
        all.addAll(loads);
        all.addAll(mode.after());
        marker.ifPresent(run -> all.add(run.statement()));
        all.addAll(frame.closing());
        return all;
    }
}
