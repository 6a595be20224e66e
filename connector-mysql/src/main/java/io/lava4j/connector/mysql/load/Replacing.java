package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Mode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Courses in which new tables take the places of those that are there. */
final class Replacing {

    private static final String WOULD_LOSE = "which a swap would lose";

    private final LoadSession session;
    private final LoadRequest request;
    private final Filling filling;
    private final LoadSettings settings;
    private final Spreading spreading;

    Replacing(LoadSession session, LoadRequest request, Filling filling, LoadSettings settings, Spreading spreading) {
        this.session = session;
        this.request = request;
        this.filling = filling;
        this.settings = settings;
        this.spreading = spreading;
    }

    /** A new table like the one that is there. */
    Course like(TargetTable table) throws SQLException {
        TableName target = table.name();
        SwapTerms terms = SwapTerms.of(session, target, Mode.TRUNCATE);
        filling.admit(table, filling.into(target, Optional.of(table)));
        return swapped(List.of(table), OldRows.go(), List.of(terms));
    }

    /**
     * A new table with other columns.
     *
     * @param order why its rows must come one after another, if they must
     */
    Course with(List<String> columns, SwapTerms terms, Optional<String> order) throws SQLException {
        SideTables side = beside(terms.table());
        Swap swap = new Swap(side, TableStatements.create(side.fresh(), columns), Losses.none(terms.table()), settings);
        return course(side, swap, Optional.empty(), List.of(terms), order);
    }

    /**
     * The load by way of new tables and over several connections instead of in place, where that is asked for and loses nothing.
     *
     * @param inPlace the same in place, checked
     * @param tables those to replace, the one to fill first
     * @param oldRows what becomes of their rows
     */
    Course insteadOf(Course inPlace, List<TargetTable> tables, OldRows oldRows) throws SQLException {
        if (!spreading.isAskedFor()) {
            return inPlace;
        }
        Optional<String> obstacle = obstacle(inPlace.path(), tables);
        if (obstacle.isPresent()) {
            return spreading.alone(inPlace, obstacle.get());
        }
        List<SwapTerms> terms = new ArrayList<>();
        try {
            for (TargetTable table : tables) {
                terms.add(SwapTerms.of(session, table.name(), request.rules().mode()));
            }
        } catch (JobFailedException forbidden) {
            return spreading.alone(inPlace, fact(forbidden.getMessage()));
        }
        return swapped(tables, oldRows, terms);
    }

    private Optional<String> obstacle(DataPath path, List<TargetTable> tables) throws SQLException {
        Optional<String> obstacle = spreading.obstacle(path);
        for (TargetTable table : tables) {
            if (obstacle.isEmpty()) {
                obstacle = obstacle(table);
            }
        }
        return obstacle;
    }

    private Optional<String> obstacle(TargetTable table) throws SQLException {
        if (table.versioned()) {
            return Optional.of("table " + table.name() + " is system-versioned, and a swap would lose its history");
        }
        if (table.numbers()) {
            return Optional.of("table " + table.name()
                    + " has an AUTO_INCREMENT column, and a swap would begin its numbers again");
        }
        return filling.order(table);
    }

    /** What is wrong, without the advice of a mode that cannot do otherwise. */
    private static String fact(String message) {
        int lost = message.indexOf(WOULD_LOSE);
        return lost >= 0 ? message.substring(0, lost + WOULD_LOSE.length()) : message.split(";", 2)[0];
    }

    private Course swapped(List<TargetTable> tables, OldRows oldRows, List<SwapTerms> terms) throws SQLException {
        List<SideTables> sides =
                tables.stream().map(table -> beside(table.name())).toList();
        List<String> creates = sides.stream()
                .map(side -> TableStatements.createLike(side.fresh(), side.target()))
                .toList();
        List<Losses> losses = new ArrayList<>();
        for (TargetTable table : tables) {
            losses.add(Losses.of(session, table.name()));
        }
        Swap swap = new Swap(sides, creates, losses, oldRows, settings);
        return course(sides.get(0), swap, Optional.of(tables.get(0)), terms, filling.order(tables.get(0)));
    }

    private Course course(
            SideTables side, Swap swap, Optional<TargetTable> model, List<SwapTerms> terms, Optional<String> order) {
        return spreading.over(
                new Course(
                        new AppendMode(side.fresh()), swap, filling.into(side.fresh(), model), Optional.empty(), terms),
                order);
    }

    private SideTables beside(TableName table) {
        return new SideTables(table, request.runId());
    }
}
