package org.crossdesk.edge.web;

import static org.crossdesk.edge.web.Page.meta;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Serves the patron's page of each service, at {@link #PATH}{@code /<service>}: alone, or in an iframe of any site. */
public final class AskServlet extends HttpServlet {
    /** Where it is mounted. */
    public static final String PATH = "/ask";

    private static final long serialVersionUID = 1L;

    private final transient Page page;
    private final transient Function<String, @Nullable ServiceFace> services;

    /**
     * Serves the pages of these services.
     *
     * @param services what to show of the service of a name; null where there is none
     * @param hosts which sites may show the page in theirs, as the Content-Security-Policy writes it
     */
    public AskServlet(WebFiles files, Function<String, @Nullable ServiceFace> services, String hosts) {
        this.page = new Page(files, "ask", hosts);
        this.services = services;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String name = path == null || path.length() < 2 ? "" : path.substring(1).toLowerCase(Locale.ROOT);
        ServiceFace face = name.isEmpty() || name.contains("/") ? null : services.apply(name);
        if (face == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        page.send(about(face), request, response);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private static String about(@Nullable ServiceFace face) {
        if (face == null) {
            return meta("standing", "", "none");
        }
        StringBuilder all = new StringBuilder();
        all.append(meta("desk", "", face.desk()));
        all.append(meta("service", "", face.service()));
        all.append(meta("standing", "", face.standing().name().toLowerCase(Locale.ROOT)));
        if (face.until() != null) {
            all.append(meta("until", "", face.until().toString()));
        }
        face.reception()
                .form()
                .fields()
                .forEach(field -> all.append(meta(
                        field.required() ? "needs" : "asks",
                        "",
                        field.kind().name().toLowerCase(Locale.ROOT))));
        all.append(Page.files(face.reception().files()));
        if (face.reception().survey()) {
            all.append(meta("survey", "", "true"));
        }
        byLanguage(all, "name", face.names());
        byLanguage(all, "description", face.descriptions());
        return all.toString();
    }

    private static void byLanguage(StringBuilder all, String name, Map<String, String> texts) {
        new TreeMap<>(texts).forEach((language, text) -> all.append(meta(name, language, text)));
    }
}
