package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** What Aurora knows and MySQL does not. One serves all sessions. */
final class AuroraStatements implements Statements {
    private static final Pattern OF_INTEREST = Pattern.compile(
            "\\bs3\\b|aurora_version|aws_default_s3_role|AWSAuthenticationPlugin|\\bvariables\\b",
            Pattern.CASE_INSENSITIVE);

    /** Longer texts are data, in INSERT statements, and go by unread. */
    private static final int LONGEST = 1 << 20;

    private static final int KEYS_AT_ONCE = 1000;

    private final AuroraSettings settings;
    private final S3Loading loading;
    private final IamIdentification iam;

    /** Those before a server behind. */
    static AuroraStatements of(DataSource root, FromS3 fromS3, IamUsers iamUsers) {
        var s3 = new S3Client(fromS3.endpoint(), KEYS_AT_ONCE);
        return new AuroraStatements(
                new AuroraSettings(root),
                new S3Loading(s3, fromS3.folder(), new LoadHistory(root)),
                new IamIdentification(iamUsers.identification()));
    }

    AuroraStatements(AuroraSettings settings, S3Loading loading, IamIdentification iam) {
        this.settings = settings;
        this.loading = loading;
        this.iam = iam;
    }

    AuroraSettings settings() {
        return settings;
    }

    @Override
    public Verdict judge(String sql, Backend session) throws IOException {
        if (sql.length() > LONGEST || !OF_INTEREST.matcher(sql).find()) {
            return new Verdict.Pass();
        }
        try {
            return judge(sql, dialect(sql, session), session);
        } catch (BackendException e) {
            return e.error();
        }
    }

    /** Asked for only where it matters: a query takes the session's warnings and counts from the statement. */
    private static Dialect dialect(String sql, Backend session) throws IOException, BackendException {
        boolean matters = sql.indexOf('\\') >= 0 || sql.indexOf('"') >= 0;
        return matters ? Dialect.of(session.query("SELECT @@sql_mode").get(0).get(0)) : Dialect.STANDARD;
    }

    private Verdict judge(String sql, Dialect dialect, Backend session) throws IOException, BackendException {
        List<Lexeme> lexemes = Lexer.lexemes(sql, dialect);
        Map<AuroraSetting, String> values = settings.values();
        Optional<ShowVariables> show = ShowVariables.of(lexemes, dialect, values);
        if (show.isPresent()) {
            return new Verdict.Replaced(show.get().with(session.query(sql), dialect));
        }
        var edits = new ArrayList<>(new AuroraFunctions(sql, lexemes, dialect, values).edits());
        edits.addAll(iam.edits(lexemes, dialect));
        int[] begins = beginnings(lexemes);
        Optional<S3Load> load = IntStream.of(begins)
                .mapToObj(begin -> S3Load.at(begin, lexemes))
                .flatMap(Optional::stream)
                .findFirst();
        if (load.isPresent()) {
            return begins.length > 1
                    ? S3Errors.NOT_ALONE
                    : load(sql, load.get(), edits, dialect, new S3Access(values), session);
        }
        return edits.isEmpty() ? new Verdict.Pass() : new Verdict.Replaced(Edit.apply(sql, edits));
    }

    private Verdict load(String sql, S3Load load, List<Edit> edits, Dialect dialect, S3Access access, Backend session)
            throws IOException, BackendException {
        if (!S3Role.isActive(session)) {
            return S3Errors.NO_ROLE;
        }
        Optional<Verdict.Refused> refusal = access.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            S3Loading.Loadable loadable = loading.fetch(load.source(), dialect.value(load.uri()));
            edits.addAll(load.from(dialect.literal(loadable.file().toString())));
            return new Verdict.Awaited(Edit.apply(sql, edits), loadable.afterwards());
        } catch (S3Failure e) {
            return access.errors().s3(e.getMessage());
        }
    }

    /** Where the statements of a text begin. */
    private static int[] beginnings(List<Lexeme> lexemes) {
        return IntStream.range(0, lexemes.size())
                .filter(at -> !lexemes.get(at).isSymbol(";"))
                .filter(at -> at == 0 || lexemes.get(at - 1).isSymbol(";"))
                .toArray();
    }
}
