package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.connector.mysql.sql.LoadClauses;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.Spec;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Checks everything that can be known about a load, and changes nothing. */
public final class Loader implements LoadTarget {

    private final Dialler dialler;
    private final Context context;
    private final LoadSettings settings;
    private final SessionSetup setup;
    private final boolean preserveCase;
    private final Optional<String> runSchema;
    private final PathChoice paths;

    /** Makes it; dials nothing. */
    public Loader(Dialler dialler, Spec spec, Context context, LoadSettings settings) {
        this.dialler = dialler;
        this.context = context;
        this.settings = settings;
        this.setup = new SessionSetup(dialler, settings);
        this.preserveCase = spec.flag("preserve_case", false);
        this.runSchema = spec.text("run_schema");
        this.paths = new PathChoice(spec.text("type").orElse("mysql"), context.s3LoadPath(), dialler);
    }

    @Override
    public String named(String name) {
        return preserveCase ? name : FoldedNames.of(name);
    }

    @Override
    public Prepared prepare(LoadRequest given) {
        LoadRequest request = preserveCase ? given : FoldedNames.of(given);
        refuseUnseen(request);
        LoadSession session = open();
        Filling filling = new Filling(session, request, paths);
        return prepare(new Courses(session, request, filling, settings, runSchema), filling);
    }

    /** Refuses what no server has to be asked about. */
    private void refuseUnseen(LoadRequest request) {
        paths.check(request);
        Strictness.check(request);
        LoadClauses.of(request);
    }

    private LoadSession open() {
        try {
            return setup.open(context.privateDirectory());
        } catch (SQLException unreachable) {
            throw new JobFailedException(unreachable.getMessage(), unreachable);
        }
    }

    private Prepared prepare(Courses courses, Filling filling) {
        Crew crew = new Crew(courses.session(), () -> setup.open(context.privateDirectory()));
        Watchdog watchdog = new Watchdog(crew, dialler, settings);
        Refusal refusal = new Refusal(dialler.settings().address(), courses.target());
        try {
            Course course = watchdog.watch(courses::choose);
            return prepared(crew, courses, course, watchdog, refusal, filling.setUp());
        } catch (LavaException refused) {
            courses.session().abort();
            throw refused;
        } catch (SQLException refused) {
            courses.session().abort();
            throw refusal.translate(refused);
        } catch (Exception defect) {
            courses.session().abort();
            throw new IllegalStateException("table " + courses.target() + ": the load could not be prepared", defect);
        } catch (Error fatal) {
            courses.session().abort();
            throw fatal;
        }
    }

    private Prepared prepared(
            Crew crew, Courses courses, Course course, Watchdog watchdog, Refusal refusal, List<String> setUp) {
        TargetLock lock = new TargetLock(courses.locked(), settings.turn());
        LoadRun run = new LoadRun(crew, courses, course, lock);
        Successor successor = new Successor(setup, context.privateDirectory(), setUp, lock, settings.stall());
        Aftermath aftermath = new Aftermath(courses, run, watchdog, successor);
        return new PreparedLoad(courses, watchdog, run, aftermath, refusal);
    }
}
