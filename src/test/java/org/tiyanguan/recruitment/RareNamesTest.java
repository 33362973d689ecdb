package org.tiyanguan.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.TestMail;
import org.tiyanguan.notification.NoticeMails;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.officer.Letters;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.People;

/** Names that programs get wrong, from the form to the account, the lists, the files and the mails. */
@IntegrationTest
class RareNamesTest {

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Loop loop;

    @Autowired
    Officers officers;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService management;

    @Autowired
    Notices notices;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"𠮷野家,𠮷野家,𠮷,野家", "㛃䶮,㛃䶮,㛃,䶮", "欧阳　修,欧阳修,欧阳,修", "买买提.吐尔逊,买买提·吐尔逊,买买提,·吐尔逊", "𠮷,𠮷,𠮷,''"})
    void an_officers_name_is_whole_everywhere(String typed, String name, String surname, String given)
            throws Exception {
        GreenMail mails = TestMail.emptyServer();
        String application = recruiting.appointed(typed, "13800138000", "rare@example.org");
        Officer officer = officers.of(application).orElseThrow();
        User account = identity.createUserQuery().userId(officer.account()).singleResult();
        assertThat(account.getLastName()).isEqualTo(surname);
        assertThat(account.getFirstName()).isEqualTo(given);
        assertThat(people.nameOf(officer.account())).isEqualTo(name);

        Browser centre = Browser.of(port, "center");
        assertThat(centre.get("/officers?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                        .body())
                .contains(name, "/officers/" + officer.account());
        assertThat(centre.get("/applications/" + application).body()).contains(name);
        try (var sheet = new XSSFWorkbook(new ByteArrayInputStream(centre.file("/officers.xlsx?cols=NAME")))) {
            assertThat(sheet.getSheetAt(0))
                    .anyMatch(row -> name.equals(row.getCell(0).toString())
                            || row.getLastCellNum() > 1
                                    && name.equals(row.getCell(1).toString()));
        }
        assertThat(word(letters.print(officer))).contains(name);
        assertThat(word(centre.file("/applications/" + application + "/annex.docx")))
                .contains(name);
        notices.toUser(
                officer.account(), "remind", "TYG-2026-000001", Map.of("title", name, "deadline", "2026-03-09 17:30"));
        management
                .createJobQuery()
                .processDefinitionKey("notice")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        assertThat(mails.getReceivedMessages()).anyMatch(mail -> text(mail).contains(name));
    }

    @Test
    void a_reporter_is_found_by_name_however_it_is_typed() {
        for (String name : new String[] {"𠮷野家", "㛃", "买买提•吐尔逊"}) {
            Map<String, Object> form = Loop.problem();
            form.put("channel", "HOTLINE");
            form.remove("officer");
            form.put("reporterName", name);
            String number = loop.report(form);
            Browser centre = Browser.of(port, "center");
            for (String typed : new String[] {name, name.replace("•", "·"), " " + name, name.replace("•", ".")})
                assertThat(centre.get("/ledger?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                                .body())
                        .as(typed)
                        .contains(number);
            assertThat(centre.get("/ledger/" + number).body()).contains(name.replace("•", "·"));
            assertThat(centre.get("/ledger.csv").body()).doesNotContain("?野家");
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getSubject()
                    + NoticeMails.alternatives((MimeMultipart) mail.getContent())
                            .getBodyPart(0)
                            .getContent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String word(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }
}
