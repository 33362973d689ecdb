package org.tiyanguan.security;

import java.util.Optional;

/** Who knows the keys of other systems. */
public interface ApiClients {

    /** Finds whose key it is, as far as it is good, and remembers that it was used. */
    Optional<ApiClient> byKey(String key);
}
