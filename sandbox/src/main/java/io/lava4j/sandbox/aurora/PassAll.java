package io.lava4j.sandbox.aurora;

/** Nothing becomes of them. */
final class PassAll implements Statements {
    @Override
    public Verdict judge(String sql, Backend session) {
        return new Verdict.Pass();
    }
}
