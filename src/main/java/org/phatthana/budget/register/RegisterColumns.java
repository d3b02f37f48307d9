package org.phatthana.budget.register;

import java.util.List;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableColumns.Column;

/// The columns of a register, by their keys.
final class RegisterColumns {

    static final String APPROPRIATED = "appropriated";
    static final String SUPPLEMENTED = "supplemented";
    static final String TRANSFERRED_IN = "transferred_in";
    static final String TRANSFERRED_OUT = "transferred_out";
    static final String TRANSFERRED = "transferred";
    static final String CARRIED_IN = "carried_in";
    static final String AUTHORISED = "authorised";
    static final String RESERVED = "reserved";
    static final String COMMITTED = "committed";
    static final String DISBURSED = "disbursed";
    static final String CARRIED_OVER = "carried_over";
    static final String LAPSED = "lapsed";
    static final String LEFT = "left";
    static final String FUND_SOURCE = "fund_source";
    static final String PROJECT = "project";
    static final String DEPARTMENT = "department";

    /// The columns of amounts, in baht.
    static final List<String> AMOUNTS = List.of(
            APPROPRIATED,
            SUPPLEMENTED,
            TRANSFERRED_IN,
            TRANSFERRED_OUT,
            TRANSFERRED,
            CARRIED_IN,
            AUTHORISED,
            RESERVED,
            COMMITTED,
            DISBURSED,
            CARRIED_OVER,
            LAPSED,
            LEFT);

    static final TableColumns ALL = new TableColumns(
            "budget.balances.column.",
            List.of(
                    new Column(Level.AREA.field(), false),
                    new Column(Level.PROGRAMME.field(), false),
                    new Column(Level.TASK.field(), false),
                    new Column(Level.TYPE.field(), false),
                    new Column(Level.CATEGORY.field(), false),
                    new Column(Level.KIND.field(), false),
                    new Column(Level.ITEM.field(), false),
                    new Column(FUND_SOURCE, false),
                    new Column(PROJECT, false),
                    new Column(DEPARTMENT, false),
                    new Column(APPROPRIATED, true),
                    new Column(SUPPLEMENTED, false),
                    new Column(TRANSFERRED_IN, false),
                    new Column(TRANSFERRED_OUT, false),
                    new Column(TRANSFERRED, false),
                    new Column(CARRIED_IN, false),
                    new Column(AUTHORISED, false),
                    new Column(RESERVED, false),
                    new Column(COMMITTED, false),
                    new Column(DISBURSED, true),
                    new Column(CARRIED_OVER, false),
                    new Column(LAPSED, false),
                    new Column(LEFT, true)));

    private RegisterColumns() {}
}
