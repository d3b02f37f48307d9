package org.phatthana.approvals;

import java.time.LocalDate;

/// A record that a step asks for, such as the minutes of a community forum.
///
/// @param kind the [RecordKind]'s id
/// @param people how many took part
public record Minutes(String kind, LocalDate date, String place, int people, String text) {

    public static final int MAX_PLACE = 300;
    public static final int MAX_PEOPLE = 1_000_000;
    public static final int MAX_TEXT = 20_000;
}
