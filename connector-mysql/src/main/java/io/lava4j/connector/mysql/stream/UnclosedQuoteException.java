package io.lava4j.connector.mysql.stream;

import java.io.IOException;

/** An object ends within quotes: the server would take all that follows the opening quote for one value. */
final class UnclosedQuoteException extends IOException {

    private static final long serialVersionUID = 1L;

    UnclosedQuoteException(String message) {
        super(message);
    }
}
