#include "features/directory/test_match.hpp"

namespace hebra::directory {
namespace {

TEST(Ranking, stale_and_unconfirmed_rows_rank_lower_and_say_so) {
    auto fresh = sound_service("Z");
    auto stale = sound_service("A");
    stale.checked_on = parse_date("2026-06-01");
    auto older = sound_service("B");
    older.checked_on = parse_date("2024-06-01");
    auto undated = sound_service("C");
    undated.checked_on = {};
    auto unconfirmed = sound_service("D");
    unconfirmed.channels[0].confirmation = {};
    const auto catalogue = Catalogue::build({undated, older, stale, unconfirmed, fresh}, k_afternoon);
    const auto answer = match(*catalogue, {.age = 30}, k_afternoon);
    EXPECT_EQ(codes(answer.matches), "Z D A B C ");
    EXPECT_EQ(codes_of(answer.matches[1].cautions), "contact_unconfirmed ");
    EXPECT_EQ(codes_of(answer.matches[2].cautions), "check_expired ");
    EXPECT_EQ(answer.matches[2].cautions[0].es, "Su comprobación está vencida: dato de 2026-06-01");
    EXPECT_EQ(codes_of(answer.matches[4].cautions), "not_checked ");
    EXPECT_EQ(answer.matches[4].cautions[0].es, "Sin comprobar: no se sabe de cuándo es el dato");
    // The confirmation itself runs out.
    const auto later = match(*catalogue, {.age = 30}, k_afternoon + 4 * k_day);
    ASSERT_FALSE(later.matches.empty());
    EXPECT_EQ(codes_of(later.matches[0].cautions), "contact_unconfirmed ");
}

TEST(Ranking, nearer_offices_and_those_made_for_the_age_come_first) {
    auto national = sound_service("A");
    auto regional = sound_service("B");
    regional.coverage = {.reach = Reach::places, .regions = {*territory::Region::parse("13")}};
    auto local = sound_service("C");
    local.coverage = only_in("13101");
    auto young = sound_service("D");
    young.age_min = 15;
    young.age_max = 29;
    const auto catalogue = Catalogue::build({national, regional, local, young}, k_afternoon);
    EXPECT_EQ(codes(match(*catalogue, {.age = 17, .place = comuna("13101")}, k_afternoon).matches), "C B D A ");
}

TEST(Ranking, equals_are_listed_by_name_and_the_answer_is_always_the_same) {
    std::vector<Service> services;
    for (const auto* code : {"D", "B", "A", "C"}) services.push_back(sound_service(code));
    const auto first = Catalogue::build(services, k_afternoon);
    const auto once = match(*first, {.age = 30}, k_afternoon);
    std::reverse(services.begin(), services.end());
    const auto catalogue = Catalogue::build(services, k_afternoon - k_day);
    EXPECT_EQ(codes(match(*catalogue, {.age = 30}, k_afternoon).matches), "A B C D ");
    const auto limited = match(*catalogue, {.age = 30, .limit = 2}, k_afternoon);
    EXPECT_EQ(codes(limited.matches), "A B ");
    EXPECT_EQ(limited.match_total, 4U);
}

TEST(Ranking, real_lines_for_a_young_person_at_night) {
    const auto catalogue = real_lines();
    const auto mood = match(*catalogue, {.age = 17, .place = comuna("13101"), .topic = topic("mood_anxiety")}, k_evening);
    EXPECT_EQ(codes(mood.matches), "L01 ");
    EXPECT_EQ(mood.matches[0].fits[1].es, "Abierto, cierra a las 22:00");
    EXPECT_EQ(codes_of(mood.matches[0].cautions), "not_checked contact_unconfirmed ");
    EXPECT_EQ(mood.matches[0].cautions[0].es, "Sin comprobar: dato de 2024") << "what nobody checked cannot have expired";
    EXPECT_EQ(mood.matches[0].cautions[0].en, "Not checked: known from 2024");
    EXPECT_EQ(codes(mood.near_misses).substr(0, 4), "L21 ") << "it attends exactly that, at unknown hours";
    const auto morning = match(*catalogue, {.age = 17, .topic = topic("mood_anxiety")}, *parse_time("2026-11-20T11:30:00Z"));
    EXPECT_EQ(codes(morning.matches), "");
    const auto& chat = *std::find_if(morning.near_misses.begin(), morning.near_misses.end(),
                                     [](const auto& each) { return each.service->code == "L01"; });
    EXPECT_EQ(chat.why[0].es, "Abre hoy a las 10:00");
}

TEST(Ranking, in_a_crisis_lines_for_crises_come_first) {
    const auto catalogue = real_lines();
    for (const auto& question :
         {Question{.age = 17, .topic = topic("suicide_risk")}, Question{.topic = topic("suicide_risk")},
          Question{.age = 40, .topic = topic("emotional_crisis")}, Question{.q = "me quiero morir"},
          Question{.q = "suisidio de un amigo del colegio"},
          Question{.age = 70, .q = "mi nieta no quiere vivir, quitarse la vida"}}) {
        const auto answer = match(*catalogue, question, k_evening);
        ASSERT_FALSE(answer.matches.empty()) << question.q;
        EXPECT_EQ(answer.matches[0].service->code, "L03") << question.q;
        EXPECT_TRUE(codes_of(answer.matches[0].fits).find("crisis_line") != std::string::npos);
    }
    const auto valparaiso =
        match(*catalogue, {.age = 17, .place = comuna("05101"), .topic = topic("suicide_risk")}, k_evening);
    EXPECT_EQ(codes(valparaiso.near_misses).substr(0, 4), "L22 ");
    EXPECT_EQ(codes_of(valparaiso.near_misses[0].why), "other_territory hours_unknown ");
}

TEST(Ranking, a_line_for_a_crisis_is_not_lost_among_the_other_words_written) {
    const auto catalogue = real_lines();
    // Lines for victims hold two of these words, the line for suicide only one.
    const auto answer = match(*catalogue, {.age = 30, .q = "víctima de un robo, quiere morir"}, k_evening);
    ASSERT_FALSE(answer.matches.empty());
    EXPECT_EQ(answer.matches[0].service->code, "L03");
    const auto times = std::count_if(answer.matches.begin(), answer.matches.end(),
                                     [](const Match& each) { return each.service->code == "L03"; });
    EXPECT_EQ(times, 1);
    // Not even by a topic chosen beside it.
    const auto topic_beside =
        match(*catalogue, {.age = 30, .topic = topic("tobacco"), .q = "dejar de fumar o morir"}, k_evening);
    EXPECT_EQ(topic_beside.matches[0].service->code, "L03");
}

}  // namespace
}  // namespace hebra::directory
