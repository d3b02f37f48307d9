package org.phatthana.files.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.files.FileType;
import org.phatthana.files.Pictures;
import org.phatthana.files.Reading.Reason;
import org.phatthana.testing.RawWorkbook;

class ContentsTest {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    @TempDir
    Path folder;

    @Test
    void theContentSaysWhatItIsWhateverTheNameSays() throws IOException {
        for (var name : List.of("a.pdf", "a.jpg", "a.txt", "a.exe", "a", "")) {
            assertThat(look(pdf(), name)).isEqualTo(type(FileType.PDF));
            assertThat(look(Pictures.jpeg(8, 8), name)).isEqualTo(type(FileType.JPEG));
            assertThat(look(Pictures.png(8, 8), name)).isEqualTo(type(FileType.PNG));
            assertThat(look(Pictures.webp(), name)).isEqualTo(type(FileType.WEBP));
            assertThat(look(office(WORD), name)).isEqualTo(type(FileType.DOCX));
            assertThat(look(office(SHEET), name)).isEqualTo(type(FileType.XLSX));
            assertThat(look(openDocument("text"), name)).isEqualTo(type(FileType.ODT));
            assertThat(look(openDocument("spreadsheet"), name)).isEqualTo(type(FileType.ODS));
            assertThat(look(utf8("<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"/>"), name))
                    .isEqualTo(type(FileType.KML));
        }
    }

    @Test
    void aTextIsATableOrMapDataIfItSaysSoAndIsOne() throws IOException {
        assertThat(look(utf8("โครงการ,บาท\nถนน,100\n"), "งบ.csv")).isEqualTo(type(FileType.CSV));
        assertThat(look("โครงการ,บาท\n".getBytes(Charset.forName("x-windows-874")), "งบ.CSV"))
                .isEqualTo(type(FileType.CSV));
        assertThat(look(("\ufeff" + "ก\tข\n").getBytes(StandardCharsets.UTF_16LE), "a.txt"))
                .isEqualTo(type(FileType.TEXT));
        assertThat(look(utf8("บันทึก"), "a.jpg")).isEqualTo(type(FileType.TEXT));
        var point = "{\"coordinates\":[100.2,16.8],\"type\":\"Point\"}";
        assertThat(look(utf8(point), "จุด.geojson")).isEqualTo(type(FileType.GEOJSON));
        assertThat(look(utf8(point), "a.txt")).isEqualTo(type(FileType.TEXT));
        assertThat(look(utf8("{\"type\":\"Other\"}"), "a.geojson")).isEqualTo(objection(Reason.TYPE));
        assertThat(look(utf8("{\"type\":\"Point\""), "a.json")).isEqualTo(objection(Reason.DAMAGED));
        assertThat(look(utf8("[".repeat(5_000)), "a.json")).isEqualTo(objection(Reason.TYPE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html><script>alert(1)</script></html> | TYPE",
                "<html><body onload='x()'></body></html> | TYPE",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg> | TYPE",
                "<?xml version='1.0'?><rss/> | TYPE",
                "<?xml version='1.0'?><!DOCTYPE kml [<!ENTITY a 'b'>]><kml xmlns='http://www.opengis.net/kml/2.2'/> |"
                        + " TYPE",
                "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document> | DAMAGED",
                "#!/bin/sh | TYPE",
                "%PDF-1.7 and then nothing | DAMAGED"
            })
    void whatIsNotKeptIsRefusedUnderAGoodName(String content, Reason reason) throws IOException {
        for (var name : List.of("ภาพ.jpg", "a.pdf", "a.kml", "a.docx")) {
            assertThat(look(utf8(content), name)).as(name).isEqualTo(objection(reason));
        }
    }

    @Test
    void programsAndContainersAreRefused() throws IOException {
        assertThat(look(new byte[] {'M', 'Z', 0, 0, 1, 2, 3}, "a.jpg")).isEqualTo(objection(Reason.TYPE));
        assertThat(look(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}, "a.pdf")).isEqualTo(objection(Reason.TYPE));
        assertThat(look(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, "a.txt")).isEqualTo(objection(Reason.TYPE));
        assertThat(look(utf8("GIF89a......"), "a.png")).isEqualTo(objection(Reason.TYPE));
        assertThat(look(zip(Map.of("a.txt", "a")), "a.docx")).isEqualTo(objection(Reason.TYPE));
        var ole = new byte[1024];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                ole,
                0,
                8);
        assertThat(look(ole, "a.docx")).isEqualTo(objection(Reason.OLD_OFFICE));
        var heic = new byte[64];
        System.arraycopy(utf8("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), 0, heic, 0, 24);
        assertThat(look(heic, "a.jpg")).isEqualTo(objection(Reason.HEIC));
    }

    @Test
    void officeFilesWithProgramsOrWithoutEndAreRefused() throws IOException {
        var types = types(WORD);
        assertThat(look(zip(ordered("[Content_Types].xml", types, "word/vbaProject.bin", "x")), "a.docx"))
                .isEqualTo(objection(Reason.MACROS));
        assertThat(look(
                        zip(Map.of(
                                "[Content_Types].xml",
                                types("application/vnd.ms-word.document.macroEnabled.main+xml"))),
                        "a.docx"))
                .isEqualTo(objection(Reason.MACROS));
        assertThat(look(
                        zip(ordered("mimetype", FileType.ODT.mediaType(), "Basic/Standard/Module1.xml", "<x/>")),
                        "a.odt"))
                .isEqualTo(objection(Reason.MACROS));
        var bomb = new LinkedHashMap<String, byte[]>();
        bomb.put("[Content_Types].xml", utf8(types));
        var zeros = new byte[50 << 20];
        for (var i = 0; i < 9; i++) {
            bomb.put("word/" + i + ".xml", zeros);
        }
        assertThat(look(RawWorkbook.zip(bomb), "a.docx")).isEqualTo(objection(Reason.BOMB));
        var whole = office(WORD);
        assertThat(look(Arrays.copyOf(whole, whole.length - 20), "a.docx")).isEqualTo(objection(Reason.DAMAGED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "รายงาน.pdf | รายงาน.pdf",
                "C:\\Users\\somchai\\แผน ฉบับที่ 1.PDF | แผน ฉบับที่ 1.pdf",
                "../../etc/passwd | passwd.pdf",
                "ภาพ.jpg | ภาพ.pdf",
                "a.pdf.exe | a.pdf.exe.pdf",
                ".htaccess | htaccess.pdf",
                "a\u202Efdp.exe | afdp.exe.pdf",
                "a<b>\"c\"?* | a_b__c___.pdf",
                "'a\u0000b\nc' | abc.pdf",
                "'' | file.pdf",
                "... | file.pdf",
                "a   b | a b.pdf"
            })
    void namesAreCleaned(String name, String clean) {
        assertThat(FileNames.clean(name, FileType.PDF)).isEqualTo(clean);
    }

    @Test
    void longNamesAreCutBetweenSigns() {
        var name = FileNames.clean("😀".repeat(300) + ".pdf", FileType.PDF);
        assertThat(name.codePointCount(0, name.length())).isEqualTo(124);
        assertThat(name).endsWith("😀.pdf");
    }

    private Found look(byte[] content, String name) throws IOException {
        return Contents.look(Files.write(folder.resolve("file"), content), name);
    }

    private static Found type(FileType type) {
        return new Found.Type(type);
    }

    private static Found objection(Reason reason) {
        return new Found.Objection(reason);
    }

    private static byte[] pdf() {
        return utf8("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n");
    }

    private static byte[] office(String main) {
        return zip(ordered("[Content_Types].xml", types(main), "_rels/.rels", "<x/>"));
    }

    private static String types(String main) {
        return "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + main + "\"/></Types>";
    }

    private static byte[] openDocument(String kind) {
        return zip(ordered("mimetype", "application/vnd.oasis.opendocument." + kind, "content.xml", "<x/>"));
    }

    private static Map<String, String> ordered(String... names) {
        var parts = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.length; i += 2) {
            parts.put(names[i], names[i + 1]);
        }
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new LinkedHashMap<String, byte[]>();
        parts.forEach((name, content) -> bytes.put(name, utf8(content)));
        return RawWorkbook.zip(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
