#include "features/directory/test_match.hpp"

namespace hebra::directory {
namespace {

using calendar::State;

/// The answer for one service alone.
Answer ask_one(Service service, const Question& question, Time now = k_afternoon) {
    static Snapshot<Catalogue> kept = Catalogue::build({}, now);  // the answer points into it
    kept = Catalogue::build({std::move(service)}, now);
    return match(*kept, question, now);
}

std::string why(const Service& service, const Question& question, Time now = k_afternoon) {
    const auto answer = ask_one(service, question, now);
    if (!answer.matches.empty()) return "fits";
    return answer.near_misses.empty() ? "nowhere" : codes_of(answer.near_misses[0].why);
}

TEST(Match, a_service_that_fits_says_why) {
    const auto answer = ask_one(sound_service("A"), {.age = 17, .place = comuna("13101"), .topic = topic("mood_anxiety")});
    ASSERT_EQ(answer.matches.size(), 1U);
    const auto& match = answer.matches[0];
    EXPECT_EQ(codes_of(match.fits), "topic open_now every_age national free anonymous ");
    EXPECT_EQ(codes_of(match.cautions), "");
    EXPECT_EQ(match.state, State::open);
    EXPECT_EQ(match.fits[1].es, "Abierto, cierra a las 18:00");
    EXPECT_EQ(match.fits[1].en, "Open, closes at 18:00");
    EXPECT_EQ(match.fits[1].params.at("closes_at"), "2026-11-19T21:00:00Z");
    EXPECT_EQ(match.closes_at, *parse_time("2026-11-19T21:00:00Z"));
    EXPECT_EQ(answer.match_total, 1U);
}

TEST(Match, out_of_age_tells_the_range) {
    auto service = sound_service("A");
    service.age_min = 18;
    service.age_max = 29;
    EXPECT_EQ(why(service, {.age = 17}), "out_of_age ");
    EXPECT_EQ(why(service, {.age = 30}), "out_of_age ");
    EXPECT_EQ(why(service, {.age = 18}), "fits");
    EXPECT_EQ(why(service, {.age = 29}), "fits");
    const auto answer = ask_one(service, {.age = 17});
    const auto& reason = answer.near_misses[0].why[0];
    EXPECT_EQ(reason.es, "Atiende a personas de 18 a 29 años");
    EXPECT_EQ(reason.params, (std::map<std::string, std::string>{{"age", "17"}, {"age_min", "18"}, {"age_max", "29"}}));
}

TEST(Match, an_unknown_age_counts_as_a_minor) {
    auto service = sound_service("A");
    service.age_min = 18;
    EXPECT_EQ(why(service, {}), "out_of_age ");
    service.age_min = 15;
    service.age_max = 29;
    const auto some_minors = ask_one(service, {});
    ASSERT_EQ(some_minors.matches.size(), 1U);
    EXPECT_EQ(codes_of(some_minors.matches[0].cautions), "age_to_confirm ");
    service.age_min = 0;
    service.age_max = 17;
    EXPECT_EQ(codes_of(ask_one(service, {}).matches[0].cautions), "");
    service.age_max = 12;
    EXPECT_EQ(codes_of(ask_one(service, {}).matches[0].cautions), "age_to_confirm ");
}

TEST(Match, closed_ones_say_when_they_open) {
    const auto answer = ask_one(sound_service("A"), {.age = 30}, k_evening);
    ASSERT_EQ(answer.near_misses.size(), 1U);
    EXPECT_EQ(codes_of(answer.near_misses[0].why), "opens_at ");
    EXPECT_EQ(answer.near_misses[0].why[0].es, "Abre mañana a las 09:00");
    EXPECT_EQ(answer.near_misses[0].why[0].en, "Opens tomorrow at 09:00");
    EXPECT_EQ(answer.near_misses[0].opens_at, *parse_time("2026-11-20T12:00:00Z"));
    EXPECT_EQ(answer.near_misses_by_why, (std::map<std::string, std::size_t>{{"opens_at", 1}}));
    // Asked for tomorrow at ten, it fits; at any time, too.
    EXPECT_EQ(
        ask_one(sound_service("A"), {.age = 30, .at = *parse_time("2026-11-20T13:00:00Z")}, k_evening).matches[0].fits[0].es,
        "Atiende mañana a las 10:00, hasta las 18:00");
    const auto whenever = ask_one(sound_service("A"), {.age = 30, .at_any_time = true}, k_evening);
    EXPECT_EQ(codes_of(whenever.matches[0].fits), "opens_at every_age national free anonymous ");
    // On a holiday it opens after it: Tuesday 8 December.
    const Time monday_night = *parse_time("2026-12-08T00:00:00Z");
    EXPECT_EQ(ask_one(sound_service("A"), {.age = 30}, monday_night).near_misses[0].why[0].es,
              "Abre el miércoles a las 09:00");
}

TEST(Match, moments_are_told_in_the_time_of_the_place) {
    const Time winter = *parse_time("2026-07-15T02:00:00Z");
    EXPECT_EQ(ask_one(sound_service("A"), {.age = 30, .place = comuna("13101")}, winter).near_misses[0].why[0].es,
              "Abre mañana a las 09:00");
    EXPECT_EQ(ask_one(sound_service("A"), {.age = 30, .place = comuna("12101")}, winter).near_misses[0].why[0].es,
              "Abre mañana a las 10:00");
}

TEST(Match, unknown_hours_are_near_misses_never_open_or_closed) {
    auto service = sound_service("A");
    service.hours = calendar::Schedule::unknown();
    for (const bool at_any_time : {false, true}) {
        const auto answer = ask_one(service, {.age = 30, .at_any_time = at_any_time});
        ASSERT_EQ(answer.near_misses.size(), 1U);
        EXPECT_EQ(codes_of(answer.near_misses[0].why), "hours_unknown ");
        EXPECT_EQ(answer.near_misses[0].state, State::unknown);
    }
    service.hours = read_hours("Lun-Vie 09:00-18:00").schedule;  // holidays not stated
    EXPECT_EQ(why(service, {.age = 30}, *parse_time("2026-12-08T15:00:00Z")), "hours_unknown ");
}

TEST(Match, territory) {
    auto service = sound_service("A");
    service.coverage = only_in("13120");
    EXPECT_EQ(why(service, {.age = 30, .place = comuna("13120")}), "fits");
    EXPECT_EQ(why(service, {.age = 30, .place = comuna("13101")}), "other_territory ");
    EXPECT_EQ(ask_one(service, {.age = 30, .place = comuna("13101")}).near_misses[0].why[0].es, "Atiende solo en Ñuñoa");
    const auto region = territory::Place{.region = *territory::Region::parse("13")};
    EXPECT_EQ(codes_of(ask_one(service, {.age = 30, .place = region}).matches[0].cautions), "place_to_confirm ");
    EXPECT_EQ(why(service, {.age = 30, .place = {.region = *territory::Region::parse("05")}}), "other_territory ");
    EXPECT_EQ(codes_of(ask_one(service, {.age = 30}).matches[0].cautions), "place_to_confirm ");
    service.coverage = {.reach = Reach::places, .regions = {*territory::Region::parse("13")}};
    EXPECT_EQ(codes_of(ask_one(service, {.age = 30, .place = comuna("13101")}).matches[0].fits),
              "open_now every_age region free anonymous ");
    EXPECT_EQ(why(service, {.age = 30, .place = comuna("05101")}), "other_territory ");
    service.coverage = {.reach = Reach::each_comuna};
    service.hours = calendar::Schedule::unknown();
    service.channels[0].contact = "";
    EXPECT_EQ(why(service, {.age = 30, .place = comuna("05101")}), "ask_local_office ")
        << "its hours and contact are another office's";
}

TEST(Match, places_channels_languages_cost_and_identity) {
    auto service = sound_service("A");
    service.capacity = {.places = 10, .places_free = 0, .updated = parse_date("2026-11-14")};
    EXPECT_EQ(why(service, {.age = 30}), "no_places ");
    EXPECT_EQ(ask_one(service, {.age = 30}).near_misses[0].why[0].es, "Sin cupos, dato del 2026-11-14");
    service = sound_service("A");
    EXPECT_EQ(why(service, {.age = 30, .channel = ChannelKind::chat}), "channel_missing ");
    EXPECT_EQ(why(service, {.age = 30, .channel = ChannelKind::phone}), "fits");
    EXPECT_EQ(why(service, {.age = 30, .language = *SpokenLanguage::parse("ht")}), "language_missing ");
    EXPECT_EQ(why(service, {.age = 30, .language = *SpokenLanguage::parse("es")}), "fits");
    service.languages = {*SpokenLanguage::parse("ht")};
    EXPECT_EQ(codes_of(ask_one(service, {.age = 30, .language = *SpokenLanguage::parse("ht")}).matches[0].fits),
              "open_now every_age national language free anonymous ");
    service = sound_service("A");
    service.cost = Cost::local_call;
    EXPECT_EQ(why(service, {.age = 30, .free_only = true}), "not_free ");
    service.cost = Cost::unknown;
    EXPECT_EQ(why(service, {.age = 30, .free_only = true}), "cost_unknown ");
    EXPECT_EQ(why(service, {.age = 30}), "fits");
    service.identity = Identity::required;
    EXPECT_EQ(why(service, {.age = 30, .anonymous = true}), "needs_identification ");
    service.identity = Identity::unknown;
    EXPECT_EQ(why(service, {.age = 30, .anonymous = true}), "identification_unknown ");
    service.identity = Identity::optional;
    EXPECT_EQ(why(service, {.age = 30, .anonymous = true}), "fits");
}

TEST(Match, a_number_reported_wrong_or_missing_is_not_offered) {
    auto service = sound_service("A");
    service.channels[0].doubted_at = k_evening;
    EXPECT_EQ(why(service, {.age = 30}), "number_doubted ");
    service.channels.push_back({.kind = ChannelKind::chat, .contact = "https://example.org"});
    EXPECT_EQ(why(service, {.age = 30}), "fits") << "there is another way";
    EXPECT_EQ(why(service, {.age = 30, .channel = ChannelKind::phone}), "number_doubted ");
    service.channels = {{.kind = ChannelKind::phone, .contact = ""}};
    EXPECT_EQ(why(service, {.age = 30}), "no_contact ");
}

TEST(Match, a_channel_may_have_its_own_hours) {
    auto service = sound_service("A");
    service.channels.push_back(
        {.kind = ChannelKind::chat, .contact = "https://example.org", .hours = read_hours("24/7").schedule});
    EXPECT_EQ(why(service, {.age = 30}, k_evening), "fits") << "by chat";
    EXPECT_EQ(why(service, {.age = 30, .channel = ChannelKind::chat}, k_evening), "fits");
    EXPECT_EQ(why(service, {.age = 30, .channel = ChannelKind::phone}, k_evening), "opens_at ");
}

TEST(Match, what_wants_too_much_is_only_counted) {
    auto service = sound_service("A");
    service.age_min = 60;
    service.coverage = only_in("13120");
    const auto two = ask_one(service, {.age = 17, .place = comuna("05101")});
    EXPECT_EQ(codes_of(two.near_misses[0].why), "out_of_age other_territory ");
    const auto three = ask_one(service, {.age = 17, .place = comuna("05101"), .channel = ChannelKind::chat});
    EXPECT_TRUE(three.near_misses.empty());
    EXPECT_EQ(three.other_total, 1U);
    EXPECT_EQ(ask_one(service, {.topic = topic("tobacco")}).other_total, 0U) << "another topic is not mentioned at all";
}

TEST(Match, question_faults_are_named) {
    const auto fault = [](const Question& question) {
        const auto checked = check(question, k_evening);
        return checked ? std::string()
                       : checked.error().fields[0].pointer + "=" + std::string(checked.error().fields[0].word.code);
    };
    EXPECT_EQ(fault({}), "");
    EXPECT_EQ(fault({.age = -7}), "?age=question_age");
    EXPECT_EQ(fault({.age = 121}), "?age=question_age");
    EXPECT_EQ(fault({.limit = 0}), "?limit=question_limit");
    EXPECT_EQ(fault({.limit = 101}), "?limit=question_limit");
    EXPECT_EQ(fault({.q = std::string(201, 'a')}), "?q=question_text");
    EXPECT_EQ(fault({.place = {.region = *territory::Region::parse("13"), .comuna = *territory::Comuna::parse("05101")}}),
              "?comuna=question_place");
    EXPECT_EQ(fault({.at = k_evening - std::chrono::minutes(4)}), "") << "somebody is still reading";
    EXPECT_EQ(fault({.at = k_evening - std::chrono::minutes(6)}), "?at=question_past");
    EXPECT_EQ(fault({.at = parse_time("2030-12-31T12:00:00Z").value()}), "");
    EXPECT_EQ(fault({.at = parse_time("2031-01-01T12:00:00Z").value()}), "?at=question_far");
}

}  // namespace
}  // namespace hebra::directory
