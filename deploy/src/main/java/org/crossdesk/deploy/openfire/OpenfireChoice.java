package org.crossdesk.deploy.openfire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Which Openfire the libraries run: the embedded one, or one that the user has installed. */
public sealed interface OpenfireChoice permits EmbeddedOpenfire, InstalledOpenfire {
    /** Openfire 4.2.0 from Maven Central, as the build has laid it out. */
    static OpenfireChoice embedded() {
        return embedded(List.of());
    }

    /** The same with further arguments for its Java; they overrule those that every server gets. */
    static OpenfireChoice embedded(List<String> javaArguments) {
        return new EmbeddedOpenfire(ProjectFolder.locate(), javaArguments);
    }

    /** An installed Openfire, 4.7 to 5.1. Nothing is written into its folder. */
    static OpenfireChoice installed(Path folder) {
        return new InstalledOpenfire(folder, ProjectFolder.locate());
    }

    /** For people, such as "Openfire 4.2.0 (embedded)". */
    String label();

    /** Refuses, with the mend, unless everything needed is there. */
    void requireComplete();

    /** The entries of the class path of the server's process. */
    List<String> classPath() throws IOException;

    /** Further arguments for the Java of the server's process. */
    List<String> javaArguments();

    /** Puts into the home folder what this Openfire wants to find there, apart from settings, keys and plugins. */
    void furnish(Path home) throws IOException;
}
