package org.crossdesk.edge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.crossdesk.edge.storage.SentFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files that people in sessions send, and gives them to whoever knows the address (XEP-0363), at
 * {@link #PATH}{@code <what nobody guesses>/<name>}. The server's web side has few threads, and some of those who send
 * have slow links: no thread waits for either.
 */
public final class SentServlet extends HttpServlet {
    /** Where it is mounted, below {@link FilesServlet#PATH}. */
    public static final String PATH = "/sent/*";

    private static final long serialVersionUID = 1L;

    /** So long a file may be under way. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final int BUFFER_BYTES = 16_384;

    /** What a browser shows by itself; everything else it only saves, whatever a sender has put into it. */
    private static final Map<String, String> IMAGES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif", "webp", "image/webp");

    private static final Logger LOG = LoggerFactory.getLogger(SentServlet.class);

    private final transient SentFiles files;

    /** Serves these. */
    public SentServlet(SentFiles files) {
        this.files = files;
    }

    /** The name of the file on the shelf: what nobody guesses, and what the name ends in. */
    private static String kept(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        int slash = path.indexOf('/', 1);
        int dot = path.lastIndexOf('.');
        return slash < 0 || dot < slash
                ? ""
                : path.substring(1, slash) + path.substring(dot).toLowerCase(Locale.ROOT);
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        open(response);
        response.setHeader("Access-Control-Allow-Methods", "PUT, GET, HEAD, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Content-Type");
        response.setHeader("Access-Control-Max-Age", "7200");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Clients in a browser are pages of other sites; what they need to know is the address (XEP-0363, section 5). */
    private static void open(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(response);
        SentFiles.Arriving arriving = files.receive(kept(request));
        if (arriving == null) {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN, "no file is expected here, or no more: ask for another address");
            return;
        }
        if (request.getContentLengthLong() != arriving.bytes()) {
            arriving.giveUp();
            response.sendError(
                    HttpServletResponse.SC_BAD_REQUEST, "a file of " + arriving.bytes() + " bytes was announced");
            return;
        }
        try {
            take(arriving, request, response);
        } catch (IOException | RuntimeException e) {
            arriving.giveUp();
            throw e;
        }
    }

    private static void take(SentFiles.Arriving arriving, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AsyncContext under = under(request, arriving::giveUp);
        ServletInputStream in = request.getInputStream();
        in.setReadListener(new ReadListener() {
            private final byte[] buffer = new byte[BUFFER_BYTES];

            @Override
            public void onDataAvailable() throws IOException {
                while (in.isReady() && !in.isFinished()) {
                    int length = in.read(buffer);
                    if (length > 0) {
                        arriving.write(ByteBuffer.wrap(buffer, 0, length));
                    }
                }
            }

            @Override
            public void onAllDataRead() throws IOException {
                arriving.keep();
                response.setStatus(HttpServletResponse.SC_CREATED);
                under.complete();
            }

            @Override
            public void onError(Throwable failure) {
                LOG.info("file.not.taken reason={}", failure.toString());
                arriving.giveUp();
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                under.complete();
            }
        });
    }

    private static AsyncContext under(HttpServletRequest request, Runnable broken) {
        AsyncContext under = request.startAsync();
        under.setTimeout(PATIENCE.toMillis());
        under.addListener(new AsyncListener() {
            @Override
            public void onComplete(AsyncEvent event) {
                // Whoever completed it knows.
            }

            @Override
            public void onTimeout(AsyncEvent event) {
                broken.run();
                under.complete();
            }

            @Override
            public void onError(AsyncEvent event) {
                broken.run();
            }

            @Override
            public void onStartAsync(AsyncEvent event) {
                // It is started once.
            }
        });
        return under;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(response);
        Path file = files.find(kept(request));
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "there is no such file, or it is deleted by now");
            return;
        }
        String image = IMAGES.get(file.toString().substring(file.toString().lastIndexOf('.') + 1));
        response.setContentType(image == null ? "application/octet-stream" : image);
        response.setHeader("Content-Disposition", image == null ? "attachment" : "inline");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "private, max-age=86400, immutable");
        response.setContentLengthLong(Files.size(file));
        if (!request.getMethod().equals("HEAD")) {
            send(file, request, response);
        }
    }

    private static void send(Path file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SeekableByteChannel from = Files.newByteChannel(file);
        Runnable close = () -> {
            try {
                from.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        AsyncContext under = under(request, close);
        ServletOutputStream out = response.getOutputStream();
        out.setWriteListener(new WriteListener() {
            private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

            @Override
            public void onWritePossible() throws IOException {
                while (out.isReady()) {
                    if (from.read(buffer.clear()) < 0) {
                        close.run();
                        under.complete();
                        return;
                    }
                    out.write(buffer.array(), 0, buffer.position());
                }
            }

            @Override
            public void onError(Throwable failure) {
                LOG.info("file.not.given reason={}", failure.toString());
                close.run();
                under.complete();
            }
        });
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
