package io.lava4j.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Starts S3Mock: a process of its own, with a class path of its own. */
final class S3Start {
    // S3Mock has a second HTTP port that is bound to every address, and no setting for it.
    private static final String LOOPBACK_ONLY =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <beans xmlns="http://www.springframework.org/schema/beans"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xsi:schemaLocation="http://www.springframework.org/schema/beans
                                       http://www.springframework.org/schema/beans/spring-beans.xsd">
              <bean class="org.springframework.beans.factory.config.MethodInvokingBean" lazy-init="false">
                <property name="targetObject" ref="httpConnector"/>
                <property name="targetMethod" value="setProperty"/>
                <property name="arguments"><list><value>address</value><value>%s</value></list></property>
              </bean>
            </beans>
            """
                    .formatted(Sandbox.HOST);

    private final Workshop workshop;
    private final Path folder;

    S3Start(Workshop workshop) {
        this.workshop = workshop;
        this.folder = workshop.folder().resolve("s3");
    }

    S3Server start() {
        return FreePort.use(this::start);
    }

    private S3Server start(int port) throws PortTaken {
        try {
            Folders.delete(folder);
            Folders.createPrivate(folder.resolve("objects"));
            Path settings = Folders.writePrivate(folder.resolve("loopback.xml"), LOOPBACK_ONLY);
            var server = new S3Server(URI.create("http://" + Sandbox.HOST + ":" + port));
            Starting.of("S3Mock", command(port, settings), folder.resolve("server.log"), workshop.processes())
                    .await(server::isReady);
            return server;
        } catch (IOException e) {
            throw new SandboxException("S3Mock cannot be started in '" + folder + "': " + e, e);
        }
    }

    private List<String> command(int port, Path settings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                workshop.home().s3mock().resolve("*").toString(),
                "com.adobe.testing.s3mock.S3MockApplication",
                "--server.address=" + Sandbox.HOST,
                "--server.port=" + port,
                "--server.ssl.enabled=false",
                "--com.adobe.testing.s3mock.http-port=0",
                "--com.adobe.testing.s3mock.store.root=" + folder.resolve("objects"),
                "--com.adobe.testing.s3mock.store.retain-files-on-exit=false",
                "--spring.main.sources=" + settings.toUri(),
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN");
    }
}
