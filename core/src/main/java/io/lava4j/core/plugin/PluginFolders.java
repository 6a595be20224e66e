package io.lava4j.core.plugin;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins.Entry;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Discovery in the folders of a directory too: each is a plugin in a module layer of its own, with private copies of its
 * libraries. A folder that is at fault is left out, and told of in the {@link #remarks}.
 */
public final class PluginFolders implements Discovery {

    private final Discovery installed;
    private final Installation installation;
    private final Path root;
    private final List<PluginLayer> layers = new ArrayList<>();
    private final List<Entry> remarks = new ArrayList<>();

    PluginFolders(Discovery installed, Installation installation, Path root) {
        this.installed = installed;
        this.installation = installation;
        this.root = root;
        load(contents());
    }

    /**
     * Looks into a directory, and makes the layers of the plugins there; loads no class of theirs.
     *
     * @param installed finds what is not in folders
     * @param root the directory; need not be there
     * @return finds both
     * @throws PluginException if core itself is on the class path
     */
    public static Discovery in(Path root, Discovery installed) {
        ModuleLayer layer = PluginFolders.class.getModule().getLayer();
        if (layer == null) {
            throw new PluginException(
                    "plugins '" + root + "': folders of plugins need lava4j on the module path, and it is"
                            + " on the class path; put the plugins' jars there too");
        }
        return Files.exists(root) ? new PluginFolders(installed, new Installation(layer), root) : installed;
    }

    @Override
    public <S> List<Found<S>> find(Class<S> service) {
        List<Found<S>> found = new ArrayList<>(installed.find(service));
        layers.forEach(layer -> found.addAll(layer.find(service)));
        return found;
    }

    @Override
    public String description() {
        return installed.description() + " and in " + root;
    }

    @Override
    public List<Entry> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public boolean inFolders(Class<?> service) {
        return layers.stream().anyMatch(layer -> layer.count(service) > 0);
    }

    private List<Path> contents() {
        List<Path> contents = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(root)) {
            paths.forEach(contents::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            fault("", root, "plugins '" + root + "': cannot be read: " + unreadable);
        }
        return contents.stream()
                .filter(path -> !path.getFileName().toString().startsWith("."))
                .sorted()
                .toList();
    }

    private void load(List<Path> contents) {
        contents.stream().filter(PluginFolder::isJar).forEach(this::stray);
        List<PluginModules> plugins = contents.stream()
                .filter(Files::isDirectory)
                .map(PluginFolder::new)
                .flatMap(folder -> checked(folder).stream())
                .toList();
        withoutDuplicates(plugins).forEach(this::load);
    }

    private void stray(Path jar) {
        String name = jar.getFileName().toString();
        Path folder = root.resolve(name.substring(0, name.length() - ".jar".length()));
        fault(
                "",
                jar,
                "jar '" + jar + "' is not used: expected a folder for each plugin; move it into one, such as '" + folder
                        + "'");
    }

    private Optional<PluginModules> checked(PluginFolder folder) {
        try {
            return Optional.of(PluginModules.of(folder, installation));
        } catch (PluginException faulty) {
            fault(folder, faulty.getMessage());
            return Optional.empty();
        }
    }

    /** A library may be there many times, each in a layer of its own; a plugin may not. */
    private List<PluginModules> withoutDuplicates(List<PluginModules> plugins) {
        Map<String, List<PluginModules>> owners = new TreeMap<>();
        plugins.forEach(plugin -> plugin.providers()
                .forEach(module -> owners.computeIfAbsent(module.name(), none -> new ArrayList<>())
                        .add(plugin)));
        owners.values().removeIf(same -> same.size() == 1);
        owners.forEach((module, same) -> same.forEach(plugin -> fault(plugin.folder(), duplicate(module, same))));
        return plugins.stream()
                .filter(plugin -> owners.values().stream().noneMatch(same -> same.contains(plugin)))
                .toList();
    }

    private static String duplicate(String module, List<PluginModules> plugins) {
        Stream<String> folders =
                plugins.stream().map(plugin -> plugin.folder().path().toString());
        return "module '" + module + "' is in more than one folder, and none is used: "
                + String.join("; ", folders.toList()) + ". Remove all but one.";
    }

    private void load(PluginModules plugin) {
        try {
            layers.add(plugin.layer(installation));
            plugin.selection().replaced().forEach(module -> replaced(plugin.folder(), module));
        } catch (PluginException faulty) {
            fault(plugin.folder(), faulty.getMessage());
        }
    }

    private void replaced(PluginFolder folder, JarModule module) {
        Origin used = installation.origin(module.name(), folder.name());
        String note = "plugin '" + folder.name() + "': '" + module.name() + "'"
                + (used.version().isEmpty() ? "" : " " + used.version())
                + " of the installation is used instead of its own "
                + module.jar().getFileName();
        remarks.add(new Entry("library", "", new Found<>(Optional.empty(), "", "", used), "", note));
    }

    private void fault(PluginFolder folder, String text) {
        fault(folder.name(), folder.path(), text);
    }

    private void fault(String folder, Path place, String text) {
        Origin origin = new Origin("", "", place.toString(), folder);
        remarks.add(new Entry("plugin", "", new Found<>(Optional.empty(), text, "", origin), text, ""));
    }
}
