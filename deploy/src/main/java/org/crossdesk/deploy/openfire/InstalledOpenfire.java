package org.crossdesk.deploy.openfire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An Openfire that the user has installed: its libraries run from where they are, what it writes goes to a home
 * folder of ours, with copies of its resources and of its plugin "admin" (whose ports stay closed).
 */
record InstalledOpenfire(Path folder, ProjectFolder project) implements OpenfireChoice {
    InstalledOpenfire {
        folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String label() {
        return "Openfire at " + folder;
    }

    @Override
    public void requireComplete() {
        for (String needed : List.of("lib", "plugins/admin", "resources/database")) {
            if (!Files.isDirectory(folder.resolve(needed))) {
                throw new StartRefusedException("No Openfire at " + folder + ": it has no folder " + needed
                        + ". Name the folder that an Openfire 4.7 to 5.1 was installed in.");
            }
        }
        if (!Files.isDirectory(project.serverClasses())) {
            throw new StartRefusedException(
                    "Crossdesk isn't built: run mvn -DskipTests package in " + project.root() + ".");
        }
    }

    @Override
    public List<String> classPath() {
        return List.of(
                project.serverClasses().toString(), folder.resolve("lib/*").toString());
    }

    @Override
    public List<String> javaArguments() {
        return List.of(
                "-Dopenfire.lib.dir=" + folder.resolve("lib"),
                "-Dlog4j.configurationFile=" + folder.resolve("lib/log4j2.xml"));
    }

    @Override
    public void furnish(Path home) throws IOException {
        FolderCopy.copy(folder.resolve("resources"), home.resolve("resources"));
        FolderCopy.copy(folder.resolve("plugins/admin"), home.resolve("plugins/admin"));
        Path security = folder.resolve("conf/security.xml");
        if (Files.exists(security) && Files.notExists(home.resolve("conf/security.xml"))) {
            Files.copy(security, home.resolve("conf/security.xml"));
        }
    }
}
