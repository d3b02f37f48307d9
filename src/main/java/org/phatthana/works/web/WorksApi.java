package org.phatthana.works.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.phatthana.values.FiscalYear;
import org.phatthana.works.Concern;
import org.phatthana.works.WorkList;
import org.phatthana.works.WorkState;
import org.phatthana.works.Works;
import org.phatthana.works.web.WorkItems.Items;
import org.phatthana.works.web.WorkItems.WholeWork;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Works for programs. Money is in baht with two decimals; years are of the Buddhist Era.
@RestController
class WorksApi {

    private static final int MOST = 200;

    private final Works works;
    private final WorkList list;

    WorksApi(Works works, WorkList list) {
        this.works = works;
        this.list = list;
    }

    @Operation(summary = "Works of the projects of the plan, real ones before sample ones, the newest first")
    @GetMapping("/api/v1/works")
    Items all(
            @Parameter(description = "Fiscal year that pays, Buddhist Era") @RequestParam(defaultValue = "")
                    String year,
            @Parameter(description = "procuring, awarded, working, delivered, settled or cancelled")
                    @RequestParam(defaultValue = "")
                    String state,
            @Parameter(description = "late, over, unpaid, unowned or unsigned") @RequestParam(defaultValue = "")
                    String concern,
            @Parameter(description = "The id of a mission") @RequestParam(defaultValue = "") String mission,
            @Parameter(description = "The department by name") @RequestParam(defaultValue = "") String department,
            @Parameter(description = "The code of an amphoe") @RequestParam(defaultValue = "") String amphoe,
            @Parameter(description = "Words in name, supplier or contract") @RequestParam(defaultValue = "") String q,
            @Parameter(description = "At most so many, 1 to 200") @RequestParam(defaultValue = "100") int limit,
            @Parameter(description = "The `next` of the page before") @RequestParam(defaultValue = "") String cursor) {
        if (limit < 1 || limit > MOST || !cursor.matches("|[0-9a-z]{26}")) {
            throw badRequest("limit is 1 to %d, cursor is the next of an earlier answer".formatted(MOST));
        }
        if (!year.isEmpty() && Filters.year(year).isEmpty()) {
            throw badRequest("year is a fiscal year of the Buddhist Era from %d to %d, not «%s»"
                    .formatted(FiscalYear.FIRST, FiscalYear.LAST, year));
        }
        if ((!state.isEmpty() && WorkState.find(state).isEmpty())
                || (!concern.isEmpty() && Concern.find(concern).isEmpty())) {
            throw badRequest("There is no such state or concern");
        }
        var query = new Filters(year, state, concern, mission, department, amphoe, q, 1).query();
        var found = list.find(query).stream()
                .dropWhile(work -> !cursor.isEmpty() && !work.id().equals(cursor))
                .skip(cursor.isEmpty() ? 0 : 1)
                .limit(limit + 1L)
                .toList();
        var today = list.today();
        return new Items(
                found.stream()
                        .limit(limit)
                        .map(work -> WorkItems.item(work, today))
                        .toList(),
                found.size() > limit ? found.get(limit - 1).id() : null);
    }

    @Operation(summary = "Works with their bids, milestones and everything that was told of them")
    @GetMapping("/api/v1/works/{id}")
    WholeWork one(@PathVariable String id) {
        var work = works.find(id).orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There are no works " + id));
        return WorkItems.whole(work, list.today());
    }

    private static ErrorResponseException badRequest(String detail) {
        return problem(HttpStatus.BAD_REQUEST, detail);
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
