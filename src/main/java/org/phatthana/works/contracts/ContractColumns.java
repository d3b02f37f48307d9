package org.phatthana.works.contracts;

import java.util.List;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableColumns.Column;

/// The columns of a list of contracts, by their keys.
final class ContractColumns {

    static final String EGP = "egp_number";
    static final String NAME = "name";
    static final String METHOD = "method";
    static final String AMOUNT = "amount";
    static final String MEDIAN = "median_price";
    static final String SUPPLIER = "supplier";
    static final String TAX_ID = "tax_id";
    static final String CONTRACT = "contract_number";
    static final String SIGNED = "contract_date";
    static final String PRICE = "price";
    static final String BEGINS = "begin_date";
    static final String ENDS = "end_date";
    static final String STATUS = "status";

    static final TableColumns ALL = new TableColumns(
            "works.contracts.column.",
            List.of(
                    new Column(EGP, false),
                    new Column(NAME, true),
                    new Column(METHOD, false),
                    new Column(AMOUNT, false),
                    new Column(MEDIAN, false),
                    new Column(SUPPLIER, true),
                    new Column(TAX_ID, false),
                    new Column(CONTRACT, false),
                    new Column(SIGNED, false),
                    new Column(PRICE, true),
                    new Column(BEGINS, false),
                    new Column(ENDS, false),
                    new Column(STATUS, false)));

    private ContractColumns() {}
}
