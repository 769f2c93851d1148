package org.crossdesk.edge.xmpp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.Directory;

/** A directory without a database, for worlds of hundreds of desks. */
final class MemoryDirectory implements Directory {
    private final Map<Address, Service> services = new LinkedHashMap<>();
    private final Map<Address, Consent> consents = new LinkedHashMap<>();
    private final Map<String, OwnedScript> scripts = new LinkedHashMap<>();
    private final Map<String, Operator> operators = new LinkedHashMap<>();

    @Override
    public List<Service> services() {
        return List.copyOf(services.values());
    }

    @Override
    public void save(Service service) {
        services.put(service.address(), service);
    }

    @Override
    public List<Consent> consents() {
        return List.copyOf(consents.values());
    }

    @Override
    public void save(Consent consent) {
        consents.put(consent.service(), consent);
    }

    @Override
    public void forget(Consent consent) {
        consents.remove(consent.service());
    }

    @Override
    public List<OwnedScript> scripts() {
        return List.copyOf(scripts.values());
    }

    @Override
    public void save(OwnedScript script) {
        scripts.put(script.script().id(), script);
    }

    @Override
    public void forget(OwnedScript script) {
        scripts.remove(script.script().id());
    }

    @Override
    public List<Operator> operators() {
        return List.copyOf(operators.values());
    }

    @Override
    public void save(List<Operator> all) {
        all.forEach(operator -> operators.put(operator.account(), operator));
    }
}
