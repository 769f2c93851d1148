package org.crossdesk.deploy.openfire;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The project's root folder, with what the build made in it.
 *
 * @param root the folder with the launcher
 */
public record ProjectFolder(Path root) {
    /** Set by the launcher, which can be called from any folder. */
    private static final String ROOT_PROPERTY = "crossdesk.root";

    private static final String LANDMARK = "deploy/embedded/pom.xml";

    /** The folder the launcher names; without one (tests) the nearest around the current folder. */
    public static ProjectFolder locate() {
        String named = System.getProperty(ROOT_PROPERTY);
        Path start = Path.of(named != null ? named : "").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(LANDMARK))) {
                return new ProjectFolder(folder);
            }
        }
        throw new StartRefusedException("No Crossdesk project around " + start + ": start it by its ./crossdesk.");
    }

    /** Where the main class of the server's process is. */
    Path serverClasses() {
        return root.resolve("deploy/embedded/target/classes");
    }

    /** The file that names the jars of Openfire 4.2.0 and of all that it needs, as a class path. */
    Path serverClassPath() {
        return root.resolve("deploy/embedded/target/server.classpath");
    }

    /** The plugin as the build made it. */
    public Path pluginJar() {
        return root.resolve("openfire-plugin/target/crossdesk.jar");
    }

    /** Everything that the simulation of the plugin's tests needs, as a class path. */
    public String simulationClassPath() throws IOException {
        Path target = root.resolve("openfire-plugin/target");
        return target.resolve("test-classes")
                + File.pathSeparator
                + target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("simulation.classpath")).strip();
    }

    /** Everything that the benchmark of the match needs, as a class path. */
    public String matchBenchClassPath() throws IOException {
        Path bench = root.resolve("deploy/bench-match/target");
        return String.join(
                File.pathSeparator,
                bench.resolve("classes").toString(),
                root.resolve("openfire-plugin/target/classes").toString(),
                root.resolve("protocol-xeps/target/classes").toString(),
                Files.readString(bench.resolve("bench.classpath")).strip());
    }

    /** Where the scripted demo has its state, which is made anew each time. */
    public Path storyState() {
        return root.resolve(".crossdesk/story");
    }

    /** Where the demo keeps its state. */
    public Path demoState() {
        return root.resolve(".crossdesk/demo");
    }
}
