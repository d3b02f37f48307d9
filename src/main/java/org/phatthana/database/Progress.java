package org.phatthana.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what is being done while a reader waits for the first page.
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private Progress() {}

    static void say(String key, Object... arguments) {
        LOG.info("{}", Words.both(" · ", "database.progress." + key, arguments));
    }
}
