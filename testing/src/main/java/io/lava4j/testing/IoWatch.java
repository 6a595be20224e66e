package io.lava4j.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What a piece of code reads and writes, told by the JVM's own flight recorder. */
final class IoWatch {

    /** Event to its field that says where. */
    private static final Map<String, String> EVENTS = Map.of(
            "jdk.FileRead", "path",
            "jdk.FileWrite", "path",
            "jdk.SocketRead", "host",
            "jdk.SocketWrite", "host");

    private static final List<String> OF_THE_PROGRAM = Stream.of("java.class.path", "jdk.module.path", "java.home")
            .flatMap(name -> Stream.of(System.getProperty(name, "").split(File.pathSeparator)))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
            .toList();

    private IoWatch() {}

    /** Runs it; gives what its thread has read and written, other than classes and resources of the program. */
    static List<String> during(Runnable action) throws IOException {
        Path file = Files.createTempFile("io", ".jfr");
        try (Recording recording = new Recording()) {
            EVENTS.keySet().forEach(event -> recording.enable(event).withoutThreshold());
            recording.start();
            action.run();
            recording.stop();
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(IoWatch::ofThisThread)
                    .map(event -> event.getEventType().getLabel() + ": "
                            + event.getString(EVENTS.get(event.getEventType().getName())))
                    .filter(told -> OF_THE_PROGRAM.stream().noneMatch(told::contains))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    private static boolean ofThisThread(RecordedEvent event) {
        return event.getThread() != null
                && event.getThread().getJavaThreadId() == Thread.currentThread().getId();
    }
}
