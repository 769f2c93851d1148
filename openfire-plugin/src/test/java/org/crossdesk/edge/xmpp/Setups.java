package org.crossdesk.edge.xmpp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.FileRules;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.domain.service.Reception;
import org.crossdesk.domain.session.SessionPolicy;
import org.crossdesk.domain.transfer.EngagementPolicy;
import org.crossdesk.edge.scheme.Schemes;
import org.crossdesk.edge.storage.ProfileFile;
import org.crossdesk.edge.storage.SentFiles;
import org.crossdesk.edge.storage.StatisticsFiles;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.DeskLimits;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.SessionShelf;

/** How the desks of tests without a server are set up. */
final class Setups {
    private Setups() {}

    static DeskServer.Setup of(
            String library,
            String name,
            Set<String> members,
            List<Address> staffs,
            int roomPingSeconds,
            Duration requestPatience) {
        return new DeskServer.Setup(
                library,
                "ask." + library,
                "conference." + library,
                name,
                "en",
                members,
                staffs,
                Consent.Rule.ASK,
                new DeskLimits(1_000, 5, 100, 50_000, 50_000, 1, 500),
                new SessionPolicy(1_000, 1_000, Duration.ofSeconds(5)),
                new EngagementPolicy("en", 1_000, 50, Duration.ofSeconds(5), Duration.ofSeconds(12)),
                2,
                roomPingSeconds,
                1_000_000,
                new Reception(PatronForm.NONE, new FileRules(Set.of("png", "pdf"), 100_000), true),
                "https://" + library + "/sent/",
                true,
                Duration.ofSeconds(2),
                requestPatience,
                Duration.ofDays(30),
                Duration.ofDays(800));
    }

    private static SentFiles sent(Path folder) throws IOException {
        AtomicLong names = new AtomicLong();
        try {
            return SentFiles.open(
                    folder.resolve("sent"), 1_000_000, () -> Sample.token(names.incrementAndGet()), Clock.systemUTC());
        } catch (JournalException e) {
            throw new IOException(e);
        }
    }

    /** What is around the desk of {@code library} in a folder of its own: nobody's client is connected. */
    static DeskServer.Surroundings around(
            String library, Path folder, Journal journal, Directory directory, Router out, Roles roles)
            throws IOException {
        AtomicLong names = new AtomicLong(50_000);
        return new DeskServer.Surroundings(
                journal,
                directory,
                ProfileFile.open(folder.resolve("profiles")),
                new StatisticsFiles(folder.resolve("statistics")),
                journal instanceof SessionShelf shelf ? shelf : id -> null,
                sent(folder),
                new MemoryRatings(),
                out,
                new StanzaDoorTest.NobodyConnected(),
                roles,
                Sample.PHRASES,
                new Schemes(folder.resolve("schemes"), library),
                Clock.systemUTC(),
                () -> Sample.token(names.incrementAndGet()));
    }
}
