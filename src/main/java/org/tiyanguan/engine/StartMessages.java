package org.tiyanguan.engine;

import java.util.Map;

/** The messages with which the program itself starts a feature's processes; whoever draws them anew keeps these. */
public interface StartMessages {

    /** The message by the key of the process that begins at it. */
    Map<String, String> startMessages();
}
