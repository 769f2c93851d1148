package org.crossdesk.edge.xmpp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.crossdesk.domain.Sample;
import org.crossdesk.edge.storage.FileJournal;
import org.crossdesk.edge.storage.HsqldbDatabase;
import org.crossdesk.runtime.Directory;
import org.xmpp.component.Component;

/**
 * Uppsala's desk, whole but for the server around it: a database, a journal, and the door that stanzas come in by.
 *
 * @param door where stanzas come in
 */
record OpenDesk(HsqldbDatabase database, FileJournal journal, DeskServer server, Component door)
        implements AutoCloseable {
    /** Opens it in a folder; {@code directory} may be in its database. */
    static OpenDesk in(
            Path folder, Set<String> members, Function<HsqldbDatabase, Directory> directory, Router out, Roles roles)
            throws Exception {
        HsqldbDatabase database = HsqldbDatabase.installed(folder.resolve("database"));
        FileJournal journal = FileJournal.open(folder.resolve("journal"), database::open);
        DeskServer server = new DeskServer(
                Setups.of("uppsala.test", "Uppsala", members, List.of(Sample.ASK_NORTH), 60, Duration.ofSeconds(5)),
                Setups.around("uppsala.test", folder, journal, directory.apply(database), out, roles));
        server.start();
        return new OpenDesk(database, journal, server, server.component(iq -> null));
    }

    @Override
    public void close() throws Exception {
        server.stop();
        journal.close();
        database.close();
    }
}
