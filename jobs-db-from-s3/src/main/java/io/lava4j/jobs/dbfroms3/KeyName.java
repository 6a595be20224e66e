package io.lava4j.jobs.dbfroms3;

/** Names that a key gives. */
final class KeyName {

    private KeyName() {}

    /**
     * The key without its suffix: its last path component loses everything from its first dot on, leading dots kept; a
     * slash at the end goes.
     */
    static String withoutSuffix(String key) {
        String path = key.replaceFirst("/+$", "");
        int start = path.lastIndexOf('/') + 1;
        while (start < path.length() && path.charAt(start) == '.') {
            start++;
        }
        int dot = path.indexOf('.', start);
        return dot < 0 ? path : path.substring(0, dot);
    }
}
