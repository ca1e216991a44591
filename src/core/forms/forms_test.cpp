#include "core/forms/forms.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "core/forms/shipped.hpp"
#include "platform/json/json.hpp"
#include "platform/db/migrations.hpp"
#include "tests/support/databases.hpp"

namespace hebra::forms {
namespace {

void schema(db::Database& database) {
    std::vector<std::string> scripts;
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(HEBRA_MIGRATIONS)) files.push_back(file.path());
    std::ranges::sort(files);
    for (const auto& file : files) {
        std::stringstream text;
        text << std::ifstream(file).rdbuf();
        scripts.push_back(text.str());
    }
    std::vector<db::Migration> migrations;
    for (const auto& script : scripts) migrations.push_back({static_cast<int>(migrations.size()) + 1, "step", script});
    db::migrate(database, migrations);
}

/// The shipped write-up with one change.
std::string changed(const std::string& version, const std::function<void(Definition&)>& change = [](Definition&) {}) {
    auto definition = json::read<Definition>(shipped_texts().front()).value();
    definition.version = *Version::parse(version);
    change(definition);
    return json::write(definition);
}

class FormsStore : public test::OnBothDatabases<schema> {
  protected:
    FormsStore() { test::write(db(), [&](db::Tx& tx) { vault.found(tx, institution); }); }

    std::string in_force() { return forms.current(institution, "contact_writeup").value()->definition().version.text(); }
    static std::string code_of(const auto& result) { return result ? "" : std::string(result.error().word.code); }

    const InstitutionId institution = InstitutionId::make(*parse_time("2026-11-21T15:00:00Z"));
    FixedClock clock{*parse_time("2026-11-21T15:00:00Z")};
    access::Vault vault{crypto::Key::from(Bytes(crypto::Key::k_size, 7)), clock};
    audit::Audit audit{vault, clock};
    Forms forms{db(), audit, clock};
    const Actor actor{.user = {}, .institution = institution, .session = {}, .permissions = {}};
};
HEBRA_ON_BOTH_DATABASES(FormsStore);

TEST_P(FormsStore, serves_what_ships_until_the_institution_publishes_its_own) {
    EXPECT_EQ(in_force(), "1.0.0");
    const auto imported = forms.import(actor, changed("1.1.0", [](Definition& d) { d.title.es = "Otro título"; }), false);
    ASSERT_TRUE(imported);
    EXPECT_TRUE(imported->changes.empty());  // titles are not answers
    EXPECT_EQ(in_force(), "1.0.0");          // a draft
    ASSERT_TRUE(forms.move(actor, "contact_writeup", *Version::parse("1.1.0"), FormAction::publish));
    EXPECT_EQ(in_force(), "1.1.0");
    EXPECT_EQ(forms.current(institution, "contact_writeup").value()->definition().title.es, "Otro título");
    const auto stranger = InstitutionId::make(clock.now());
    EXPECT_EQ(forms.current(stranger, "contact_writeup").value()->definition().version.text(), "1.0.0");

    ASSERT_TRUE(forms.move(actor, "contact_writeup", *Version::parse("1.1.0"), FormAction::retire));
    EXPECT_EQ(in_force(), "1.0.0");
    EXPECT_TRUE(forms.find(institution, "contact_writeup", *Version::parse("1.1.0")));  // what was written with it stays readable
}

TEST_P(FormsStore, waits_for_the_day_it_takes_effect) {
    const auto later = changed("1.1.0", [](Definition& d) { d.effective_from = *parse_date("2026-12-01"); });
    ASSERT_TRUE(forms.import(actor, later, false));
    ASSERT_TRUE(forms.move(actor, "contact_writeup", *Version::parse("1.1.0"), FormAction::publish));
    EXPECT_EQ(in_force(), "1.0.0");
    clock.advance(std::chrono::days(10));
    EXPECT_EQ(in_force(), "1.1.0");
}

TEST_P(FormsStore, a_dry_run_says_and_keeps_nothing) {
    const auto before = test::contents(db());
    const auto said = forms.import(actor, changed("1.1.0", [](Definition& d) { d.sections[1].fields[0].label.es = "Saludo"; }), true);
    ASSERT_TRUE(said);
    EXPECT_FALSE(said->kept);
    EXPECT_EQ(said->changes, std::vector<FormChange>({{ChangeKind::said_otherwise, "welcome"}}));
    EXPECT_EQ(test::contents(db()), before);
}

TEST_P(FormsStore, refuses_what_cannot_follow) {
    EXPECT_EQ(code_of(forms.import(actor, changed("1.0.0"), false)), "invalid");
    EXPECT_EQ(code_of(forms.import(actor, changed("1.1.0", [](Definition& d) { d.form = "another"; }), false)), "form_unknown");
    EXPECT_EQ(code_of(forms.import(actor, changed("1.1.0", [](Definition& d) { d.sections.back().fields.back().options->push_back({"new_end", {"a", "b"}, {}}); }), false)),
              "invalid");
    EXPECT_EQ(code_of(forms.import(actor, "{", false)), "not_json");
    EXPECT_EQ(code_of(forms.move(actor, "contact_writeup", *Version::parse("7.0.0"), FormAction::publish)), "not_found");
    ASSERT_TRUE(forms.import(actor, changed("1.1.0"), false));
    EXPECT_EQ(code_of(forms.move(actor, "contact_writeup", *Version::parse("1.1.0"), FormAction::retire)), "form_move");
}

TEST_P(FormsStore, answers_a_repeated_import_as_the_first) {
    auto by = actor;
    by.once = Once{"k1", "/a/route", Bytes(32, 1)};
    const auto longer = changed("1.1.0", [](Definition& d) { d.sections[1].fields[0].label.es = "Saludo"; });
    const auto first = forms.import(by, longer, false);
    const auto again = forms.import(by, longer, false);
    ASSERT_TRUE(first);
    ASSERT_TRUE(again);
    EXPECT_FALSE(first->changes.empty());
    EXPECT_EQ(again->changes, first->changes);
    EXPECT_EQ(code_of(forms.import(actor, longer, false)), "invalid");
}

TEST_P(FormsStore, imports_whole_or_not_at_all) {
    const auto text = changed("1.1.0");
    test::expect_all_or_nothing(db(), [&] { (void)forms.import(actor, text, false); });
}

}  // namespace
}  // namespace hebra::forms
