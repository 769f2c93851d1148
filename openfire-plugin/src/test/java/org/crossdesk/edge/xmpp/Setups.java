package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.domain.session.SessionPolicy;
import org.crossdesk.domain.transfer.EngagementPolicy;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.DeskLimits;

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
                PatronForm.NONE,
                true,
                Duration.ofSeconds(2),
                requestPatience,
                Duration.ofDays(30),
                Duration.ofDays(800));
    }
}
