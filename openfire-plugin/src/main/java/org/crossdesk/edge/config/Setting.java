package org.crossdesk.edge.config;

import java.util.Locale;
import org.crossdesk.protocol.Bounds;

/**
 * Every setting there is: the one table that the code reads and {@code docs/settings.md} shows. The names of the
 * constants are the keys: {@code RETENTION_DAYS} is {@code crossdesk.retention.days}.
 */
enum Setting {
    SUBDOMAIN("ask", "a name of a-z, 0-9 and hyphens", "The desk below the library's domain: `ask` is `ask.DOMAIN`."),
    OPERATORS_GROUP("operators", "the name of a group", "Openfire group whose members answer patrons."),
    COORDINATORS_GROUP(
            "coordinators",
            "the name of a group",
            "Openfire group whose members set up services and profiles; server admins may do so too."),
    MEMBERS(
            "",
            "domains, comma-separated",
            "Libraries whose desks we take part with. What any other desk asks is `forbidden`."),
    STAFFS(
            "",
            "addresses NAME@DESK, comma-separated",
            "Services at other libraries' desks that this library's operators staff."),
    CONSENT(
            "ask",
            "always, ask, never",
            "What a member library's service that asks this library to staff it is answered: always yes, as a coordinator"
                    + " decides, or never."),
    LANGUAGE("en", "a language tag", "What the desk speaks to operators, and to patrons who name no language it has."),
    LIBRARY_NAME("", "a name of at most 255 characters", "The library's name, as patrons see it; empty: its domain."),
    WIDGET_HOSTS(
            "*",
            "* or origins such as `https://www.library.example`, comma-separated",
            "Sites that may show the patron's page within theirs; empty: none but this server."),
    PATRON_FORM(
            "",
            "name, email, phone, class, comma-separated; `!` behind what must be filled in",
            "What a patron's page asks before the first line; empty: nothing. Operators of other libraries see it only where"
                    + " `crossdesk.other.libraries.see` is `all`."),
    SURVEY("no", "yes, no", "Whether a patron's page asks how it was when a conversation is over."),
    FILES(
            "",
            "endings such as `png`, `jpg`, `pdf`, comma-separated",
            "Which files patrons and operators may send in a session; empty: none. They are deleted with the text, after"
                    + " `crossdesk.retention.days`."),
    FILE_MAX_KILOBYTES(5_000, 1, 100_000, "How long one file may be."),
    FILES_MAX_MEGABYTES(1_000, 1, 1_000_000, "How much room all files that were sent may take on this server."),
    WEB_ADDRESS(
            "",
            "the beginning of an address, such as `https://ask.library.example:7443`",
            "Where this server's pages are reached from outside; empty: `https://DOMAIN:7443`."),
    RETENTION_DAYS(30, 1, 3_650, "How long the text of an ended session is kept."),
    STATISTICS_DAYS(800, 31, 3_650, "How long it is kept how many asked, and how long they waited; by whole months."),
    OTHER_LIBRARIES_SEE(
            "all",
            "all, question",
            "What operators of other libraries see of what was said before they came: everything, or no talk with others."),
    HUB_COORDINATORS_SEE(
            "counts",
            "counts, summaries, transcripts",
            "What coordinators of other libraries' services see of this library's sessions that run by these: how many; what"
                    + " they are about; or, as consultants beside the owner, their words, as other libraries see them."),
    SHOW_OPERATORS(
            "members",
            "members, nobody",
            "Which libraries may search among this library's operators, by handle and competences."),
    SESSIONS_PER_OPERATOR_DEFAULT(
            2, 1, Bounds.CAPACITY_MAX, "Sessions an operator has at a time, where the profile says nothing else."),
    QUESTIONS_PER_SERVICE_MAX(200, 1, 10_000, "Questions that may wait at one service."),
    SESSIONS_OPEN_MAX(10_000, 1, 1_000_000, "Sessions of this library's patrons that may be open."),
    FOLLOW_UPS_OPEN_MAX(
            1_000, 1, 100_000, "Questions kept to be answered later by this library; past it the oldest is given up."),
    SESSION_LINES_MAX(2_000, 10, 50_000, "Lines after which a session can't go on."),
    SESSION_BYTES_MAX(1_000_000, 10_000, 6_000_000, "Text after which a session can't go on, as it is kept."),
    BODY_MAX_CHARS(Bounds.BODY_MAX_CHARS, 100, Bounds.BODY_MAX_CHARS, "Longest message, in characters."),
    PENDING_EVENTS_PER_SESSION_MAX(100, 10, 10_000, "Events of one session that may wait."),
    PENDING_WORDS_PER_SESSION_MAX(
            500, 10, 10_000, "Messages of one operator that may wait for a home desk that is not reached."),
    EVENTS_QUEUE_MAX(20_000, 100, 1_000_000, "Events of all sessions that may wait."),
    RING_PARALLEL(1, 1, 100, "Operators rung at a time for one question."),
    PEER_STANZAS_PER_SECOND_MAX(2_000, 50, 100_000, "What one other desk may send, on the average of a few seconds."),
    ROOM_PING_SECONDS(
            30,
            5,
            3_600,
            "How often it is made sure that we are still in a staff room, and that services above ours are heard."),
    RESEND_SECONDS(
            3, 1, 300, "The longest wait for an acknowledgement before sending again; the first is a quarter of it."),
    REQUEST_TIMEOUT_SECONDS(15, 1, 300, "How long another desk's answer is waited for."),
    ACCEPT_LEASE_SECONDS(120, 5, 600, "How long an operator's place is kept for a session whose home desk is silent."),
    TAKE_BACK_SECONDS(
            600,
            60,
            86_400,
            "How long an operator of another desk may be out of reach before somebody else is called."),
    PATRON_GRACE_SECONDS(300, 10, 86_400, "How long a patron whose client is gone may come back to the same session."),
    FIND_SECONDS(2, 1, 60, "How long a search waits for the answers of other libraries."),
    CALL_CEILING_SECONDS(
            90,
            10,
            3_600,
            "How long a patron waits, over all services that are asked, before an answer later is offered."),
    FOLLOW_UP_DAYS(
            7,
            1,
            90,
            "How long a question may be left to be answered later: to its operator, and then once more to the library.");

    private final String standard;
    private final String allowed;
    private final String meaning;
    private final int least;
    private final int most;

    Setting(String standard, String allowed, String meaning) {
        this.standard = standard;
        this.allowed = allowed;
        this.meaning = meaning;
        this.least = 0;
        this.most = 0;
    }

    Setting(int standard, int least, int most, String meaning) {
        this.standard = Integer.toString(standard);
        this.allowed = least + " to " + most;
        this.meaning = meaning;
        this.least = least;
        this.most = most;
    }

    /** The property's name. */
    String key() {
        return "crossdesk." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The value where nothing is set. */
    String standard() {
        return standard;
    }

    /** What may be set, in words. */
    String allowed() {
        return allowed;
    }

    /** What it is for. */
    String meaning() {
        return meaning;
    }

    /** What is set, without white space around it. */
    String text(PropertySource source) {
        String value = source.get(key());
        return value == null ? standard : value.strip();
    }

    /** What is set, of a setting that is a number. */
    int number(PropertySource source) throws InvalidSettingException {
        String text = text(source);
        if (!text.matches("[0-9]{1,9}")) {
            throw invalid(text);
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw invalid(text);
        }
        return number;
    }

    /** Says that the value can't be used. */
    InvalidSettingException invalid(String value) {
        return new InvalidSettingException(key(), value, allowed);
    }
}
