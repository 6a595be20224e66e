package io.lava4j.distribution.faults;

/** The server has a setting that a load must live with. */
record SettingTrial(Ground ground, Way way, Setting setting) implements Trial {

    /** Which. */
    enum Setting {
        PACKETS("small max_allowed_packet"),
        CLOCK_AHEAD("the server's clock five minutes ahead"),
        CLOCK_BEHIND("the server's clock five minutes behind");

        final String text;

        Setting(String text) {
            this.text = text;
        }
    }

    @Override
    public String what() {
        return setting.text;
    }

    @Override
    public Kind kind() {
        return Kind.SETTINGS;
    }

    @Override
    public Verdict run(Laboratory laboratory) {
        long start = System.nanoTime();
        Site site = laboratory.site(laboratory.servers().set(ground, setting), way);
        Inspection inspection = new Inspection(
                laboratory, site, Answer.of(site.run(site.served().port())));
        inspection.require(inspection.told().equals("done"), "a load should live with it");
        return inspection.verdict(this, start);
    }
}
