package io.lava4j.cli;

import java.lang.module.ModuleDescriptor;

/** The version of this lava, told with as little of Java as can be: no parser of commands, no lambdas. */
final class ProductVersion {

    private ProductVersion() {}

    /** Whether a command asks for the version and nothing else. */
    static boolean isAskedBy(String... arguments) {
        return arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"));
    }

    static String text() {
        ModuleDescriptor module = ProductVersion.class.getModule().getDescriptor();
        String ours =
                module == null ? "of unknown version" : module.rawVersion().orElse("of unknown version");
        return String.join(" ", "lava", ours, "on Java", Runtime.version().toString());
    }
}
