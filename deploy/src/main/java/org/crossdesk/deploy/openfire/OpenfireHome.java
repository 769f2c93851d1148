package org.crossdesk.deploy.openfire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.crossdesk.deploy.certificate.KeyFiles;
import org.crossdesk.deploy.certificate.OwnerOnlyFiles;
import org.crossdesk.deploy.certificate.ServerCertificate;
import org.crossdesk.deploy.seed.Seed;
import org.crossdesk.deploy.seed.SeedFile;

/**
 * The home folder of one server. Building it again over one that is there renews everything but the database, so
 * that accounts, rooms and sessions are kept.
 *
 * @param folder the folder
 */
public record OpenfireHome(Path folder) {
    /** Builds the folder, apart from keys and plugins. */
    public void build(OpenfireChoice openfire, String domain, LoopbackAddress address, Seed seed) throws IOException {
        OwnerOnlyFiles.createFolder(folder);
        OwnerOnlyFiles.createFolder(folder.resolve("conf"));
        Files.createDirectories(folder.resolve("logs"));
        // What an earlier run unpacked there may belong to another plugin or another Openfire.
        FolderCopy.delete(plugins());
        Files.createDirectories(plugins());
        openfire.furnish(folder);
        OwnerOnlyFiles.write(
                folder.resolve("conf/openfire.xml"),
                configuration(domain, address).getBytes(StandardCharsets.UTF_8));
        OwnerOnlyFiles.write(
                folder.resolve(SeedFile.PATH), SeedFile.format(seed).getBytes(StandardCharsets.UTF_8));
    }

    /** Gives the server its certificate, and the one authority it believes. */
    public void writeKeys(ServerCertificate certificate, X509Certificate authority)
            throws IOException, GeneralSecurityException {
        KeyFiles.writeServerStores(folder.resolve("resources/security"), certificate, authority);
    }

    /** Puts a plugin where the server loads it from; a running server does so within seconds. */
    public void addPlugin(Path jar) throws IOException {
        Path target = pluginJar(pluginName(jar));
        // The server looks for *.jar at any time: it must not find half of one.
        Path draft = target.resolveSibling(target.getFileName() + ".new");
        Files.copy(jar, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes a plugin away; a running server unloads it within seconds, and deletes what it had unpacked. */
    public void removePlugin(String name) throws IOException {
        Files.delete(pluginJar(name));
    }

    /** Where the server unpacks a plugin: not there any more once it is unloaded. */
    public Path unpackedPlugin(String name) {
        return plugins().resolve(name);
    }

    /** The name by which Openfire knows the plugin in this file. */
    public static String pluginName(Path jar) {
        String file = jar.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!file.endsWith(".jar")) {
            throw new StartRefusedException("A plugin is a file *.jar: " + jar);
        }
        return file.substring(0, file.length() - ".jar".length());
    }

    /**
     * Lets go of the database that a server which is dead has left locked. Otherwise HSQLDB waits for some 10 seconds
     * whether the other still lives, and may then even give up.
     */
    public void releaseDatabase() {
        try {
            Files.deleteIfExists(folder.resolve("embedded-db/openfire.lck"));
        } catch (IOException e) {
            throw new UncheckedIOException("the database in " + folder + " stays locked", e);
        }
    }

    private Path pluginJar(String name) {
        return plugins().resolve(name + ".jar");
    }

    private Path plugins() {
        return folder.resolve("plugins");
    }

    private static String configuration(String domain, LoopbackAddress address) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <jive>
                  <adminConsole>
                    <port>-1</port>
                    <securePort>-1</securePort>
                  </adminConsole>
                  <connectionProvider>
                    <className>org.jivesoftware.database.EmbeddedConnectionProvider</className>
                  </connectionProvider>
                  <network>
                    <interface>%s</interface>
                  </network>
                  <fqdn>%s</fqdn>
                  <locale>en</locale>
                  <setup>true</setup>
                </jive>
                """.formatted(address, domain);
    }
}
