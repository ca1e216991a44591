#include "features/directory/catalogue.hpp"

#include <gtest/gtest.h>

#include <random>

#include "features/directory/cells.hpp"
#include "features/directory/hours_text.hpp"
#include "features/directory/import.hpp"

namespace hebra::directory {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

const Time k_now = *parse_time("2026-09-10T12:00:00Z");

TEST(Topics, are_a_tree_with_names_in_both_languages) {
    EXPECT_LE(Topic::all().size(), Topic::k_most);
    for (const auto topic : Topic::all()) {
        EXPECT_EQ(Topic::parse(topic.text()), topic);
        EXPECT_FALSE(topic.name(Language::es).empty());
        EXPECT_FALSE(topic.name(Language::en).empty());
        EXPECT_EQ(find_topic(topic.name(Language::es)), topic) << topic.text();
        if (const auto parent = topic.parent()) EXPECT_FALSE(parent->parent()) << "two levels";
    }
    EXPECT_EQ(Topic::parse("cooking").error().word.code, "unknown_topic");
    EXPECT_TRUE(Topic().is_nil());
    EXPECT_EQ(Topic().text(), "");
}

TEST(Topics, every_term_of_the_source_lines_has_one) {
    constexpr std::string_view k_terms =
        "salud mental; salud sexual y reproductiva; violencias; autocuidado; orientación en salud; crisis; "
        "emergencias de salud; contención; riesgo suicida; alcohol; drogas; tratamiento; "
        "violencia de género; denuncia; derechos; vulneración de derechos; "
        "asesoría jurídica, social y psicológica; VIH; ITS; sexualidad; beneficios; orientación; "
        "crianza; desarrollo infantil 0-9; vulneración; violencia intrafamiliar; emergencia policial; "
        "emergencia médica; incendio; rescate; delitos; cibercrimen; denuncia de tráfico; "
        "denuncia anónima; primeros auxilios psicológicos; ansiedad; depresión; salud; causas; "
        "víctimas y testigos; convivencia escolar; discriminación; intoxicaciones; "
        "reparación delitos sexuales; protección administrativa; prevención; promoción; "
        "medidas de protección; VIF; protección especializada; diagnóstico; reparación; reclamos; "
        "cobertura; listas de espera; GES; trámites; víctimas viales; derivación formal a PAV; tabaco; "
        "acceso a tratamiento; ";
    for (const auto term : list_in(k_terms)) EXPECT_TRUE(find_topic(term)) << term;
}

TEST(Catalogue, finds_by_id_and_code_and_leaves_inactive_ones_out) {
    auto services = plan_import(shipped_csv(), {})->added;
    for (auto& service : services) service.id = ServiceId::make(k_now);
    services[0].is_active = false;
    const auto id = services[1].id;
    const auto catalogue = Catalogue::build(services, k_now);
    EXPECT_EQ(catalogue->services().size(), services.size() - 1);
    EXPECT_EQ(catalogue->find(id)->code, "L02");
    EXPECT_EQ(catalogue->find_code("L03")->name, "Línea Prevención del Suicidio *4141");
    EXPECT_EQ(catalogue->find_code("L01"), nullptr);
    EXPECT_EQ(catalogue->find(ServiceId::make(k_now)), nullptr);
    const auto empty = Catalogue::build({}, k_now);
    EXPECT_TRUE(empty->services().empty());
}

/// What was worked out ahead says the same as the schedules, at every moment, near and far.
TEST(Timelines, agree_with_the_schedules) {
    Timelines timelines(k_now);
    std::mt19937 random(918);
    for (const auto* text :
         {"24/7", "", "Lun-Vie 09:00-18:00", "Lun-Vie 09:00-18:00; excepto feriados", "Lun-Dom 20:00-04:00; incl. feriados",
          "Sáb 23:00-01:00", "Lun-Vie 09:00-18:00; hasta 2026-09-15", "Lun 09:00-10:00; desde 2027-01-01"}) {
        auto schedule = read_hours(text).schedule;
        for (const auto* region : {"13", "12"}) {
            schedule.place = {.region = *territory::Region::parse(region)};
            const auto number = timelines.add(schedule);
            EXPECT_EQ(timelines.add(schedule), number) << "known already";
            for (int round = 0; round < 150; ++round) {
                const Time at = k_now - days(5) + std::chrono::minutes(random() % (60 * 24 * 40));
                EXPECT_EQ(timelines.state_at(number, at), calendar::state_at(schedule, at)) << text << " " << to_text(at);
                EXPECT_EQ(timelines.next_opening(number, at), calendar::next_opening(schedule, at))
                    << text << " " << to_text(at);
            }
        }
    }
    EXPECT_EQ(timelines.size(), 16U);
}

}  // namespace
}  // namespace hebra::directory
