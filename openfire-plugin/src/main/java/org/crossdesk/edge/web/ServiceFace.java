package org.crossdesk.edge.web;

import java.time.Instant;
import java.util.Map;
import org.crossdesk.domain.service.Reception;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a patron's page shows of a service before it has connected.
 *
 * @param desk the desk's domain
 * @param service its name there
 * @param names what it is called, by language; {@code ""} is for every other language
 * @param descriptions what it is for, by language
 * @param standing whether an answer can be hoped for now
 * @param until when it opens, where it is closed and that is known
 * @param reception what it asks of patrons beside the talk, and takes from them
 */
public record ServiceFace(
        String desk,
        String service,
        Map<String, String> names,
        Map<String, String> descriptions,
        ServiceStatus.State standing,
        @Nullable Instant until,
        Reception reception) {
    public ServiceFace {
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
    }
}
