package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What Aurora knows and MySQL does not. One serves all sessions. */
final class AuroraStatements implements Statements {
    private static final Pattern OF_INTEREST = Pattern.compile(
            "\\bs3\\b|aurora_version|aws_default_s3_role|AWSAuthenticationPlugin|\\bvariables\\b"
                    + "|\\bshow\\b[^;]{0,100}\\bstatus\\b",
            Pattern.CASE_INSENSITIVE);

    /** Longer texts are data, in INSERT statements, and go by unread. */
    private static final int LONGEST = 1 << 20;

    private static final int KEYS_AT_ONCE = 1000;

    private final AuroraSettings settings;
    private final S3Loading loading;
    private final IamIdentification iam;

    /** Those before a server behind. */
    static AuroraStatements of(DataSource root, AuroraSettings settings, FromS3 fromS3, IamUsers iamUsers) {
        var s3 = new S3Client(fromS3.endpoint(), KEYS_AT_ONCE);
        return new AuroraStatements(
                settings,
                new S3Loading(s3, fromS3.folder(), new LoadHistory(root)),
                new IamIdentification(iamUsers.identification()));
    }

    AuroraStatements(AuroraSettings settings, S3Loading loading, IamIdentification iam) {
        this.settings = settings;
        this.loading = loading;
        this.iam = iam;
    }

    @Override
    public Verdict judge(String sql, Backend session) throws IOException {
        return judge(sql, session, this::judge);
    }

    @Override
    public Verdict judgePrepared(String sql, Backend session) throws IOException {
        return judge(sql, session, (load, access, same) -> S3Errors.NOT_PREPARED);
    }

    private Verdict judge(S3Load load, S3Access access, Backend session) throws IOException, BackendException {
        return load.isAlone() ? loading.judge(load, access, session) : S3Errors.NOT_ALONE;
    }

    private Verdict judge(String sql, Backend session, LoadJudge loads) throws IOException {
        if (sql.length() > LONGEST || !OF_INTEREST.matcher(sql).find()) {
            return new Verdict.Pass();
        }
        try {
            return judge(Script.of(sql, dialect(sql, session)), session, loads);
        } catch (BackendException e) {
            return e.error();
        }
    }

    /** Asked for only where it matters: a query takes the session's warnings and counts from the statement. */
    private static Dialect dialect(String sql, Backend session) throws IOException, BackendException {
        boolean matters = sql.indexOf('\\') >= 0 || sql.indexOf('"') >= 0;
        return matters ? Dialect.of(session.query("SELECT @@sql_mode").get(0).get(0)) : Dialect.STANDARD;
    }

    private Verdict judge(Script script, Backend session, LoadJudge loads) throws IOException, BackendException {
        if (!session.status().isEmpty() && ShowStatus.is(script)) {
            return ShowStatus.judge(script, session);
        }
        Map<AuroraSetting, String> values = settings();
        Optional<ShowVariables> show = ShowVariables.of(script, values);
        if (show.isPresent()) {
            return show.get().judge(script, session);
        }
        Script known = script.with(new AuroraFunctions(script, values).edits());
        Script plain = known.with(iam.edits(known));
        Optional<S3Load> load = S3Load.in(plain);
        if (load.isPresent()) {
            return loads.judge(load.get(), new S3Access(values), session);
        }
        return plain.equals(script) ? new Verdict.Pass() : new Verdict.Replaced(plain.sql());
    }

    private Map<AuroraSetting, String> settings() throws IOException {
        try {
            return settings.values();
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private interface LoadJudge {
        Verdict judge(S3Load load, S3Access access, Backend session) throws IOException, BackendException;
    }
}
