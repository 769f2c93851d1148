package org.crossdesk.deploy.network;

import java.util.Map;
import java.util.Set;
import org.crossdesk.deploy.seed.Account;

/** The demo's libraries: three that answer for each other, and a hub that brings them together. */
public final class DemoPlan {
    /** The group of those who answer. */
    public static final String OPERATORS = "operators";
    /** The group of those who make and keep services. */
    public static final String COORDINATORS = "coordinators";
    /** The service of the hub that all three libraries staff. */
    public static final String HUB_SERVICE = "ask-north@ask.north.test";

    /** Where the demo is; tests use other blocks, so that both can run at once. */
    private static final String DEMO_BLOCK = "127.0.10";

    private static final String PATRONS_PASSWORD = "patron";
    private static final String STAFFS_PASSWORD = "librarian";

    private DemoPlan() {}

    /** The demo's network. */
    public static NetworkPlan demo() {
        return at(DEMO_BLOCK);
    }

    /** The same libraries at the first addresses of another block, such as {@code 127.0.11}. */
    public static NetworkPlan at(String block) {
        Map<String, String> member = Map.of(
                "crossdesk.members", "north.test",
                "crossdesk.staffs", HUB_SERVICE,
                "crossdesk.files", "png, jpg, jpeg, pdf",
                "crossdesk.file.max.kilobytes", "500",
                "crossdesk.survey", "yes");
        return NetworkPlan.of(
                LibraryPlan.of(
                                "uppsala.test",
                                block + ".1",
                                patron("parisa", "Parisa, a patron"),
                                patron("elsa", "Elsa, a patron"),
                                operator("astrid", "Astrid (Swedish, English)"),
                                coordinator("britta", "Britta, local coordinator"))
                        .named("Uppsala")
                        .with(member)
                        .with(Map.of("crossdesk.library.name", "Uppsala Library")),
                LibraryPlan.of(
                                "tehran.test",
                                block + ".2",
                                patron("omid", "Omid, a patron"),
                                operator("leila", "Leila (Persian, English)"),
                                coordinator("reza", "Reza, local coordinator"))
                        .named("Tehran")
                        .with(member)
                        .with(Map.of("crossdesk.library.name", "Tehran University Library")),
                LibraryPlan.of(
                                "helsinki.test",
                                block + ".3",
                                patron("onni", "Onni, a patron"),
                                operator("aino", "Aino (law; Finnish, Swedish, English)"),
                                coordinator("kaisa", "Kaisa, local coordinator"))
                        .named("Helsinki")
                        .with(member)
                        .with(Map.of("crossdesk.library.name", "Helsinki Library")),
                LibraryPlan.of("north.test", block + ".4", coordinator("karin", "Karin, hub coordinator"))
                        .named("North (hub)")
                        .with(Map.of(
                                "crossdesk.members",
                                "uppsala.test,tehran.test,helsinki.test",
                                "crossdesk.library.name",
                                "Ask North")));
    }

    private static Account patron(String name, String fullName) {
        return new Account(name, PATRONS_PASSWORD, fullName, Set.of());
    }

    private static Account operator(String name, String fullName) {
        return new Account(name, STAFFS_PASSWORD, fullName, Set.of(OPERATORS));
    }

    private static Account coordinator(String name, String fullName) {
        return new Account(name, STAFFS_PASSWORD, fullName, Set.of(COORDINATORS));
    }
}
