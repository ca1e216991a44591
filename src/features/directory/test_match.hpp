// What the tests of matching have in common.
#pragma once
#include <fmt/format.h>

#include <gtest/gtest.h>

#include "features/directory/hours_text.hpp"
#include "features/directory/import.hpp"
#include "features/directory/match.hpp"

namespace hebra::directory {

/// Thursday 19 November 2026, 21:12 in Santiago: the evening of the mockups.
inline const Time k_evening = *parse_time("2026-11-20T00:12:00Z");
inline constexpr std::chrono::hours k_day{24};
inline const Time k_afternoon = *parse_time("2026-11-19T18:00:00Z");

inline Topic topic(std::string_view code) {
    return *Topic::parse(code);
}
inline territory::Place comuna(std::string_view code) {
    return {.comuna = *territory::Comuna::parse(code)};
}
inline Coverage only_in(std::string_view code) {
    return {.reach = Reach::places, .comunas = {*territory::Comuna::parse(code)}};
}

/// A service that fits everybody, checked and confirmed, for tests to spoil.
inline Service sound_service(std::string_view code) {
    Service service{.id = ServiceId::make(k_evening),
                    .code = std::string(code),
                    .name = fmt::format("Servicio {}", code),
                    .institution = "Red Demo"};
    service.kind = LineKind::counselling;
    service.topics = {topic("mood_anxiety")};
    service.hours = read_hours("Lun-Vie 09:00-18:00; excepto feriados").schedule;
    service.channels = {{.kind = ChannelKind::phone, .contact = "+56 9 0000 0001"}};
    service.channels[0].confirmation = Confirmation{UserId::make(k_evening), k_evening - k_day, k_evening + k_day};
    service.identity = Identity::anonymous;
    service.cost = Cost::free;
    service.source = "prueba";
    service.verified = Verified::by_editor;
    service.checked_on = parse_date("2026-11-10");
    return service;
}

inline Snapshot<Catalogue> real_lines() {
    return Catalogue::build(plan_import(shipped_csv(), {})->added, k_evening);
}

inline std::string codes(const auto& results) {
    std::string all;
    for (const auto& each : results) all += each.service->code + " ";
    return all;
}

inline std::string codes_of(const std::vector<Reason>& reasons) {
    std::string all;
    for (const auto& each : reasons) all += each.code + " ";
    return all;
}

}  // namespace hebra::directory
