package org.tiyanguan.rectification;

import java.util.List;
import org.tiyanguan.ledger.Entry;

/** What a feature offers on the page of an entry to whoever looks at it: the staff's page, and that of who reported. */
public interface EntryLinks {

    record Link(String text, String path) {}

    /** For the current user, who may see the entry. */
    List<Link> of(Entry entry);
}
