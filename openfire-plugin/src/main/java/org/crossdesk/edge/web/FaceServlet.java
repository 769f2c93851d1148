package org.crossdesk.edge.web;

import static org.crossdesk.edge.web.Page.meta;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.crossdesk.domain.service.FileRules;

/** Serves a page for people with an account: the operator's console or the coordinator's board. No site may frame it. */
public final class FaceServlet extends HttpServlet {
    /** Where the console is mounted. */
    public static final String CONSOLE = "/console";

    /** Where the board is mounted. */
    public static final String BOARD = "/board";

    private static final long serialVersionUID = 1L;

    private final transient Page page;
    private final String head;

    /**
     * Serves the page of a face.
     *
     * @param path where it is mounted, which is also its name in the build
     * @param desk the desk's domain
     * @param library what the library is called
     * @param rules which files may be sent in a session
     */
    public FaceServlet(WebFiles files, String path, String desk, String library, FileRules rules) {
        this.page = new Page(files, path.substring(1), "'none'");
        this.head = meta("desk", "", desk) + meta("name", "", library) + Page.files(rules);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path != null && !path.equals("/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        page.send(head, request, response);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
