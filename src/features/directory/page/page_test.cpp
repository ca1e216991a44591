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
        add_public_pages(site.router, {house.directory, emergency, uses, house.clock, true});
        add_public_pages(demo.router, {house.directory, emergency, uses, house.clock, false});
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

TEST_P(PublicDirectory, what_cannot_be_understood_is_told_beside_its_field_and_the_rest_answered) {
    const auto text = page("/directorio?edad=-7&tema=zzz&comuna=99999&canal=x&idioma=klingon&cuando=2026-02-30T10:00&gratis=tal-vez&sin_nombre=1", 422);
    EXPECT_EQ(count(text, "No usamos esto de lo que pediste: motivo, edad «-7», comuna «99999», canal, idioma, que sea "
                          "gratis, momento. Lo demás sí."), 1);
    EXPECT_EQ(count(text, "La edad va de 0 a 120 años"), 1);
    EXPECT_EQ(count(text, R"(aria-invalid="true")"), 7);
    EXPECT_EQ(count(text, R"(<option value="-7" selected>«-7»</option>)"), 1) << "what was typed stays";
    EXPECT_EQ(count(text, R"(aria-describedby="mal-edad")"), 1);
    EXPECT_EQ(count(text, R"(id="mal-edad")"), 1);
    EXPECT_EQ(count(text, R"(name="sin_nombre" value="1" checked)"), 1) << "the rest is used";
    EXPECT_EQ(count(text, "edad=-7"), 0) << "and carried no further";
    EXPECT_GT(count(text, R"(class="entry")"), 0);
    const auto long_one = page("/directorio?q=" + std::string(300, 'a'), 422);
    EXPECT_EQ(count(long_one, "bastan unas palabras"), 1);
    EXPECT_EQ(count(long_one, "value=\"" + std::string(200, 'a') + "\""), 1);
    EXPECT_GT(count(page("/directorio/nada", 404), "ya no se ofrece"), 0);
}

TEST_P(PublicDirectory, an_age_that_cannot_be_used_counts_as_a_minors) {
    for (const auto* target : {"/directorio?q=fono%20mayor&edad=abc", "/directorio?q=fono%20mayor&age=-7", "/directorio?q=fono%20mayor&eda=17"}) {
        const auto text = page(target, 422);
        EXPECT_EQ(count(text, R"(class="entry")"), 0) << target;
        EXPECT_GT(count(text, "Atiende a personas desde 60 años"), 0) << target;
    }
    EXPECT_EQ(count(page("/directorio?edad=abc", 422), "buscamos para alguien menor de 18"), 1);
}

TEST_P(PublicDirectory, names_of_the_programs_door_are_understood_and_unknown_ones_told) {
    const auto text = page("/directorio?age=17&topic=suicide_risk&region=13&channel=phone&language=es&any_time=true&free=1&utm_source=x&fbclid=y");
    for (const auto* chosen : {R"(value="17" selected)", R"(value="suicide_risk" selected)", R"(value="r13" selected)", R"(value="phone" selected)",
                               R"(value="es" selected)", R"(value="any" selected)", R"(name="gratis" value="1" checked)"})
        EXPECT_EQ(count(text, chosen), 1) << chosen;
    EXPECT_EQ(count(page("/directorio?zarandaja=1&EDAD=17", 422), "zarandaja"), 0) << "nor by a name";
    const auto wall = page("/directorio?Llama%20al%20900%20123%20456=1", 422);
    EXPECT_EQ(count(wall, "900 123"), 0) << "nobody else writes on this page";
    EXPECT_EQ(count(wall, "algo de la dirección que esta página no conoce"), 1);
    const auto values = page("/directorio?tema=LLAME+GRATIS&edad=%2B56+9+12&canal=al+900+123+456&cuando=llame+ya&edad=ya+mismo", 422);
    for (const auto* written : {"LLAME", "+56", "900", "llame", "mismo"}) EXPECT_EQ(count(values, written), 0) << "nor by a value: " << written;
    const auto joined = page("/directorio?tema=llame-sin-costo-al&cuando=600-360-7777&canal=whats_app&idioma=600&comuna=600360&cuando=6003-60-77T77:77&edad=600", 422);
    for (const auto* written : {"llame", "costo", "600", "whats_app"}) EXPECT_EQ(count(joined, written), 0) << "nor by one that looks like a code: " << written;
    EXPECT_EQ(count(page("/directorio?tema=mood_anxiety&tema=tobacco", 422), "un segundo valor para motivo"), 1) << "the first is used";
    EXPECT_EQ(count(page("/directorio?ver=1&ver=2"), "No usamos"), 0);
    EXPECT_EQ(count(page("/directorio?edad=17&age=40", 422), "Venía dos veces"), 1);
    EXPECT_EQ(count(page("/directorio?comuna=13104&region=05", 422), "La comuna no es de esa región"), 1);
    page("/directorio?comuna=13104&region=13");
}

TEST_P(PublicDirectory, a_day_and_hour_may_be_asked_for) {
    const auto text = page("/directorio?at=2026-11-22T10:00");
    EXPECT_EQ(count(text, "selected>mañana a las 10:00</option>"), 1);
    EXPECT_EQ(count(text, "entonces"), 1);
    EXPECT_EQ(count(page("/directorio?cuando=2020-11-20T10:00", 422), "Ese momento ya pasó"), 1);
    EXPECT_EQ(count(page("/directorio?cuando=2045-11-20T10:00", 422), "aún no se conocen los feriados"), 1);
    EXPECT_EQ(count(page("/directorio?cuando=then", 422), "Ese momento no existe"), 1);
}

TEST_P(PublicDirectory, a_language_may_be_asked_for) {
    const auto text = page("/directorio?idioma=arn&q=fonodrogas");
    EXPECT_EQ(count(text, R"(<option value="arn" selected>mapudungun</option>)"), 1);
    EXPECT_EQ(count(text, R"(class="entry")"), 0) << "it has not said that it speaks it";
}

TEST_P(PublicDirectory, where_nobody_fits_what_to_leave_out_is_one_tap_away) {
    const auto text = page("/directorio?q=zzzzqqqq&edad=17&cuando=any&vista=night");
    EXPECT_EQ(count(text, R"(class="entry")"), 0);
    EXPECT_EQ(count(text, R"(href="/directorio?cuando=any&amp;edad=17&amp;vista=night">Sin tus palabras: )"), 1);
    const auto two = page("/directorio?q=zzzzqqqq&tema=tobacco&canal=video&edad=17&vista=night");
    EXPECT_EQ(count(two, R"(class="relax")"), 1);
    EXPECT_EQ(count(page("/directorio"), R"(class="relax")"), 0);
}

TEST_P(PublicDirectory, rows_end_without_a_stray_dot) { EXPECT_EQ(count(page("/directorio"), " · </p>") + count(page("/directorio"), " · <a"), 0); }

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
    row.checker.known_as = "Quien Comprueba";
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
