package org.crossdesk.deploy.openfire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.crossdesk.deploy.certificate.OwnerOnlyFiles;

/** Openfire 4.2.0 from Maven Central. Its jar lacks the database script and the admin console: both are given here. */
record EmbeddedOpenfire(ProjectFolder project, List<String> javaArguments) implements OpenfireChoice {
    private static final String SCRIPT = "openfire_hsqldb.sql";
    private static final String ADMIN_STUB = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plugin>
              <class>org.crossdesk.deploy.server.NoAdminConsole</class>
              <name>admin</name>
              <description>No admin console</description>
              <author>Crossdesk</author>
              <version>1.0.0</version>
            </plugin>
            """;

    EmbeddedOpenfire {
        javaArguments = List.copyOf(javaArguments);
    }

    @Override
    public String label() {
        return "Openfire 4.2.0 (embedded)";
    }

    @Override
    public void requireComplete() {
        if (!Files.isRegularFile(project.serverClassPath()) || !Files.isDirectory(project.serverClasses())) {
            throw new StartRefusedException(
                    "The embedded Openfire isn't built: run mvn -DskipTests package in " + project.root() + ".");
        }
    }

    @Override
    public List<String> classPath() throws IOException {
        return List.of(
                project.serverClasses().toString(),
                Files.readString(project.serverClassPath()).strip());
    }

    @Override
    public void furnish(Path home) throws IOException {
        Path database = home.resolve("resources/database");
        Files.createDirectories(database);
        try (InputStream script = EmbeddedOpenfire.class.getResourceAsStream(SCRIPT)) {
            Files.copy(
                    Objects.requireNonNull(script, SCRIPT),
                    database.resolve(SCRIPT),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Path security = home.resolve("conf/security.xml");
        if (Files.notExists(security)) {
            OwnerOnlyFiles.write(security, "<security/>\n".getBytes(StandardCharsets.US_ASCII));
        }
        // The plugin monitor opens no port without it, and loads every other plugin twice.
        Path admin = home.resolve("plugins/admin");
        Files.createDirectories(admin);
        Files.writeString(admin.resolve("plugin.xml"), ADMIN_STUB);
    }
}
