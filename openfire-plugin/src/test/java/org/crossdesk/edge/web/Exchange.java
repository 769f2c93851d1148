package org.crossdesk.edge.web;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.ServletOutputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;

/** One request to a servlet, and what it answered: the web server around it is not ours. */
final class Exchange {
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, String> sent = new HashMap<>();
    private int status = HttpServletResponse.SC_OK;

    Exchange(String method, @Nullable String path, String... headers) throws IOException {
        when(request.getMethod()).thenReturn(method);
        when(request.getProtocol()).thenReturn("HTTP/1.1");
        when(request.getPathInfo()).thenReturn(path);
        for (int i = 0; i < headers.length; i += 2) {
            when(request.getHeader(headers[i])).thenReturn(headers[i + 1]);
        }
        doAnswer(call -> sent.put(call.getArgument(0), call.getArgument(1)))
                .when(response)
                .setHeader(anyString(), anyString());
        doAnswer(call -> sent.put("Content-Type", call.getArgument(0)))
                .when(response)
                .setContentType(anyString());
        doAnswer(call -> status = call.getArgument(0)).when(response).setStatus(anyInt());
        doAnswer(call -> status = call.getArgument(0)).when(response).sendError(anyInt());
        doAnswer(call -> status = call.getArgument(0)).when(response).sendError(anyInt(), anyString());
        ServletOutputStream out = mock(ServletOutputStream.class, Mockito.CALLS_REAL_METHODS);
        doAnswer(call -> {
                    body.write(call.<Integer>getArgument(0));
                    return null;
                })
                .when(out)
                .write(anyInt());
        when(response.getOutputStream()).thenReturn(out);
    }

    /** With a parameter behind the path. */
    Exchange asking(String parameter, @Nullable String value) {
        when(request.getParameter(parameter)).thenReturn(value);
        return this;
    }

    /** The servlet serves it. */
    Exchange with(HttpServlet servlet) throws ServletException, IOException {
        servlet.service(request, response);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return sent;
    }

    byte[] body() {
        return body.toByteArray();
    }
}
