package org.phatthana.duties;

import java.util.List;
import org.phatthana.values.Localized;

/// Something that the law wants done again and again.
///
/// @param id for example `operation-plan`
/// @param basis the law that says so
/// @param toVerify whether an official has still to compare it with the law
/// @param done how the act that fulfils it is recognized: the first sign that is there counts
/// @param soonDays so many days before the day it counts as due soon, and stands on the desk of those who owe it
/// @param address where it is done, without a language; `{year}` stands for the year
public record Duty(
        String id,
        Localized name,
        Localized basis,
        boolean toVerify,
        Owner owes,
        Deadline due,
        List<Sign> done,
        int soonDays,
        String address) {

    private static final int MOST_DAYS = 366;

    public Duty {
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A duty's id is small letters, digits and hyphens, not «" + id + "»");
        }
        if (done.isEmpty()) {
            throw new IllegalArgumentException("duty " + id + " names no act that fulfils it");
        }
        if (soonDays < 0 || soonDays > MOST_DAYS) {
            throw new IllegalArgumentException("duty " + id + ": soonDays are 0 to 366, not " + soonDays);
        }
        if (!address.startsWith("/")) {
            throw new IllegalArgumentException("duty " + id + ": an address begins with /, not «" + address + "»");
        }
        done = List.copyOf(done);
    }

    /// Whether an act of a kind fulfils it.
    public boolean isDoneBy(String act) {
        return done.stream().anyMatch(sign -> sign.act().equals(act));
    }

    /// Where it is done for a year or a month.
    public String address(Period period) {
        return address.replace("{year}", period.year().toString());
    }
}
