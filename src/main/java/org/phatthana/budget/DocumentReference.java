package org.phatthana.budget;

import java.time.LocalDate;
import java.util.Optional;

/// The document that a transaction rests on.
///
/// @param kind for example `ordinance`, `minutes`, `memo`, `contract`, `voucher`: as the pack names them
/// @param number its number as the office writes it, for example `12/2566`
/// @param address where the program shows it, without a language; empty where it does not
public record DocumentReference(String kind, String number, Optional<LocalDate> date, String address) {

    public static final int LONGEST_NUMBER = 200;

    public DocumentReference {
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException(
                    "A document is named by 1 to " + LONGEST_NUMBER + " letters, not «" + number + "»");
        }
        if (!address.isEmpty() && !address.startsWith("/")) {
            throw new IllegalArgumentException("A document is shown at an address of ours, not «" + address + "»");
        }
    }

    public static DocumentReference of(String kind, String number) {
        return new DocumentReference(kind, number, Optional.empty(), "");
    }

    public static DocumentReference of(String kind, String number, LocalDate date, String address) {
        return new DocumentReference(kind, number, Optional.of(date), address);
    }
}
