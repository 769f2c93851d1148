package org.crossdesk.deploy.network;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.crossdesk.deploy.certificate.OwnerOnlyFiles;
import org.crossdesk.deploy.seed.Account;

/**
 * The file by which {@code crossdesk ask} and {@code crossdesk answer} find the running network. It is there only
 * while the network runs, can be read by its owner only (it holds the demo's passwords), and has the format of
 * {@link Properties}:
 *
 * <pre>
 * ca = path of the PEM file with the network's authority
 * library.DOMAIN.name = the library's name for people
 * library.DOMAIN.address = where its server listens
 * library.DOMAIN.clientPort = port for XMPP clients (STARTTLS)
 * library.DOMAIN.webPort = port for WebSocket (ws://ADDRESS:PORT/ws/) and BOSH (http://ADDRESS:PORT/http-bind/)
 * library.DOMAIN.patron = the account that asks where none is named (missing where all have a role)
 * account.NAME@DOMAIN = its password
 * </pre>
 */
public final class NetworkFile {
    /** The file's name in the state folder. */
    public static final String NAME = "network.properties";

    private NetworkFile() {}

    static void write(Path stateFolder, NetworkPlan plan, Path authorityPem) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("ca", authorityPem.toString());
        for (LibraryPlan library : plan.libraries()) {
            String prefix = "library." + library.domain();
            lines.setProperty(prefix + ".name", library.name());
            lines.setProperty(prefix + ".address", library.address().text());
            lines.setProperty(
                    prefix + ".clientPort", String.valueOf(library.ports().client()));
            lines.setProperty(
                    prefix + ".webPort", String.valueOf(library.ports().web()));
            library.accounts().stream()
                    .filter(account -> account.groups().isEmpty())
                    .findFirst()
                    .ifPresent(account -> lines.setProperty(prefix + ".patron", account.name()));
            library.accounts().stream()
                    .filter(account -> account.groups().contains(DemoPlan.COORDINATORS))
                    .findFirst()
                    .ifPresent(account -> lines.setProperty(prefix + ".coordinator", account.name()));
            for (Account account : library.accounts()) {
                lines.setProperty("account." + account.name() + "@" + library.domain(), account.password());
            }
        }
        StringWriter text = new StringWriter();
        lines.store(text, null);
        OwnerOnlyFiles.write(stateFolder.resolve(NAME), text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
