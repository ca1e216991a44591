// The area of the institution that attends (L4): asked for, told, in the files, and one with what the institution says of itself.
#include <gtest/gtest.h>

#include "features/directory/relaxing.hpp"
#include "features/directory/test_house.hpp"

namespace hebra::directory {
namespace {

using institutions::Sector;

Service of_area(std::string_view code, std::optional<Sector> area) {
    auto service = sound_service(code);
    service.area = area;
    return service;
}

TEST(Area, leaves_out_the_institutions_of_others_and_those_of_which_nobody_said_it) {
    const auto catalogue = Catalogue::build({of_area("A", Sector::health), of_area("B", Sector::justice), of_area("C", {})}, k_afternoon);
    EXPECT_EQ(codes(match(*catalogue, {.age = 30, .area = Sector::health}, k_afternoon).matches), "A ");
    EXPECT_EQ(codes(match(*catalogue, {.age = 30}, k_afternoon).matches), "A B C ");
    const auto none = match(*catalogue, {.age = 30, .area = Sector::education}, k_afternoon);
    EXPECT_EQ(none.match_total + none.near_miss_total + none.other_total, 0U);
    const auto relaxed = relaxations(*catalogue, {.age = 30, .area = Sector::education}, none, k_afternoon);
    ASSERT_EQ(relaxed.size(), 1U);
    EXPECT_EQ(relaxed[0].part, QuestionPart::area);
    EXPECT_EQ(relaxed[0].match_total, 3U);
}

TEST(Area, never_keeps_from_the_line_for_the_crisis_that_was_written_of) {
    auto line = of_area("L", Sector::health);
    line.kind = LineKind::crisis;
    line.topics = {topic("suicide_risk")};
    const auto catalogue = Catalogue::build({line, of_area("B", Sector::justice)}, k_afternoon);
    const auto answer = match(*catalogue, {.age = 30, .area = Sector::justice, .q = "me quiero morir"}, k_afternoon);
    EXPECT_NE(codes(answer.matches).find("L "), std::string::npos) << codes(answer.matches);
}

TEST(Area, of_the_shipped_lines_is_said_in_the_list_there_is) {
    std::map<std::string, std::optional<Sector>> said;
    const auto plan = plan_import(shipped_csv(), {});
    for (const auto& service : plan->added) said[service.code] = service.area;
    EXPECT_EQ(said.at("L03"), Sector::health);
    EXPECT_EQ(said.at("L06"), Sector::gender);
    EXPECT_EQ(said.at("L25"), Sector::education);
    EXPECT_FALSE(said.at("L17")) << "firefighters are of none of the eight";
    const auto wrong = plan_import("code,name,institution,area,kind,topics,coverage,source,verified\nN01,Nueva,Red Demo,salud mental,general,health,national,x,press\n", {});
    ASSERT_EQ(wrong->refused.size(), 1U);
    EXPECT_EQ(wrong->refused[0].column, "area");
}

class KeptArea : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override { house.load(); }
    DirectoryHouse house{db()};
};
HEBRA_ON_BOTH_DATABASES(KeptArea);

TEST_P(KeptArea, of_a_row_of_the_network_is_its_institutions_whatever_a_file_says) {
    auto service = of_area("", Sector::justice);
    const auto added = house.directory.add(house.editor, service, "Línea Demo Joven", true).value();
    EXPECT_EQ(added.area, Sector::health) << "as the institution says of itself";
    EXPECT_EQ(house.directory.find(added.id)->area, Sector::health);
    const auto again = house.directory.plan(house.directory.export_csv());
    EXPECT_TRUE(again->changed.empty() && again->refused.empty());
}

TEST_P(KeptArea, follows_what_the_institution_says_of_itself_and_so_does_its_name) {
    const auto added = house.directory.add(house.editor, of_area("", {}), "Línea Demo Joven", true).value();
    auto known = of_area("", {});
    known.name = "Casa Demo";
    known.channels[0].contact = "+56 9 0000 0002";
    const auto own_name = house.directory.add(house.editor, known, "Casa Demo de la Línea", true).value();
    institutions::Institutions institutions(db(), house.vault, house.audit, house.clock, {},
                                            {.within = [&](db::Tx& tx, const institutions::InstitutionDone& done) { return house.directory.follow(tx, done); }});
    institutions.refresh();
    ASSERT_TRUE(institutions.correct(house.somebody(house.line), house.line,
                                     {.name = "Línea Demo", .legal_nature = {}, .sector = Sector::education, .place = {}}, 1));
    house.directory.refresh();  // what this server keeps of institutions in memory is older
    const auto row = house.directory.find(added.id);
    EXPECT_EQ(row->institution, "Línea Demo");
    EXPECT_EQ(row->area, Sector::education);
    EXPECT_EQ(house.directory.find(own_name.id)->institution, "Casa Demo de la Línea") << "known by a name of its own";
    EXPECT_EQ(house.row("L17").institution, "Bomberos de Chile");
}

TEST_P(KeptArea, of_a_row_of_nobody_is_written_as_it_is_known) {
    auto row = house.row("L17");
    EXPECT_FALSE(row.area);
    row.area = Sector::community;
    const auto saved = house.directory.save(house.editor, row, row.version);
    ASSERT_TRUE(saved) << saved.error().word.code;
    EXPECT_EQ(house.row("L17").area, Sector::community);
    EXPECT_NE(house.directory.export_csv().find("Bomberos de Chile,community,"), std::string::npos);
}

}  // namespace
}  // namespace hebra::directory
