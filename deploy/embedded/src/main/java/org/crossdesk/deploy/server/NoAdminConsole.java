package org.crossdesk.deploy.server;

import java.io.File;
import org.jivesoftware.openfire.container.Plugin;
import org.jivesoftware.openfire.container.PluginManager;

/** Stands where Openfire insists on finding its plugin "admin", and does nothing: the embedded server has no console. */
public final class NoAdminConsole implements Plugin {
    @Override
    public void initializePlugin(PluginManager manager, File pluginDirectory) {}

    @Override
    public void destroyPlugin() {}
}
