package org.crossdesk.domain.service;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.crossdesk.protocol.Bounds;

/**
 * When a service is open.
 *
 * @param zone the place whose clocks count
 * @param openings the hours of ordinary days; several add up
 * @param special days on which these don't count
 */
public record Hours(ZoneId zone, List<Opening> openings, List<SpecialDays> special) {
    /** So many rules. */
    public static final int OPENINGS_MAX = 32;

    /** So many exceptions. */
    public static final int SPECIAL_MAX = 200;

    public Hours {
        if (zone instanceof ZoneOffset) {
            throw noPlace(zone.getId());
        }
        openings = Bounds.list("opening hours", openings, OPENINGS_MAX);
        special = Bounds.list("special days", special, SPECIAL_MAX);
        for (SpecialDays one : special) {
            for (SpecialDays other : special) {
                if (one.contradicts(other)) {
                    throw new IllegalArgumentException("the special days say of a day from " + one.first() + " to "
                            + one.last() + " that it is open, and that it is closed: keep one of both");
                }
            }
        }
    }

    /** The place whose clocks count, by its name in the tz database. */
    public static ZoneId zone(String name) {
        try {
            ZoneId zone = ZoneId.of(name);
            if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                return zone;
            }
        } catch (DateTimeException e) {
            throw noPlace(name);
        }
        throw noPlace(name);
    }

    /** An offset knows nothing of summer time. */
    private static IllegalArgumentException noPlace(String name) {
        return new IllegalArgumentException(
                "'" + name + "' is no time zone: write a place of the tz database, such as Europe/Stockholm");
    }
}
