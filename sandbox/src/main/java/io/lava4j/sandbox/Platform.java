package io.lava4j.sandbox;

/** What this machine runs on. */
record Platform(String system, String processor) {
    static Platform current() {
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** The database artifacts hold programs for this platform alone. */
    boolean runsTheArtifacts() {
        return system.equals("Linux") && (processor.equals("amd64") || processor.equals("x86_64"));
    }

    @Override
    public String toString() {
        return system + " " + processor;
    }
}
