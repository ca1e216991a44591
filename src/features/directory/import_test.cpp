#include "features/directory/import.hpp"

#include <gtest/gtest.h>

#include "features/directory/columns.hpp"
#include "features/directory/hours_text.hpp"

namespace hebra::directory {
namespace {

std::vector<Service> shipped() {
    auto plan = plan_import(shipped_csv(), {});
    EXPECT_TRUE(plan);
    return plan->added;
}

std::string refusals(const Plan& plan) {
    std::string all;
    for (const auto& each : plan.refused) all += fmt::format("{}:{}:{} ", each.line, each.column, each.word.code);
    return all;
}

constexpr std::string_view k_titles = "code,name,institution,kind,topics,coverage,source,verified";
std::string file(std::initializer_list<std::string_view> rows, std::string_view titles = k_titles) {
    std::string text(titles);
    for (const auto row : rows) (text += "\n") += row;
    return text + "\n";
}

TEST(ShippedDirectory, every_real_line_is_read_and_none_is_confirmed) {
    const auto plan = plan_import(shipped_csv(), {});
    ASSERT_TRUE(plan);
    EXPECT_EQ(refusals(*plan), "");
    EXPECT_EQ(plan->added.size(), 36U);
    for (const auto& service : plan->added) {
        EXPECT_FALSE(service.source.empty()) << service.code;
        EXPECT_NE(service.verified, Verified::by_editor) << service.code;
        EXPECT_FALSE(service.topics.empty()) << service.code;
        for (const auto& channel : service.channels) EXPECT_FALSE(channel.confirmation) << service.code;
    }
}

/// The machine hours of each shipped row: only where they are certain.
TEST(ShippedDirectory, hours_are_known_only_where_they_are_certain) {
    std::map<std::string, std::string> known;
    for (const auto& service : shipped()) {
        const auto text = write_hours(service.hours);
        if (!text.empty()) known[service.code] = text;
        // What the source said is never understood as more than the row keeps.
        const auto said = read_hours(service.hours_said);
        if (!said.doubt && text.empty()) EXPECT_EQ(service.verified, Verified::conflict) << service.code;
        if (!text.empty()) EXPECT_EQ(write_hours(said.schedule), text) << service.code;
    }
    const std::map<std::string, std::string> expected{{"L01", "Lun-Vie 10:00-22:00; Sáb 11:00-17:00"},
                                                      {"L02", "24/7"},
                                                      {"L03", "24/7"},
                                                      {"L04", "24/7"},
                                                      {"L05", "Lun-Dom 08:00-20:00"},
                                                      {"L13", "24/7"},
                                                      {"L14", "24/7"},
                                                      {"L15", "24/7"},
                                                      {"L16", "24/7"},
                                                      {"L17", "24/7"},
                                                      {"L18", "24/7"}};
    EXPECT_EQ(known, expected);
}

TEST(ShippedDirectory, wrong_numbers_of_other_lists_did_not_come_along) {
    for (const auto& service : shipped()) {
        for (const auto& channel : service.channels)
            EXPECT_NE(channel.contact, "600 181 1000") << "PAV, as the booklet prints it";
        if (service.code == "L27") EXPECT_EQ(service.channels.front().contact, "") << "left blank on purpose";
    }
}

TEST(Import, what_is_exported_changes_nothing) {
    auto services = shipped();
    services[0].channels[0].hours = read_hours("Lun-Vie 09:00-18:00; excepto feriados").schedule;
    services[0].capacity = {.places = 10, .places_free = 3, .updated = parse_date("2026-11-14"), .waiting_days = 20};
    services[0].languages = {*SpokenLanguage::parse("es"), *SpokenLanguage::parse("arn")};
    services[0].accessibility = {Access::text_only, Access::wheelchair};
    services[0].required_documents = {"Cédula", "Hora médica"};
    services[0].coverage = {.reach = Reach::places,
                            .regions = {*territory::Region::parse("13")},
                            .comunas = {*territory::Comuna::parse("05101")}};
    services[0].notes = "=SUM(A1) \"quoted\", and\nmore";
    services[0].hours.place = place_of(services[0].coverage);
    const auto plan = plan_import(export_csv(services), services);
    ASSERT_TRUE(plan);
    EXPECT_EQ(refusals(*plan), "");
    EXPECT_TRUE(plan->added.empty());
    for (const auto& changed : plan->changed) ADD_FAILURE() << changed.after.code << " " << changed.fields.front().column;
    EXPECT_TRUE(plan->gone.empty());
    EXPECT_EQ(plan->unchanged, services.size());
    // And into an empty directory it makes the same services.
    EXPECT_EQ(plan_import(export_csv(services), {})->added, services);
}

TEST(Import, tells_what_is_new_changed_and_gone) {
    const auto services = shipped();
    auto edited = services;
    edited[0].age_max = 30;
    edited[0].channels[0].contact = "https://example.org/chat";
    edited[1].code = "X99";
    const auto plan = plan_import(export_csv(edited), services);
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->added.size(), 1U);
    EXPECT_EQ(plan->added[0].code, "X99");
    EXPECT_EQ(plan->gone, (std::vector<std::string>{"L02"}));
    ASSERT_EQ(plan->changed.size(), 1U);
    EXPECT_EQ(plan->changed[0].fields,
              (std::vector<FieldChange>{{"age_max", "29", "30"},
                                        {"chat", "https://hablemosdetodo.injuv.gob.cl", "https://example.org/chat"}}));
    EXPECT_EQ(plan->unchanged, 34U);
}

TEST(Import, a_confirmation_stays_with_the_contact_it_was_given_to) {
    auto services = shipped();
    const Time now = *parse_time("2026-11-19T15:00:00Z");
    auto& phone = services[1].channels[0];
    ASSERT_EQ(phone.contact, "600 360 7777");
    phone.confirmation = Confirmation{UserId::make(now), now, now + std::chrono::days(90)};
    const auto titles = "code,name,institution,kind,topics,coverage,source,verified,phone";
    const auto same =
        plan_import(file({"L02,Otro nombre,MINSAL,general,health,national,x,press,600 360 7777"}, titles), services);
    ASSERT_EQ(same->changed.size(), 1U) << refusals(*same);
    EXPECT_TRUE(same->changed[0].after.channels[0].confirmation);
    EXPECT_EQ(same->changed[0].after.id, services[1].id);
    const auto other =
        plan_import(file({"L02,Otro nombre,MINSAL,general,health,national,x,press,600 360 7778"}, titles), services);
    EXPECT_FALSE(other->changed[0].after.channels[0].confirmation) << "another number must be rung again";
    EXPECT_EQ(other->changed[0].after.channels.size(), services[1].channels.size())
        << "channels the file does not have stay";
}

TEST(Import, special_days_outlive_a_file_that_cannot_say_them) {
    auto services = shipped();
    services[0].hours.special_days = {{*parse_date("2026-12-24"), *parse_date("2026-12-24"), "Víspera", {}}};
    const auto plan = plan_import(export_csv(services), services);
    EXPECT_EQ(plan->unchanged, services.size());
}

TEST(Import, a_broken_row_in_latin_1_costs_only_itself) {
    const std::string text =
        "code;name;institution;kind;topics;coverage;source;verified;age_min\n"
        "A;L\xEDnea \xD1u\xF1oa;Fundaci\xF3n;counselling;salud mental;\xD1u\xF1oa;ficha;press;15\n"
        "B;\"abierta;x;general;health;national;x;press;1\n"
        "C;Otra;x;general;health;national;x;press;-7\n"
        "D;Tres;x;general;health\n"
        "A;Repetida;x;general;health;national;x;press;\n"
        "\n;;;;;;;;\n"
        "E;Buena;x;consejeria;health;national;x;press;\n"
        "F;Buena;x;general;health;national;x;press;18\n";
    const auto plan = plan_import(text, {});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->encoding, "Windows-1252");
    EXPECT_EQ(plan->separator, ';');
    ASSERT_EQ(plan->added.size(), 2U) << refusals(*plan);
    EXPECT_EQ(plan->added[0].name, "Línea Ñuñoa");
    EXPECT_EQ(plan->added[0].coverage.comunas, (std::vector{*territory::Comuna::parse("13120")}));
    EXPECT_EQ(plan->added[0].hours.place.comuna, *territory::Comuna::parse("13120"));
    EXPECT_EQ(refusals(*plan),
              "3:name:csv_open_quote 4:age_min:age_impossible 5::row_cells 6:code:service_code_twice 9:kind:cell_not_listed ");
    EXPECT_EQ(plan->rows, 7U);
    EXPECT_EQ(plan->refused[1].value, "-7");
}

TEST(Import, names_the_column_and_the_reason) {
    const auto faults = [](std::string_view column, std::string_view cell) {
        const auto plan = plan_import(file({fmt::format("A,n,i,general,health,national,s,press,\"{}\"", cell)},
                                           fmt::format("{},{}", k_titles, column)),
                                      {});
        return refusals(*plan);
    };
    EXPECT_EQ(faults("hours", "de vez en cuando"), "2:hours:hours_not_understood ");
    EXPECT_EQ(faults("hours", "Lun-Vie 09:00-18:00 (creo)"), "2:hours:hours_not_understood ");
    EXPECT_EQ(faults("hours", ""), "");
    EXPECT_EQ(faults("age_max", "doce"), "2:age_max:cell_not_number ");
    EXPECT_EQ(faults("phone", "pregunte"), "2:phone:phone_short ");
    EXPECT_EQ(faults("phone", "?"), "");
    EXPECT_EQ(faults("phone", "600 600 2626 opción 6; 131"), "");
    EXPECT_EQ(faults("chat", "javascript:alert(1)"), "2:chat:contact_url ");
    EXPECT_EQ(faults("phone_hours", "24/7"), "2:phone_hours:channel_absent ");
    EXPECT_EQ(faults("checked_on", "2026-02-30"), "2:checked_on:cell_not_date ");
    EXPECT_EQ(faults("as_of", "ayer"), "2:as_of:cell_not_as_of ");
    EXPECT_EQ(faults("languages", "klingon"), "2:languages:unknown_language ");
    EXPECT_EQ(faults("confidential", "quizás"), "2:confidential:cell_not_yes_no ");
    EXPECT_EQ(faults("places_free", "-1"), "2:places_free:cell_not_number ");
    const auto reversed =
        plan_import(file({"A,n,i,general,health,national,s,press,18,15"}, fmt::format("{},age_min,age_max", k_titles)), {});
    EXPECT_EQ(refusals(*reversed), "2:age_max:ages_reversed ");
    const auto empty_cells = plan_import(file({"A,,i,general,,national,s,press"}), {});
    EXPECT_EQ(refusals(*empty_cells), "2:name:cell_empty 2:topics:cell_empty ");
    EXPECT_EQ(plan_import(file({"A,n,i,consejeria,health,national,s,press"}), {})->refused[0].word.es,
              "Ese valor no está entre los posibles: crisis, specialised, counselling, general, emergency, reporting, "
              "information.");
    const auto places = plan_import(file({"A,n,i,general,health,Atlántida,s,press"}), {});
    EXPECT_EQ(refusals(*places), "2:coverage:not_a_place ");
}

TEST(Import, faults_in_the_titles_refuse_the_file) {
    EXPECT_EQ(refusals(*plan_import("code,nombre,code\nA,b,c\n", {})),
              "1:nombre:column_unknown 1:code:column_twice 1:name:column_missing 1:institution:column_missing "
              "1:kind:column_missing "
              "1:topics:column_missing 1:coverage:column_missing 1:source:column_missing 1:verified:column_missing ");
    EXPECT_EQ(plan_import("", {}).error().word.code, "csv_empty");
}

TEST(Service, knows_how_stale_it_is) {
    Service service;
    EXPECT_EQ(good_until(service), std::nullopt) << "nobody knows from when";
    service.as_of = "2026";
    EXPECT_EQ(known_on(service), parse_date("2026-01-01"));
    EXPECT_LT(good_until(service), parse_date("2026-11-19"));
    service.checked_on = parse_date("2026-11-01");
    EXPECT_EQ(good_until(service), parse_date("2027-01-30"));
    service.expires_on = parse_date("2026-11-18");
    EXPECT_EQ(good_until(service), parse_date("2026-11-18"));
    EXPECT_EQ(earliest("2019-12"), parse_date("2019-12-01"));
    EXPECT_EQ(earliest("2024-25"), std::nullopt);
}

TEST(Import, a_row_with_two_faults_is_one_row) {
    const auto plan = plan_import("code,name,institution,kind,topics,coverage,source,verified\n"
                                  "A,Una,Red Demo,otra,nada,national,x,press\n"
                                  "B,Dos,Red Demo,general,health,national,x,press\n",
                                  {});
    EXPECT_EQ(plan->refused.size(), 2U);
    EXPECT_EQ(plan->refused_rows(), 1U);
    EXPECT_EQ(plan->rows, 2U);
}

}  // namespace
}  // namespace hebra::directory
