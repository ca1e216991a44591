// The public page: what it shows, what it must never show, and that nothing anybody writes becomes markup.
#include "features/directory/page/page.hpp"

#include <gtest/gtest.h>

#include "features/directory/api.hpp"
#include "features/directory/test_house.hpp"
#include "tests/support/site.hpp"

namespace hebra::directory {
namespace {

using enum http::Method;

class PublicDirectory : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override {
        house.load();
        add_public_pages(site.router, {house.directory, emergency, uses, house.clock, true}, house.institutions);
        add_public_pages(demo.router, {house.directory, emergency, uses, house.clock, false}, house.institutions);
    }
    static std::string page(test::Site& of, const std::string& target, int status = 200, const std::vector<test::Header>& headers = {}) {
        const auto response = of.ask("nobody", get, target, {}, headers);
        EXPECT_EQ(response.status, status) << target;
        std::string text(response.body.view());
        // What the policy would refuse, and what no page of ours has.
        for (const auto* never : {" style=", "<style", "<script", "javascript:", " onclick"}) EXPECT_EQ(text.find(never), text.npos) << never;
        return text;
    }
    std::string page(const std::string& target, int status = 200) { return page(site, target, status); }
    static int count(std::string_view text, std::string_view part) {
        int found = 0;
        for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
        return found;
    }
    void confirm(std::string_view code, std::size_t channel) {
        const auto row = house.row(code);
        ASSERT_TRUE(house.directory.confirm(house.editor, row.id, channel, row.version));
    }
    std::string rename(std::string_view code, const std::string& name) {
        auto row = house.row(code);
        row.name = name;
        EXPECT_TRUE(house.directory.save(house.editor, row, row.version));
        return name;
    }

    DirectoryHouse house{db()};
    EmergencyList emergency{db(), house.audit, house.clock};
    Uses uses{db(), house.clock};
    test::Site site{grants()};
    test::Site demo{grants()};
};
HEBRA_ON_BOTH_DATABASES(PublicDirectory);

TEST_P(PublicDirectory, a_fresh_installation_shows_no_number_that_nobody_confirmed) {
    for (const auto* target : {"/directorio?cuando=any&ver=todo", "/directorio?q=salud%20responde", "/directorio/L02"}) {
        const auto text = page(target);
        EXPECT_EQ(count(text, "tel:"), 0) << target;
        EXPECT_EQ(count(text, "600 360 7777"), 0) << target;
        EXPECT_GT(count(text, "úmero por confirmar"), 0) << target;
        EXPECT_GT(count(text, "Cartilla INJUV 2025"), 0) << "its source stands beside it";
        EXPECT_GT(count(text, "Los números de emergencia de esta página están por confirmar"), 0);
    }
    EXPECT_EQ(count(page("/directorio"), R"(content="telephone=no")"), 1) << "browsers make no links of their own";
}

TEST_P(PublicDirectory, a_confirmed_number_is_tapped_until_it_lapses) {
    confirm("L02", 0);
    for (const auto* target : {"/directorio?q=salud%20responde", "/directorio/L02"}) {
        const auto text = page(target);
        EXPECT_EQ(count(text, R"(href="tel:6003607777" ping="/directorio/L02/toques")"), 1) << target;
        EXPECT_GE(count(text, "Llamar 600 360 7777"), 1) << target;
    }
    ASSERT_TRUE(emergency.confirm(house.editor, "131", Assurance::asked, 0));
    EXPECT_EQ(count(page("/directorio"), R"(<a href="tel:131">)"), 1);
    house.clock.advance(k_check_holds);
    EXPECT_EQ(count(page("/directorio/L02"), "tel:"), 0);
}

TEST_P(PublicDirectory, a_demo_says_so_and_never_dials) {
    confirm("L02", 0);
    ASSERT_TRUE(emergency.confirm(house.editor, "131", Assurance::asked, 0));
    for (const auto* target : {"/directorio?q=salud%20responde", "/directorio/L02"}) {
        const auto text = page(demo, target);
        EXPECT_EQ(count(text, "tel:"), 0) << target;
        EXPECT_EQ(count(text, "Datos de muestra"), 1) << target;
        EXPECT_GE(count(text, "600 360 7777 (muestra)"), 1) << target;
        EXPECT_EQ(count(text, "131, SAMU"), 1);
    }
    EXPECT_EQ(count(page("/directorio"), "Datos de muestra"), 0);
}

TEST_P(PublicDirectory, whatever_is_written_stays_text) {
    rename("L02", "<script>alert(1)</script> & \"Salud\"");
    auto text = page("/directorio?cuando=any&ver=todo");
    EXPECT_EQ(count(text, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Salud&quot;"), 2) << "its name, and what the link to report it is heard as";
    text = page("/directorio?q=%22%3E%3Cscript%3Ealert(2)");
    EXPECT_EQ(count(text, "value=\"&quot;&gt;&lt;script&gt;alert(2)\""), 1);
    text = page("/directorio?lang=%22%3E%3Cb%3E&vista=%22x&letra=%22");
    EXPECT_EQ(count(text, "\"><b>"), 0);
}

TEST_P(PublicDirectory, a_question_is_answered_with_reasons_and_with_why_not) {
    confirm("L03", 0);
    const auto text = page("/directorio?tema=suicide_risk&edad=17&comuna=13104");
    EXPECT_EQ(count(text, R"(<option value="suicide_risk" selected>)"), 1);
    EXPECT_EQ(count(text, R"(<option value="13104" selected>)"), 1);
    EXPECT_GT(count(text, "Abierto, día y noche"), 0);
    EXPECT_GT(count(text, "Línea para personas en crisis"), 0);
    EXPECT_GT(count(text, "Atiende Riesgo suicida"), 0);
    EXPECT_EQ(count(text, "atienden ahora"), 1);
    const auto older = page("/directorio?q=fono%20mayor&edad=17");
    EXPECT_GT(count(older, "Ver por qué"), 0);
    EXPECT_GT(count(older, "Atiende a personas desde 60 años"), 0);
    EXPECT_EQ(count(older, R"(class="entry")"), 0) << "nothing that fits";
    EXPECT_GT(count(older, "Nadie calza"), 0);
}

TEST_P(PublicDirectory, unknown_hours_are_neither_open_nor_closed) {
    const auto text = page("/directorio?q=linea%20libre");
    EXPECT_GT(count(text, "Horario por confirmar"), 0);
    EXPECT_EQ(count(text, "day__open"), 0);
}

TEST_P(PublicDirectory, what_cannot_be_understood_is_told_and_the_rest_answered) {
    const auto text = page("/directorio?edad=-7&tema=zzz&comuna=99999&canal=x", 422);
    EXPECT_EQ(count(text, "La edad va de 0 a 120 años"), 1);
    EXPECT_EQ(count(text, "Ese tema no está en la lista"), 1);
    EXPECT_EQ(count(text, "No existe una comuna con ese código"), 1);
    EXPECT_EQ(count(text, R"(aria-invalid="true")"), 4);
    EXPECT_EQ(count(text, "Eso no está entre lo que se puede elegir"), 1);
    EXPECT_GT(count(text, R"(class="entry")"), 0);
    page("/directorio?q=" + std::string(300, 'a'), 422);
    EXPECT_GT(count(page("/directorio/nada", 404), "ya no se ofrece"), 0);
}

TEST_P(PublicDirectory, it_speaks_the_language_asked_for_and_keeps_how_it_looks) {
    EXPECT_EQ(count(page("/directorio?lang=en"), R"(<html lang="en">)"), 1);
    EXPECT_EQ(count(page(site, "/directorio", 200, {{"Accept-Language", "en-GB,en;q=0.9"}}), "Is there danger now?"), 1);
    const auto text = page("/directorio?lang=en&vista=night&letra=grande&tema=drugs");
    EXPECT_EQ(count(text, R"(<html lang="en" data-theme="night" data-letter="large">)"), 1);
    EXPECT_EQ(count(text, R"(<input type="hidden" name="vista" value="night">)"), 1);
    EXPECT_GT(count(text, R"(href="/directorio/L04?lang=en&amp;letra=grande&amp;tema=drugs&amp;vista=night")"), 0);
}

TEST_P(PublicDirectory, it_may_be_kept_for_a_minute_and_tells_nobody_who_asked) {
    const auto response = site.ask("nobody", get, "/directorio");
    EXPECT_EQ(response.headers.find("Cache-Control"), "public, max-age=60");
    EXPECT_EQ(response.headers.find("Vary"), "Accept-Language");
    EXPECT_FALSE(response.headers.has("Set-Cookie"));
}

TEST_P(PublicDirectory, taps_and_reports_are_counted_and_hide_nothing) {
    confirm("L02", 0);
    EXPECT_EQ(site.status("nobody", post, "/directorio/L02/toques"), 204);
    const auto thanks = site.ask("nobody", post, "/directorio/L02/avisos?lang=en");
    EXPECT_EQ(thanks.status, 303);
    EXPECT_EQ(thanks.headers.find("Location"), "/directorio/L02?lang=en&gracias=1#avisar");
    EXPECT_EQ(count(page("/directorio/L02?gracias=1"), "Gracias. Alguien de la red"), 1);
    EXPECT_EQ(count(page("/directorio/L02"), "tel:6003607777"), 1) << "only somebody who signs in may hide a number";
    EXPECT_EQ(site.status("nobody", post, "/directorio/L02/avisos", {}, {{"Sec-Fetch-Site", "cross-site"}}), 403);
    EXPECT_EQ(site.status("nobody", post, "/directorio/nada/avisos"), 404);
    uses.flush();
    EXPECT_EQ(house.count("SELECT SUM(tapped) FROM service_use"), 1);
    EXPECT_EQ(house.count("SELECT SUM(reported) FROM service_use"), 1);
    EXPECT_EQ(house.count("SELECT SUM(shown) FROM service_use"), 2);
}

TEST_P(PublicDirectory, open_data_follows_the_same_rule) {
    auto row = house.row("L02");
    row.checked_by = "Quien Comprueba";
    ASSERT_TRUE(house.directory.save(house.editor, row, row.version));
    const auto before = page("/directorio.csv");
    EXPECT_EQ(count(before, "600 360 7777"), 0);
    EXPECT_EQ(count(before, "Quien Comprueba"), 0);
    EXPECT_EQ(plan_import(before, {})->added.size(), 36U) << "our own importer reads it";
    confirm("L02", 0);
    EXPECT_EQ(count(page("/directorio.csv"), "600 360 7777"), 1);
}

TEST_P(PublicDirectory, asking_never_waits_for_the_database) {
    const auto before = db().statistics().statements;
    page("/directorio?tema=drugs");
    page("/directorio/L04");
    EXPECT_EQ(db().statistics().statements, before);
}

}  // namespace
}  // namespace hebra::directory
