package org.crossdesk.protocol.competence;

import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * Who of a library fits a need, the best first.
 *
 * @param more whether there are more of them
 */
public record Found(List<Finding> operators, boolean more) implements CompetencePayload {
    public Found {
        operators = Bounds.list("operators", operators, Bounds.FOUND_MAX);
    }

    @Override
    public Element toElement() {
        return CompetenceCodec.encode(this);
    }
}
