package org.crossdesk.domain.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Needs;
import org.jspecify.annotations.Nullable;

/**
 * An address that patrons can ask, with a staff room that answers. A local desk, "Ask Scandinavia" and a specialist
 * group are all this; the pyramid is a chain of parents.
 *
 * @param address {@code <service>@ask.<domain>}
 * @param names the name by language; {@code ""} is the one for every other language
 * @param languages languages its operators are taken to share, so that a question in one needs no other; BCP 47
 * @param ownSeconds how long its own staff room is asked before the question rolls up
 * @param parent the service it rolls up to, if any
 * @param parentSeconds how long the parent is asked
 * @param ringSeconds how long one operator rings
 * @param policy the policy page that travels with offers, if any
 * @param plan what else is planned of it. Null in the constructor, and in what earlier versions stored: nothing
 */
public record Service(
        Address address,
        Map<String, String> names,
        List<String> languages,
        int ownSeconds,
        @Nullable Address parent,
        int parentSeconds,
        int ringSeconds,
        @Nullable String policy,
        @Nullable ServicePlan plan) {
    /** The service that every library has. */
    public static final String DESK = "desk";

    /** Own library first, for so long. */
    public static final int OWN_SECONDS_DEFAULT = 30;

    /** With {@link #OWN_SECONDS_DEFAULT} this keeps to the ceiling of 90 seconds. */
    public static final int PARENT_SECONDS_DEFAULT = 60;

    /** How long one operator rings. */
    public static final int RING_SECONDS_DEFAULT = 20;

    public Service {
        names = Map.copyOf(names);
        plan = ServicePlan.NONE.equals(plan) ? null : plan;
        languages = List.copyOf(languages);
        Bounds.range("own seconds", ownSeconds, 1, Bounds.EXPIRY_MAX_SECONDS);
        Bounds.range("parent seconds", parentSeconds, 1, Bounds.EXPIRY_MAX_SECONDS);
        Bounds.range("ring seconds", ringSeconds, 1, Bounds.EXPIRY_MAX_SECONDS);
        if (policy != null) {
            Bounds.text("policy", policy, Bounds.POLICY_MAX_CHARS);
        }
        if (address.local() == null || address.resource() != null) {
            throw new IllegalArgumentException("a service's address is NAME@ask.DOMAIN");
        }
        if (address.equals(parent)) {
            throw new IllegalArgumentException("a service can't be its own parent");
        }
    }

    /** A service of which nothing else is planned. */
    public Service(
            Address address,
            Map<String, String> names,
            List<String> languages,
            int ownSeconds,
            @Nullable Address parent,
            int parentSeconds,
            int ringSeconds,
            @Nullable String policy) {
        this(address, names, languages, ownSeconds, parent, parentSeconds, ringSeconds, policy, null);
    }

    /** The service that a library has before anybody sets one up. */
    public static Service initial(Address address, String name) {
        return new Service(
                address,
                Map.of("", name),
                List.of(),
                OWN_SECONDS_DEFAULT,
                null,
                PARENT_SECONDS_DEFAULT,
                RING_SECONDS_DEFAULT,
                null);
    }

    /** What else is planned of it. */
    @Override
    public ServicePlan plan() {
        return plan == null ? ServicePlan.NONE : plan;
    }

    /** This service, given up: everything else stays, for when it is opened again. */
    public Service closing() {
        return new Service(
                address, names, languages, ownSeconds, parent, parentSeconds, ringSeconds, policy, plan().closed(true));
    }

    /** Its name for a reader of {@code language}. */
    public String name(@Nullable String language) {
        String name = ByLanguage.in(language, names);
        return name != null ? name : address.toString();
    }

    /** Where a question put to this service is looked after, in order. */
    public List<Step> steps() {
        if (!plan().steps().isEmpty()) {
            return plan().steps();
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(address, Step.Keep.ALL, ownSeconds));
        if (parent != null) {
            steps.add(new Step(parent, Step.Keep.ALL, parentSeconds));
        }
        return steps;
    }

    /** Its groups that a question with these needs is for: the steps that stand before its own. */
    public List<Step> groups(Needs needs, SubjectOrder order) {
        return steps().stream()
                .takeWhile(step -> !step.service().equals(address))
                .filter(step -> !step.isForAll() && step.isFor(needs, order))
                .limit(Bounds.GROUPS_MAX)
                .toList();
    }
}
