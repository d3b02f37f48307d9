package org.phatthana.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.testing.RawWorkbook;
import org.phatthana.values.Money;

class WorkbookTest {

    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    @Test
    void cellsAreToldByWhatTheyHold() throws IOException {
        var file = new RawWorkbook()
                .sheet("ก", new Object[] {"โครงการ", 1500.25, "", "=SUM(B1)→7", "=A9→#REF!"})
                .sheet("ว่าง")
                .writeTo(folder.resolve("a.xlsx"));

        assertThat(read(file)).isEmpty();
        assertThat(heard)
                .containsExactly(
                        "sheet ก",
                        "Text[column=0, text=โครงการ]",
                        "Numeric[column=1, number=1500.25]",
                        "Blank[column=2]",
                        "Formula[column=3, expression=SUM(B1), value=Numeric[column=3, number=7]]",
                        "Formula[column=4, expression=A9, value=Failed[column=4, code=#REF!]]",
                        "sheet ว่าง");
    }

    @Test
    void whatIsNoWorkbookIsRefusedByItsKind() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("empty");
        assertThat(refusal("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("not-a-workbook");
        assertThat(refusal(RawWorkbook.zip(Map.of("a.txt", new byte[3])))).isEqualTo("not-a-workbook");
        assertThat(refusal(RawWorkbook.zip(Map.of("content.xml", new byte[3])))).isEqualTo("other-format");
        assertThat(refusal(compound("EncryptedPackage"))).isEqualTo("password");
        assertThat(refusal(compound("Workbook"))).isEqualTo("old-xls");
        var whole = new RawWorkbook().sheet("a", new Object[] {"x"}).bytes();
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("broken-package");
    }

    @Test
    void whatUnpacksWithoutEndIsRefusedBeforeItIsParsed() throws IOException {
        var bomb = new RawWorkbook().sheet("a", new Object[] {"x"}).part("xl/media/zeros.bin", new byte[60_000_000]);
        assertThat(refusal(bomb.bytes())).isEqualTo("bomb");
        var large = folder.resolve("large.xlsx");
        try (var out = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            out.setLength(200_000_000);
        }
        assertThat(read(large).orElseThrow().message().key()).isEqualTo("exchange.workbook.too-large");
    }

    @Test
    void aMillionRowsAreRefusedEarly() throws IOException {
        var xml = new StringBuilder(SHEET);
        for (var row = 1; row <= 1_000_000; row++) {
            xml.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"><v>1</v></c></row>");
        }
        var file = new RawWorkbook()
                .rawSheet("a", xml.append("</sheetData></worksheet>").toString());
        assertThat(refusal(file.bytes())).isEqualTo("too-many-rows");
        assertThat(heard).isEmpty();
    }

    @Test
    void columnsAndSheetsHaveTheirLimits() throws IOException {
        var wide = SHEET + "<row r=\"1\"><c r=\"%s\"><v>1</v></c></row></sheetData></worksheet>";
        assertThat(refusal(
                        new RawWorkbook().rawSheet("a", wide.formatted("ZZ1")).bytes()))
                .isEqualTo("too-many-columns");
        assertThat(refusal(new RawWorkbook()
                        .rawSheet("a", wide.formatted("FXSHRXW1"))
                        .bytes()))
                .isEqualTo("too-many-columns");
        var many = new RawWorkbook();
        for (var sheet = 0; sheet < 201; sheet++) {
            many.sheet("s" + sheet);
        }
        assertThat(refusal(many.bytes())).isEqualTo("too-many-sheets");
    }

    @Test
    void brokenXmlIsRefusedWithItsSheet() throws IOException {
        var broken = new RawWorkbook().rawSheet("แผน", SHEET + "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row");
        var note = read(broken.writeTo(folder.resolve("b.xlsx"))).orElseThrow();
        assertThat(note.sheet()).isEqualTo("แผน");
        assertThat(note.message().key()).isEqualTo("exchange.workbook.broken-xml");
    }

    @Test
    void externalEntitiesAreRefused() throws IOException {
        var evil = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + SHEET
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        assertThat(refusal(new RawWorkbook().rawSheet("a", evil).bytes())).isEqualTo("entities");
        var wide =
                new RawWorkbook().sheet("a").part("xl/worksheets/sheet1.xml", evil.getBytes(StandardCharsets.UTF_16LE));
        assertThat(refusal(wide.bytes())).isEqualTo("entities");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-none-",
            value = {
                "' 50,000 ' | 50000.00",
                "๑,๒๕๐,๐๐๐.๕๐ | 1250000.50",
                "１２３４ | 1234.00",
                "'\u00a0\u200b7 000' | 7000.00",
                "(500) | -500.00",
                "1,000 บาท | 1000.00",
                "'500,000.-' | 500000.00",
                "'๕๐๐,๐๐๐.- บาท' | 500000.00",
                "฿ 1,250.50 | 1250.50",
                "'1,000 บาทถ้วน' | 1000.00",
                "'500,000-' | -none-",
                "'500,000 (งบ อบจ.)' | 500000.00",
                "500 (600) | -none-",
                "'50,00' | -none-",
                "12ก | -none-",
                "1e5 | -none-"
            })
    void amountsTypedAsTextAreUnderstoodOrNotAtAll(String typed, String baht) {
        var amount = Amount.of(new SheetCell.Text(0, typed));
        if (baht == null) {
            assertThat(amount).isInstanceOf(Amount.Unreadable.class);
        } else {
            assertThat(amount).isInstanceOf(Amount.Understood.class);
            assertThat(amount.money().toPlainString()).isEqualTo(baht);
        }
    }

    @Test
    void dashesMeanNothingAndNumbersWithoutEndNeither() {
        assertThat(Amount.of(new SheetCell.Text(0, " -   "))).isEqualTo(new Amount.Nothing(true));
        assertThat(Amount.of(new SheetCell.Blank(0))).isEqualTo(new Amount.Nothing(false));
        assertThat(number("1e999999999")).isInstanceOf(Amount.Unreadable.class);
        assertThat(number("1e-999999999")).isInstanceOf(Amount.Unreadable.class);
        assertThat(number("279360.00000000006")).isEqualTo(new Amount.Plain(Money.ofBaht(279_360)));
        assertThat(CellText.clean("ก\u0000ข\u001bค\u007f")).isEqualTo("กขค");
        assertThat(CellText.clean(" ก\u00a0\u200b ข _x000D_\r\n ค ")).isEqualTo("ก ข\n\nค");
    }

    private static Amount number(String number) {
        return Amount.of(new SheetCell.Numeric(0, new BigDecimal(number)));
    }

    private Optional<CellNote> read(Path file) throws IOException {
        return Workbook.read(file, WorkbookLimits.USUAL, new SheetReader() {
            @Override
            public void sheet(int index, String name, boolean hidden) {
                heard.add("sheet " + name);
            }

            @Override
            public void row(SheetRow row) {
                row.cells().forEach(cell -> heard.add(cell.toString()));
            }
        });
    }

    private String refusal(byte[] content) throws IOException {
        var key = read(Files.write(folder.resolve("x.xlsx"), content))
                .orElseThrow()
                .message()
                .key();
        return key.replace("exchange.workbook.", "");
    }

    private static byte[] compound(String stream) {
        var bytes = new byte[2048];
        java.nio.ByteBuffer.wrap(bytes).putLong(0xD0CF11E0A1B11AE1L);
        var name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        return bytes;
    }
}
