package org.crossdesk.edge.web;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Serves the frontend's files, at {@link #PATH}. */
public final class FilesServlet extends HttpServlet {
    /** Where it is mounted. */
    public static final String PATH = "/crossdesk";

    private static final long serialVersionUID = 1L;

    private final transient WebFiles files;

    /** Serves these. */
    public FilesServlet(WebFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        // The page is served by its own address only, which fills it in.
        Optional<WebFile> file = path == null || path.length() < 2 || path.endsWith(".html")
                ? Optional.empty()
                : files.find(path.substring(1));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // A library's own site fetches the loader and nothing else.
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        Reply.send(file.get(), request, response);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
