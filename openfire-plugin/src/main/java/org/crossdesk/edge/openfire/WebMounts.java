package org.crossdesk.edge.openfire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.servlet.Servlet;

/**
 * Mounts servlets where the server has its web socket and BOSH. By reflection, since the class that holds servlets has
 * another name from Openfire 5.0 on, and the one that it is handed to takes another type.
 */
final class WebMounts {
    private static final List<String> CONTEXTS = List.of(
            "org.eclipse.jetty.ee8.servlet.ServletContextHandler", "org.eclipse.jetty.servlet.ServletContextHandler");

    private final Object web;

    /** Mounts at this {@code HttpBindManager}. */
    WebMounts(Object web) {
        this.web = web;
    }

    /**
     * Mounts servlets below a path. All that are below one path are mounted together: of two mounts, one within the other,
     * the older server would ask both, and the newer one only the first.
     *
     * @param servlets by the part of the path below {@code path} that each serves, such as {@code /status/*}
     * @return takes them away again
     */
    Runnable mount(String path, Map<String, Servlet> servlets) {
        try {
            Class<?> type = context();
            Object context = type.getConstructor().newInstance();
            type.getMethod("setContextPath", String.class).invoke(context, path);
            Class<?> holderType = Class.forName(type.getPackageName() + ".ServletHolder", true, type.getClassLoader());
            for (Map.Entry<String, Servlet> one : servlets.entrySet()) {
                Object holder = holderType.getConstructor(Servlet.class).newInstance(one.getValue());
                type.getMethod("addServlet", holderType, String.class).invoke(context, holder, one.getKey());
            }
            Object handler = context instanceof Supplier<?> inner ? inner.get() : context;
            call("addJettyHandler", handler);
            return () -> {
                try {
                    call("removeJettyHandler", handler);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("the server does not give " + path + " back", e);
                }
            };
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the server does not serve " + path, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this server's web server is one that we don't know", e);
        }
    }

    private void call(String name, Object handler) throws ReflectiveOperationException {
        Method method = Arrays.stream(web.getClass().getMethods())
                .filter(one -> one.getName().equals(name)
                        && one.getParameterCount() == 1
                        && one.getParameterTypes()[0].isInstance(handler))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(name));
        method.invoke(web, handler);
    }

    private Class<?> context() throws ClassNotFoundException {
        ClassLoader loader = web.getClass().getClassLoader();
        for (String name : CONTEXTS) {
            try {
                return Class.forName(name, true, loader);
            } catch (ClassNotFoundException e) {
                // The other one, then.
            }
        }
        throw new ClassNotFoundException(String.join(" or ", CONTEXTS));
    }
}
