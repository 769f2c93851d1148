package org.crossdesk.protocol.competence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementReader;

/**
 * Elements of {@code urn:xmpp:competence:0} from payloads and back. Competence Profiles, section "XML Schema";
 * decoding refuses what the schema refuses, and a profile whose {@code ver} doesn't fit its content.
 */
public final class CompetenceCodec {
    public static final String NAMESPACE = "urn:xmpp:competence:0";

    private static final String LANGUAGE = "language";
    private static final String SUBJECT = "subject";
    private static final String LABEL = "label";
    private static final String INSIGHT = "insight";
    private static final String OPERATOR = "operator";

    /** The attribute of a profile's levels, and that of a need's. */
    private static final String LEVEL = "level";

    private static final String MIN = "min";

    private CompetenceCodec() {}

    /** Whether it is an element of this namespace, well or badly formed. */
    public static boolean knows(Element element) {
        return element.namespace().equals(NAMESPACE);
    }

    static Element encode(Stamp stamp) {
        return Element.named("competence", NAMESPACE)
                .attribute("handle", stamp.handle())
                .attribute("ver", stamp.ver())
                .attribute("load", stamp.load())
                .attribute("capacity", stamp.capacity())
                .flag("away", stamp.away())
                .build();
    }

    static Element encode(Profile profile) {
        Element.Builder out = Element.named("profile", NAMESPACE).attribute("ver", profile.ver());
        encode(out, LEVEL, profile.languages(), profile.subjects(), profile.insights());
        out.child("note", profile.note());
        WorkingHours hours = profile.hours();
        if (hours != null) {
            Element.Builder child = Element.named("hours", NAMESPACE).attribute("zone", hours.zone());
            for (WorkingHours.Time time : hours.times()) {
                child.child(Element.named("time", NAMESPACE)
                        .attribute("day", time.day().keyword())
                        .attribute("from", WorkingHours.clock(time.from()))
                        .attribute("to", WorkingHours.clock(time.to()))
                        .build());
            }
            out.child(child.build());
        }
        return out.build();
    }

    static Element encode(ProfileQuery query) {
        return Element.named("query", NAMESPACE).attribute("ver", query.ver()).build();
    }

    static Element encode(Needs needs) {
        Element.Builder out = Element.named("needs", NAMESPACE);
        encode(out, MIN, needs.languages(), needs.subjects(), needs.insights());
        return out.build();
    }

    static Element encode(Find find) {
        return Element.named("find", NAMESPACE)
                .flag("on-duty", find.onDuty())
                .child(find.needs().toElement())
                .build();
    }

    static Element encode(Found found) {
        Element.Builder out = Element.named("found", NAMESPACE).flag("more", found.more());
        for (Finding one : found.operators()) {
            out.child(Element.named(OPERATOR, NAMESPACE)
                    .attribute("handle", one.handle())
                    .flag("on-duty", one.onDuty())
                    .attribute("load", one.load())
                    .attribute("capacity", one.capacity())
                    .child(one.profile().toElement())
                    .build());
        }
        return out.build();
    }

    private static void encode(
            Element.Builder out,
            String level,
            List<Language> languages,
            List<Subject> subjects,
            List<Insight> insights) {
        for (Language language : languages) {
            out.child(Element.named(LANGUAGE, NAMESPACE)
                    .attribute("tag", language.tag())
                    .attribute(level, keyword(language.level()))
                    .build());
        }
        for (Subject subject : subjects) {
            Element.Builder child = Element.named(SUBJECT, NAMESPACE)
                    .attribute("scheme", subject.scheme())
                    .attribute("concept", subject.concept())
                    .attribute(level, subject.level());
            for (Label label : subject.labels()) {
                child.child(Element.named(LABEL, NAMESPACE)
                        .attribute("tag", label.tag())
                        .attribute("name", label.name())
                        .build());
            }
            out.child(child.build());
        }
        for (Insight insight : insights) {
            out.child(Element.named(INSIGHT, NAMESPACE)
                    .attribute("kind", keyword(insight.kind()))
                    .attribute("name", insight.name())
                    .attribute(level, insight.level())
                    .build());
        }
    }

    /** Reads any payload of this namespace. */
    public static CompetencePayload decode(Element element) throws DecodingException {
        if (!knows(element)) {
            throw new DecodingException("the element is not of the namespace " + NAMESPACE);
        }
        return switch (element.name()) {
            case "competence" -> stamp(element);
            case "profile" -> profile(element);
            case "query" -> query(element);
            case "needs" -> decodeNeeds(element);
            case "find" -> find(element);
            case "found" -> found(element);
            default -> throw new DecodingException("<" + element.name() + "/> is not known in " + NAMESPACE);
        };
    }

    /** Reads needs, which also stand inside the elements of the other namespaces. */
    public static Needs decodeNeeds(Element element) throws DecodingException {
        ElementReader in = ElementReader.of(element);
        List<Language> languages = languages(in, MIN, Bounds.NEEDS_MAX);
        List<Subject> subjects = subjects(in, MIN, Bounds.NEEDS_MAX);
        List<Insight> insights = insights(in, MIN, Bounds.NEEDS_MAX);
        return in.finish(() -> new Needs(languages, subjects, insights));
    }

    private static Find find(Element element) throws DecodingException {
        ElementReader in = ElementReader.of(element);
        boolean onDuty = in.optionalFlag("on-duty");
        Needs needs = decodeNeeds(in.child("needs", NAMESPACE));
        return in.finish(() -> new Find(needs, onDuty));
    }

    private static Found found(Element element) throws DecodingException {
        ElementReader outer = ElementReader.of(element);
        boolean more = outer.optionalFlag("more");
        List<Finding> operators = new ArrayList<>();
        for (Element one : outer.children(OPERATOR, NAMESPACE, 0, Bounds.FOUND_MAX)) {
            ElementReader in = ElementReader.of(one);
            String handle = in.required("handle");
            boolean onDuty = in.optionalFlag("on-duty");
            int load = in.count("load", 0, Bounds.CAPACITY_MAX);
            int capacity = in.count("capacity", 0, Bounds.CAPACITY_MAX);
            Profile profile = profile(in.child("profile", NAMESPACE));
            operators.add(in.finish(() -> new Finding(handle, onDuty, load, capacity, profile)));
        }
        return outer.finish(() -> new Found(operators, more));
    }

    private static Stamp stamp(Element element) throws DecodingException {
        ElementReader in = ElementReader.of(element);
        String handle = in.required("handle");
        String ver = in.required("ver");
        int load = in.count("load", 0, Bounds.CAPACITY_MAX);
        int capacity = in.count("capacity", 0, Bounds.CAPACITY_MAX);
        boolean away = in.optionalFlag("away");
        return in.finish(() -> new Stamp(handle, ver, load, capacity, away));
    }

    private static ProfileQuery query(Element element) throws DecodingException {
        ElementReader in = ElementReader.of(element);
        String ver = in.required("ver");
        return in.finish(() -> new ProfileQuery(ver));
    }

    private static Profile profile(Element element) throws DecodingException {
        ElementReader in = ElementReader.of(element);
        String ver = in.value("ver", value -> Bounds.line("ver", value, Bounds.NAME_MAX_CHARS));
        List<Language> languages = languages(in, LEVEL, Bounds.COMPETENCES_MAX);
        List<Subject> subjects = subjects(in, LEVEL, Bounds.COMPETENCES_MAX);
        List<Insight> insights = insights(in, LEVEL, Bounds.COMPETENCES_MAX);
        Element noteIn = in.optionalChild("note", NAMESPACE);
        String note = noteIn == null ? null : ElementReader.of(noteIn).finishText();
        Element hoursIn = in.optionalChild("hours", NAMESPACE);
        WorkingHours hours = hoursIn == null ? null : hours(hoursIn);
        Profile profile = in.finish(() -> new Profile(languages, subjects, insights, note, hours));
        if (!profile.ver().equals(ver)) {
            throw new DecodingException("<profile/>: the attribute 'ver' is not the hash of the content");
        }
        return profile;
    }

    private static WorkingHours hours(Element element) throws DecodingException {
        ElementReader outer = ElementReader.of(element);
        String zone = outer.required("zone");
        List<WorkingHours.Time> times = new ArrayList<>();
        for (Element one : outer.children("time", NAMESPACE, 1, Bounds.TIMES_MAX)) {
            ElementReader in = ElementReader.of(one);
            WorkingHours.Day day = in.keyword("day", WorkingHours.Day.class);
            int from = in.value("from", WorkingHours::minutes);
            int to = in.value("to", WorkingHours::minutes);
            times.add(in.finish(() -> new WorkingHours.Time(day, from, to)));
        }
        return outer.finish(() -> new WorkingHours(zone, times));
    }

    private static List<Language> languages(ElementReader outer, String level, int most) throws DecodingException {
        List<Language> languages = new ArrayList<>();
        for (Element element : outer.children(LANGUAGE, NAMESPACE, 0, most)) {
            ElementReader in = ElementReader.of(element);
            String tag = in.required("tag");
            LanguageLevel known = in.value(level, CompetenceCodec::languageLevel);
            languages.add(in.finish(() -> new Language(tag, known)));
        }
        return languages;
    }

    private static List<Subject> subjects(ElementReader outer, String level, int most) throws DecodingException {
        List<Subject> subjects = new ArrayList<>();
        for (Element element : outer.children(SUBJECT, NAMESPACE, 0, most)) {
            ElementReader in = ElementReader.of(element);
            String scheme = in.required("scheme");
            String concept = in.required("concept");
            int known = in.count(level, Subject.LEVEL_MIN, Subject.LEVEL_MAX);
            List<Label> labels = labels(in);
            subjects.add(in.finish(() -> new Subject(scheme, concept, known, labels)));
        }
        return subjects;
    }

    private static List<Label> labels(ElementReader outer) throws DecodingException {
        List<Label> labels = new ArrayList<>();
        for (Element element : outer.children(LABEL, NAMESPACE, 0, Bounds.LABELS_MAX)) {
            ElementReader in = ElementReader.of(element);
            String tag = in.required("tag");
            String name = in.required("name");
            labels.add(in.finish(() -> new Label(tag, name)));
        }
        return labels;
    }

    private static List<Insight> insights(ElementReader outer, String level, int most) throws DecodingException {
        List<Insight> insights = new ArrayList<>();
        for (Element element : outer.children(INSIGHT, NAMESPACE, 0, most)) {
            ElementReader in = ElementReader.of(element);
            Insight.Kind kind = in.keyword("kind", Insight.Kind.class);
            String name = in.required("name");
            int known = in.count(level, Subject.LEVEL_MIN, Subject.LEVEL_MAX);
            insights.add(in.finish(() -> new Insight(kind, name, known)));
        }
        return insights;
    }

    /** The levels of the Common European Framework keep their capitals. */
    static String keyword(LanguageLevel level) {
        return level == LanguageLevel.NATIVE ? "native" : level.name();
    }

    static String keyword(Insight.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static LanguageLevel languageLevel(String keyword) {
        for (LanguageLevel level : LanguageLevel.values()) {
            if (keyword(level).equals(keyword)) {
                return level;
            }
        }
        throw new IllegalArgumentException("A1, A2, B1, B2, C1, C2 or native is expected");
    }
}
