package org.crossdesk.edge.xmpp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Find;
import org.crossdesk.protocol.competence.Subject;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/**
 * The search window of stock clients (XEP-0055), with pages (XEP-0059): what the command {@code find} does, as far as
 * that protocol can say it. For this library's operators and coordinators.
 */
final class SearchDoor {
    static final String SEARCH = "jabber:iq:search";

    /** Rows of a page at most. */
    private static final int PAGE_MAX = 50;

    private static final String PAGES = "http://jabber.org/protocol/rsm";
    private static final String FORMS = "jabber:x:data";
    private static final String FORM_TYPE = "FORM_TYPE";
    private static final String LANGUAGE = "language";
    private static final String SUBJECT = "subject";
    private static final String ON_DUTY = "on-duty";

    private final Finder finder;
    private final Function<String, Subject> subjects;
    private final Predicate<Address> allows;
    private final Consumer<Packet> sender;

    SearchDoor(Finder finder, Function<String, Subject> subjects, Predicate<Address> allows, Consumer<Packet> sender) {
        this.finder = finder;
        this.subjects = subjects;
        this.allows = allows;
        this.sender = sender;
    }

    /** Answers, at once or when the search is over. */
    void answer(IQ iq, Element query) {
        if (!allows.test(StanzaBridge.address(iq.getFrom()).bare())) {
            refuse(iq, Condition.FORBIDDEN, "only operators and coordinators of this library search here");
        } else if (iq.getType() == IQ.Type.get) {
            sender.accept(form(iq));
        } else {
            try {
                search(iq, query);
            } catch (IllegalArgumentException e) {
                refuse(iq, Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
            }
        }
    }

    private void refuse(IQ iq, Condition condition, String text) {
        sender.accept(StanzaErrors.refuse(iq, new Refusal(condition, text)));
    }

    private static IQ form(IQ iq) {
        IQ result = IQ.createResultIQ(iq);
        Element query = result.setChildElement("query", SEARCH);
        String how = "A language, a subject by any name, or both. Levels and more of each: the command \"find\".";
        query.addElement("instructions").setText(how);
        DataForm form = new DataForm(DataForm.Type.form);
        form.setTitle("Find who knows something");
        form.addInstruction(how);
        form.addField(FORM_TYPE, null, FormField.Type.hidden).addValue(SEARCH);
        form.addField(LANGUAGE, "Language, such as fi", FormField.Type.text_single);
        form.addField(SUBJECT, "Subject, such as law", FormField.Type.text_single);
        form.addField(ON_DUTY, "Only who is on duty", FormField.Type.boolean_type)
                .addValue("false");
        query.add(form.getElement().createCopy());
        return result;
    }

    private void search(IQ iq, Element query) {
        Map<String, String> filled = filled(query);
        List<String> languages = words(filled.get(LANGUAGE));
        List<Subject> needed = words(filled.get(SUBJECT)).stream().map(subjects).toList();
        boolean onDuty = List.of("1", "true").contains(filled.getOrDefault(ON_DUTY, ""));
        Page page = Page.of(query);
        finder.find(new Find(OperatorLine.needs(languages, needed), onDuty))
                .thenAccept(found -> sender.accept(result(iq, found, page)));
    }

    private static List<String> words(@Nullable String typed) {
        return typed == null || typed.isBlank() ? List.of() : List.of(typed.strip());
    }

    private static Map<String, String> filled(Element query) {
        Map<String, String> filled = new LinkedHashMap<>();
        Element form = query.element(QName.get("x", Namespace.get(FORMS)));
        if (form == null) {
            throw new IllegalArgumentException("fill in the form (XEP-0055, section 3)");
        }
        for (Object field : form.elements("field")) {
            String name = ((Element) field).attributeValue("var");
            String value = ((Element) field).elementText("value");
            if (name != null && value != null) {
                filled.put(name, value);
            }
        }
        return filled;
    }

    /** Which part of what is found is wanted (XEP-0059). */
    private record Page(int most, @Nullable String after, boolean asked) {
        static Page of(Element query) {
            Element set = query.element(QName.get("set", Namespace.get(PAGES)));
            if (set == null) {
                return new Page(PAGE_MAX, null, false);
            }
            String max = set.elementText("max");
            if (max != null && !max.matches("[0-9]{1,6}")) {
                throw new IllegalArgumentException("<max/> takes a number");
            }
            int most = max == null ? PAGE_MAX : Math.min(Integer.parseInt(max), PAGE_MAX);
            String after = set.elementText("after");
            return new Page(most, after == null || after.isEmpty() ? null : after, true);
        }
    }

    private static Packet result(IQ iq, Finder.Result found, Page page) {
        List<Finder.Somebody> all = found.people();
        int from = page.after() == null
                ? 0
                : IntStream.range(0, all.size())
                        .filter(i -> all.get(i).operator().toString().equals(page.after()))
                        .map(i -> i + 1)
                        .findFirst()
                        .orElse(-1);
        if (from < 0) {
            return StanzaErrors.refuse(iq, new Refusal(Condition.ITEM_NOT_FOUND, "there is no such page any more"));
        }
        List<Finder.Somebody> shown = all.subList(from, Math.min(all.size(), from + page.most()));
        IQ result = IQ.createResultIQ(iq);
        Element query = result.setChildElement("query", SEARCH);
        DataForm form = new DataForm(DataForm.Type.result);
        form.addField(FORM_TYPE, null, FormField.Type.hidden).addValue(SEARCH);
        form.addReportedField("jid", "Operator", FormField.Type.jid_single);
        form.addReportedField("duty", "On duty", FormField.Type.text_single);
        form.addReportedField("knows", "Knows", FormField.Type.text_single);
        shown.forEach(one -> form.addItemFields(row(one)));
        query.add(form.getElement().createCopy());
        if (page.asked()) {
            Element set = query.addElement(QName.get("set", Namespace.get(PAGES)));
            if (!shown.isEmpty()) {
                set.addElement("first")
                        .addAttribute("index", Integer.toString(from))
                        .setText(shown.get(0).operator().toString());
                set.addElement("last")
                        .setText(shown.get(shown.size() - 1).operator().toString());
            }
            set.addElement("count").setText(Integer.toString(all.size()));
        }
        return result;
    }

    private static Map<String, Object> row(Finder.Somebody one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("jid", one.operator().toString());
        row.put("duty", one.duty());
        row.put("knows", one.knows());
        return row;
    }
}
