package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.phatthana.people.Acting;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.PublicIds;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Somebody who looks after a project and fills in the forms of its works.
record Owner(SignedIn signedIn, Acting officer, PublicIds ids, String project, String line) {

    private static final String DAY = Bench.DAY.toString();

    MvcTestResult opening(String amount, String key) {
        return signedIn.post(
                "/works",
                officer,
                "project",
                project,
                "key",
                key,
                "line",
                line,
                "name",
                "ก่อสร้างถนนสายทดสอบ",
                "amount",
                amount,
                "method",
                "e-bidding",
                "median",
                "850,000",
                "request",
                "พล 51002/1",
                "day",
                DAY,
                "approver",
                "executive");
    }

    String open(String amount) {
        var answer = opening(amount, ids.next());
        assertThat(answer).hasStatus(303);
        return SignedIn.location(answer).substring("/works/".length());
    }

    void award(String work) {
        award(work, "790000.50");
    }

    void award(String work, String price) {
        tell(
                work,
                "offers",
                "bid-name-0",
                "หจก. พิษณุโลกการโยธา",
                "bid-price-0",
                "800,000",
                "bid-name-1",
                "บจก. สองแคว",
                "bid-price-1",
                "845000");
        tell(work, "award", "supplier", "หจก. พิษณุโลกการโยธา", "price", price, "reason", "ราคาต่ำสุดและคุณสมบัติครบ");
    }

    /// Tells a step on the day of the bench, allowed by the executive, unless the fields say otherwise.
    void tell(String work, String step, String... fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("day", DAY);
        all.put("approver", "executive");
        for (var i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        var answer = send(
                work,
                step,
                ids.next(),
                all.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
        assertThat(answer).as(step).hasStatus(303);
    }

    MvcTestResult send(String work, String step, String key, String... fields) {
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "key";
        all[fields.length + 1] = key;
        return signedIn.post("/works/" + work + "/steps/" + step, officer, all);
    }
}
