package org.crossdesk.edge.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.FileRules;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.domain.session.Oversight;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Disclosure;

/**
 * What an administrator has set for this library's desk. Read once, when the plugin starts; {@code docs/settings.md}
 * has the keys.
 *
 * @param subdomain the desk's name below the library's domain
 * @param operatorsGroup whose members answer patrons
 * @param coordinatorsGroup whose members set up services
 * @param members domains of the libraries whose desks may ask ours
 * @param staffs services of other desks that our operators staff
 * @param consent what services of members that ask to be staffed are answered
 * @param language what the desk speaks where nobody says otherwise
 * @param libraryName what patrons call the library, if that is not its domain
 * @param widgetHosts which sites may show the patron's page, as a Content-Security-Policy lists them
 * @param patronForm what a patron is asked before the first line
 * @param survey whether patrons are asked how it was when a conversation is over
 * @param files which files may be sent in a session, and where they are
 * @param retention how long the text of an ended session is kept
 * @param statistics how long it is kept how many asked, and how long they waited
 * @param othersSee what operators of other libraries see of what was said before they came
 * @param oversight what coordinators of other libraries' services see of sessions
 * @param showsOperators whether other libraries may search among ours
 * @param limits what the desk takes on
 * @param times how long it waits
 */
public record Settings(
        String subdomain,
        String operatorsGroup,
        String coordinatorsGroup,
        Set<String> members,
        List<Address> staffs,
        Consent.Rule consent,
        String language,
        Optional<String> libraryName,
        String widgetHosts,
        PatronForm patronForm,
        boolean survey,
        Files files,
        Duration retention,
        Duration statistics,
        Disclosure othersSee,
        Oversight oversight,
        boolean showsOperators,
        Limits limits,
        Times times) {
    private static final String MEMBERS_MAY = "members";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ORIGIN = Pattern.compile("https?://(\\*\\.)?[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");
    private static final Pattern ENDING = Pattern.compile("[A-Za-z0-9]{1,10}");
    private static final int BYTES_PER_KILOBYTE = 1_000;
    private static final Pattern DOMAIN = Pattern.compile("[^\\s@/,.]+(\\.[^\\s@/,.]+)*");

    /**
     * Which files may be sent in a session.
     *
     * @param rules which
     * @param roomBytes how much room all of them may take
     * @param webAddress where this server's pages are reached from outside, without a slash at its end
     */
    public record Files(FileRules rules, long roomBytes, Optional<String> webAddress) {}

    /** What the desk takes on. */
    public record Limits(
            int sessionsPerOperatorDefault,
            int questionsPerServiceMax,
            int sessionsOpenMax,
            int followUpsOpenMax,
            int sessionLinesMax,
            int sessionBytesMax,
            int bodyMaxChars,
            int pendingEventsPerSessionMax,
            int pendingWordsPerSessionMax,
            int eventsQueueMax,
            int ringParallel,
            int peerStanzasPerSecondMax) {}

    /** How long the desk waits. */
    public record Times(
            Duration roomPing,
            Duration resend,
            Duration requestTimeout,
            Duration acceptLease,
            Duration takeBack,
            Duration patronGrace,
            Duration find,
            Duration callCeiling,
            Duration followUp) {}

    public Settings {
        members = Set.copyOf(members);
        staffs = List.copyOf(staffs);
    }

    /** Reads and checks every setting. */
    public static Settings read(PropertySource source) throws InvalidSettingException {
        String libraryName = checked(Setting.LIBRARY_NAME, source, name -> name.length() <= Bounds.NAME_MAX_CHARS);
        return new Settings(
                checked(Setting.SUBDOMAIN, source, label -> LABEL.matcher(label).matches()),
                checked(Setting.OPERATORS_GROUP, source, name -> !name.isEmpty()),
                checked(Setting.COORDINATORS_GROUP, source, name -> !name.isEmpty()),
                Set.copyOf(domains(source)),
                services(source),
                consent(source),
                language(source),
                libraryName.isEmpty() ? Optional.empty() : Optional.of(libraryName),
                widgetHosts(source),
                patronForm(source),
                checked(Setting.SURVEY, source, text -> text.equals("yes") || text.equals("no"))
                        .equals("yes"),
                files(source),
                Duration.ofDays(Setting.RETENTION_DAYS.number(source)),
                Duration.ofDays(Setting.STATISTICS_DAYS.number(source)),
                othersSee(source),
                oneOf(Oversight.values(), Setting.HUB_COORDINATORS_SEE, source),
                checked(Setting.SHOW_OPERATORS, source, text -> text.equals(MEMBERS_MAY) || text.equals("nobody"))
                        .equals(MEMBERS_MAY),
                new Limits(
                        Setting.SESSIONS_PER_OPERATOR_DEFAULT.number(source),
                        Setting.QUESTIONS_PER_SERVICE_MAX.number(source),
                        Setting.SESSIONS_OPEN_MAX.number(source),
                        Setting.FOLLOW_UPS_OPEN_MAX.number(source),
                        Setting.SESSION_LINES_MAX.number(source),
                        Setting.SESSION_BYTES_MAX.number(source),
                        Setting.BODY_MAX_CHARS.number(source),
                        Setting.PENDING_EVENTS_PER_SESSION_MAX.number(source),
                        Setting.PENDING_WORDS_PER_SESSION_MAX.number(source),
                        Setting.EVENTS_QUEUE_MAX.number(source),
                        Setting.RING_PARALLEL.number(source),
                        Setting.PEER_STANZAS_PER_SECOND_MAX.number(source)),
                new Times(
                        Duration.ofSeconds(Setting.ROOM_PING_SECONDS.number(source)),
                        Duration.ofSeconds(Setting.RESEND_SECONDS.number(source)),
                        Duration.ofSeconds(Setting.REQUEST_TIMEOUT_SECONDS.number(source)),
                        Duration.ofSeconds(Setting.ACCEPT_LEASE_SECONDS.number(source)),
                        Duration.ofSeconds(Setting.TAKE_BACK_SECONDS.number(source)),
                        Duration.ofSeconds(Setting.PATRON_GRACE_SECONDS.number(source)),
                        Duration.ofSeconds(Setting.FIND_SECONDS.number(source)),
                        Duration.ofSeconds(Setting.CALL_CEILING_SECONDS.number(source)),
                        Duration.ofDays(Setting.FOLLOW_UP_DAYS.number(source))));
    }

    private static String checked(Setting setting, PropertySource source, Predicate<String> allowed)
            throws InvalidSettingException {
        String text = setting.text(source);
        if (!allowed.test(text)) {
            throw setting.invalid(text);
        }
        return text;
    }

    private static Disclosure othersSee(PropertySource source) throws InvalidSettingException {
        return oneOf(Disclosure.values(), Setting.OTHER_LIBRARIES_SEE, source);
    }

    private static Consent.Rule consent(PropertySource source) throws InvalidSettingException {
        return oneOf(Consent.Rule.values(), Setting.CONSENT, source);
    }

    private static <E extends Enum<E>> E oneOf(E[] all, Setting setting, PropertySource source)
            throws InvalidSettingException {
        String text = setting.text(source);
        for (E one : all) {
            if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
                return one;
            }
        }
        throw setting.invalid(text);
    }

    private static List<String> domains(PropertySource source) throws InvalidSettingException {
        List<String> domains = new ArrayList<>();
        for (String domain : listed(Setting.MEMBERS, source)) {
            if (!DOMAIN.matcher(domain).matches()) {
                throw Setting.MEMBERS.invalid(domain);
            }
            domains.add(domain.toLowerCase(Locale.ROOT));
        }
        return domains;
    }

    private static String widgetHosts(PropertySource source) throws InvalidSettingException {
        List<String> hosts = listed(Setting.WIDGET_HOSTS, source);
        if (hosts.equals(List.of("*"))) {
            return "*";
        }
        for (String host : hosts) {
            if (!ORIGIN.matcher(host).matches()) {
                throw Setting.WIDGET_HOSTS.invalid(host);
            }
        }
        return hosts.isEmpty() ? "'self'" : "'self' " + String.join(" ", hosts);
    }

    private static PatronForm patronForm(PropertySource source) throws InvalidSettingException {
        List<PatronForm.Field> fields = new ArrayList<>();
        for (String entry : listed(Setting.PATRON_FORM, source)) {
            boolean required = entry.endsWith("!");
            String name = required ? entry.substring(0, entry.length() - 1).strip() : entry;
            PatronForm.Kind kind = Arrays.stream(PatronForm.Kind.values())
                    .filter(one -> one.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(null);
            if (kind == null || fields.stream().anyMatch(field -> field.kind() == kind)) {
                throw Setting.PATRON_FORM.invalid(entry);
            }
            fields.add(new PatronForm.Field(kind, required));
        }
        return new PatronForm(fields);
    }

    private static Files files(PropertySource source) throws InvalidSettingException {
        List<String> endings = new ArrayList<>();
        for (String ending : listed(Setting.FILES, source)) {
            if (!ENDING.matcher(ending).matches()) {
                throw Setting.FILES.invalid(ending);
            }
            endings.add(ending.toLowerCase(Locale.ROOT));
        }
        String address = Setting.WEB_ADDRESS.text(source).replaceFirst("/$", "");
        if (!address.isEmpty() && !WEB_ADDRESS.matcher(address).matches()) {
            throw Setting.WEB_ADDRESS.invalid(address);
        }
        return new Files(
                new FileRules(
                        Set.copyOf(endings), Setting.FILE_MAX_KILOBYTES.number(source) * (long) BYTES_PER_KILOBYTE),
                Setting.FILES_MAX_MEGABYTES.number(source) * (long) BYTES_PER_KILOBYTE * BYTES_PER_KILOBYTE,
                Optional.of(address).filter(one -> !one.isEmpty()));
    }

    private static List<Address> services(PropertySource source) throws InvalidSettingException {
        List<Address> services = new ArrayList<>();
        for (String text : listed(Setting.STAFFS, source)) {
            int at = text.indexOf('@');
            if (at < 1 || !DOMAIN.matcher(text.substring(at + 1)).matches()) {
                throw Setting.STAFFS.invalid(text);
            }
            try {
                // The server compares local parts in lower case, as the nodeprep profile has it.
                services.add(Address.parse(text.toLowerCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw Setting.STAFFS.invalid(text);
            }
        }
        return services;
    }

    private static List<String> listed(Setting setting, PropertySource source) {
        return Pattern.compile(",")
                .splitAsStream(setting.text(source))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .toList();
    }

    private static String language(PropertySource source) throws InvalidSettingException {
        String tag = Setting.LANGUAGE.text(source);
        try {
            String canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            if (tag.isEmpty() || canonical.equals("und")) {
                throw Setting.LANGUAGE.invalid(tag);
            }
            return canonical;
        } catch (IllformedLocaleException e) {
            throw Setting.LANGUAGE.invalid(tag);
        }
    }
}
