package org.tiyanguan.security;

import java.util.Optional;

/** Who knows the keys of other systems. */
public interface ApiClients {

    /** Whose key it is, as far as it is good; that it was used is remembered. */
    Optional<ApiClient> byKey(String key);
}
