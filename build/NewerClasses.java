import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes the class files of a jar that are older than Java 6 in the format of Java 8, with the stack maps that it asks for: the
 * verifier of an AOT cache takes no older ones. The code stays, and the jar's time stamp. Java 25: {@code java NewerClasses.java
 * JAR}.
 */
final class NewerClasses {

    private static final int JAVA_6 = 50;
    private static final int JAVA_8 = 52;

    private static final ClassTransform NEWER = ((ClassTransform) (builder, element) -> {
                if (element instanceof ClassFileVersion) {
                    builder.withVersion(JAVA_8, 0);
                } else {
                    builder.with(element);
                }
            })
            .andThen(ClassTransform.transformingMethodBodies((CodeTransform) (builder, element) -> builder.with(element)));

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        FileTime time = Files.getLastModifiedTime(jar);
        NewerClasses classes = new NewerClasses();
        classes.read(jar);
        classes.write(jar, time);
        Files.setLastModifiedTime(jar, time);
    }

    private void read(Path jar) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    private void write(Path jar, FileTime time) throws IOException {
        ClassFile format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(this::ofThisJar)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry written = new ZipEntry(entry.getKey());
                written.setLastModifiedTime(time);
                out.putNextEntry(written);
                out.write(entry.getKey().endsWith(".class") ? newer(format, entry.getValue()) : entry.getValue());
            }
        }
    }

    private static byte[] newer(ClassFile format, byte[] bytes) {
        ClassModel model = format.parse(bytes);
        return model.majorVersion() < JAVA_6 ? format.transformClass(model, NEWER) : bytes;
    }

    private InputStream ofThisJar(ClassDesc type) {
        String descriptor = type.descriptorString();
        byte[] bytes = entries.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }
}
