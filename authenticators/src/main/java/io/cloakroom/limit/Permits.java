package io.cloakroom.limit;

import java.util.List;
import java.util.Optional;
import org.keycloak.provider.Provider;

/** Hands out permits in the realm of the session, counted for all nodes together. */
public interface Permits extends Provider {

    /**
     * Takes one permit from every limit, or none.
     *
     * @param limits in the order in which they are asked: put those first that protect the others' memory
     */
    Decision take(List<Limit> limits);

    /** Whether this very thing happens for the first time within its window: one caller on all nodes is told so. */
    boolean isFirst(Limit once);

    /**
     * The same of something that may come to nothing.
     *
     * @return for the one caller, what gives it back, so that it can happen for the first time once more
     */
    Optional<Runnable> claim(Limit once);

    /** Whether a permit could be had now; takes none. */
    boolean hasRoom(Limit limit);

    /**
     * Whether at least that share of the permits of one of its windows is out; takes none.
     *
     * @param percent 1 to 100
     */
    boolean isTight(Limit limit, int percent);
}
