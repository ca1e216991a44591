#include "features/directory/uses_table.hpp"

#include "features/directory/test_match.hpp"

namespace hebra::directory {
namespace {

Service of(const char* code, const char* institution, std::vector<Topic> topics) {
    auto service = sound_service(code);
    service.institution = institution;
    service.topics = std::move(topics);
    return service;
}

std::string told(const std::vector<UseCell>& cells) {
    std::string text;
    const auto number = [](const auto& count) { return count ? fmt::format("{}", *count) : std::string("<5"); };
    for (const auto& cell : cells)
        text += fmt::format("{} {} {}: {}/{}; ", cell.institution, cell.topic.text(), cell.services, number(cell.shown), number(cell.tapped));
    return text;
}

TEST(UsesTable, shows_and_taps_are_added_by_institution_and_topic) {
    const auto a = of("A", "Norte", {topic("tobacco"), topic("mood_anxiety")});
    const auto b = of("B", "Norte", {topic("mood_anxiety")});
    const auto c = of("C", "Centro", {topic("tobacco")});
    const auto catalogue = Catalogue::build({a, b, c}, k_afternoon);
    const std::vector<UseCount> counts = {{a.id, 10, 2, 0}, {b.id, 7, 5, 0}, {c.id, 4, 0, 0}, {ServiceId::make(k_evening), 99, 9, 0}};
    EXPECT_EQ(told(by_institution_and_topic(*catalogue, counts)),
              "Centro tobacco 1: <5/0; Norte mood_anxiety 2: 17/7; Norte tobacco 1: 10/<5; ")
        << "what is small is not told, nothing at all is; a row that is there no more is left out";
}

TEST(UsesTable, the_export_is_safe_for_a_spreadsheet) {
    const auto a = of("A", "=HYPERLINK(\"x\")", {topic("tobacco")});
    const auto catalogue = Catalogue::build({a}, k_afternoon);
    const std::vector<UseCount> counts = {{a.id, 30, 3, 0}};
    const auto text = uses_csv(by_institution_and_topic(*catalogue, counts), Language::es);
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBFInstitución,Tema,Código del tema,Servicios usados,Veces mostrado,Veces usado\r\n")) << text;
    EXPECT_NE(text.find("\"'=HYPERLINK(\"\"x\"\")\""), text.npos) << text;
    EXPECT_NE(text.find(",tobacco,1,30,<5"), text.npos) << text;
    EXPECT_TRUE(uses_csv({}, Language::en).starts_with("\xEF\xBB\xBFInstitution,Topic,")) ;
}

}  // namespace
}  // namespace hebra::directory
