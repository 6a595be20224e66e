package io.lava4j.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that the site is made of, named relative to the repository's root. */
record Repository(Path root) {
    Path file(String name) {
        return Path.of(name);
    }

    boolean isFolder(Path file) {
        return Files.isDirectory(root.resolve(file));
    }

    String text(Path file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    /** What a link on the page of a file, or of a folder, names in the repository. */
    Optional<Path> linked(Path from, String link) {
        String name = link.replaceFirst("[#?].*", "");
        if (name.isEmpty() || name.matches("[a-z]+:.*")) {
            return Optional.empty();
        }
        Path folder = isFolder(from) ? from : from.resolveSibling("");
        Path target = folder.resolve(name).normalize();
        boolean there = !target.startsWith("..") && Files.exists(root.resolve(target));
        return there ? Optional.of(readme(target)) : Optional.empty();
    }

    List<Path> markdownIn(String folder) throws IOException {
        return files(Path.of(folder))
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    /** The files of a folder and of all folders in it, but not what was built there. */
    Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(root.resolve(folder))) {
            return found
                    .filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(Repository::isKept)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    // As on GitHub, a folder's README is its page.
    private Path readme(Path target) {
        Path readme = target.resolve("README.md");
        return isFolder(target) && Files.exists(root.resolve(readme)) ? readme : target;
    }

    private static boolean isKept(Path file) {
        for (Path part : file) {
            if (part.toString().equals("target")) {
                return false;
            }
        }
        return true;
    }
}
