// Rows that an earlier version wrote are read by this one, and nobody's name stays in them.
#include <gtest/gtest.h>

#include "features/directory/test_house.hpp"

namespace hebra::directory {
namespace {

class OlderRows : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override { house.load(); }

    /// As it was kept while names were: by whom it was checked and rung, for all to read.
    void make_older(std::string_view code, std::string_view checked_by) {
        auto document = db().read([&](db::Reader& reader) {
            return reader.one<std::string>("SELECT document FROM service WHERE code = :code", {db::arg("code", code)}).value();
        });
        for (const std::string_view member : {"checker", "caller"}) {
            const auto from = document.find(fmt::format("\"{}\":{{", member));
            ASSERT_NE(from, document.npos) << document;
            const auto name = fmt::format("\"{}\":\"{}\"", member == "checker" ? "checked_by" : "rung_by", checked_by);
            document.replace(from, document.find('}', from) + 1 - from, name);
        }
        test::write(db(), [&](db::Tx& tx) {
            tx.add("UPDATE service SET document = :document WHERE code = :code", {db::arg("document", document), db::arg("code", code)});
        });
    }

    DirectoryHouse house{db()};
};
HEBRA_ON_BOTH_DATABASES(OlderRows);

TEST_P(OlderRows, are_read_and_name_nobody_who_works_there) {
    auto checked = house.row("L02");
    ASSERT_TRUE(house.directory.rang(house.editor, checked.id, {.answered = {0}}, checked.version));
    make_older("L02", "Verónica Lagos");
    make_older("L04", "Ministerio de prueba");
    house.directory.bring_forward();
    house.directory.refresh();
    EXPECT_EQ(house.row("L02").checked_by, "");
    EXPECT_EQ(house.row("L02").rung_by, "");
    EXPECT_EQ(house.row("L02").version, checked.version + 1) << "nothing was said of it";
    EXPECT_EQ(house.row("L04").checked_by, "Ministerio de prueba") << "what a file says stays known";
    EXPECT_EQ(house.row("L04").rung_by, "") << "that was always somebody";
    const auto kept = test::contents(db());
    EXPECT_EQ(kept.find("Lagos"), kept.npos);
    EXPECT_EQ(kept.find("\"rung_by\""), kept.npos);
}

TEST_P(OlderRows, are_brought_forward_once) {
    make_older("L02", "Ministerio de prueba");
    house.directory.bring_forward();
    const auto kept = test::contents(db());
    house.directory.bring_forward();
    EXPECT_EQ(test::contents(db()), kept);
}

}  // namespace
}  // namespace hebra::directory
