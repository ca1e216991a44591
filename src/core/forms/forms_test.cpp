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

TEST_P(FormsStore, a_draft_that_nobody_answered_binds_the_next_by_its_number_alone) {
    const auto asked_more = [](Definition& d) { d.sections[1].fields.push_back({.id = "heard_from", .type = FieldType::text, .label = {"Cómo supo", "How they heard"}}); };
    ASSERT_TRUE(forms.import(actor, changed("1.2.0", asked_more), false));
    EXPECT_EQ(code_of(forms.import(actor, changed("1.1.0"), false)), "invalid");
    ASSERT_TRUE(forms.import(actor, changed("1.3.0"), false)) << "without the question of the draft";
    ASSERT_TRUE(forms.move(actor, "contact_writeup", *Version::parse("1.2.0"), FormAction::publish));
    EXPECT_EQ(code_of(forms.import(actor, changed("1.4.0"), false)), "invalid") << "once it is asked, answers are kept under it";
    EXPECT_TRUE(forms.import(actor, changed("1.4.0", asked_more), false));
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

TEST_P(FormsStore, lists_the_versions_and_says_which_is_asked) {
    const auto told = [&] {
        std::string text;
        const auto history = forms.history(institution, "contact_writeup").value();
        for (const auto& one : history)
            text += one.version.text() + (one.status == FormStatus::draft ? "d" : one.status == FormStatus::retired ? "r" : "p") +
                    (one.in_force ? "*" : "") + (one.ships_with_hebra ? "h" : "") + " ";
        return text;
    };
    EXPECT_EQ(told(), "1.0.0p*h ");
    ASSERT_TRUE(forms.import(actor, changed("1.9.0"), false));
    ASSERT_TRUE(forms.import(actor, changed("1.10.0"), false));
    EXPECT_EQ(told(), "1.10.0d 1.9.0d 1.0.0p*h ");
    ASSERT_TRUE(forms.move(actor, "contact_writeup", *Version::parse("1.9.0"), FormAction::publish));
    ASSERT_TRUE(forms.move(actor, "contact_writeup", *Version::parse("1.10.0"), FormAction::publish));
    EXPECT_EQ(told(), "1.10.0p* 1.9.0p 1.0.0ph ");
    ASSERT_TRUE(forms.move(actor, "contact_writeup", *Version::parse("1.10.0"), FormAction::retire));
    EXPECT_EQ(told(), "1.10.0r 1.9.0p* 1.0.0ph ");
    EXPECT_EQ(in_force(), "1.9.0");
    const auto first = forms.history(institution, "contact_writeup")->front();
    EXPECT_EQ(first.changed_at, clock.now());
    EXPECT_EQ(first.changed_by, actor.user);
    EXPECT_EQ(forms.history(InstitutionId::make(clock.now()), "contact_writeup")->size(), 1U);
    EXPECT_EQ(code_of(forms.history(institution, "another")), "not_found");
    ASSERT_EQ(forms.all(institution).size(), 1U);
    EXPECT_EQ(forms.all(institution).front().version.text(), "1.9.0");
}

TEST_P(FormsStore, throws_away_only_a_draft) {
    const auto version = *Version::parse("1.1.0");
    ASSERT_TRUE(forms.import(actor, changed("1.1.0"), false));
    auto stranger = actor;
    stranger.institution = InstitutionId::make(clock.now());
    test::write(db(), [&](db::Tx& tx) { vault.found(tx, stranger.institution); });
    EXPECT_EQ(code_of(forms.move(stranger, "contact_writeup", version, FormAction::discard)), "not_found");
    test::expect_all_or_nothing(db(), [&] { (void)forms.move(actor, "contact_writeup", version, FormAction::discard); });
    EXPECT_EQ(code_of(forms.move(actor, "contact_writeup", version, FormAction::discard)), "not_found");
    EXPECT_EQ(code_of(forms.find(institution, "contact_writeup", version)), "not_found");
    // Its number is free again, and what was published stays for those that were written with it.
    ASSERT_TRUE(forms.import(actor, changed("1.1.0"), false));
    ASSERT_TRUE(forms.move(actor, "contact_writeup", version, FormAction::publish));
    EXPECT_EQ(code_of(forms.move(actor, "contact_writeup", version, FormAction::discard)), "form_move");
    ASSERT_TRUE(forms.move(actor, "contact_writeup", version, FormAction::retire));
    EXPECT_EQ(code_of(forms.move(actor, "contact_writeup", version, FormAction::discard)), "form_move");
}

TEST_P(FormsStore, tries_samples_under_both_versions_and_keeps_none) {
    const auto stricter = changed("1.1.0", [](Definition& d) {
        for (auto& section : d.sections)
            for (auto& field : section.fields)
                if (field.id == "welcome") field.required_at = "closed";
    });
    const std::vector<SampleAnswers> samples = {{json::Raw{"{}"}, json::Raw{R"({"disposition":"listened"})"}},
                                                {json::Raw{R"({"welcome":"Hola"})"}, {}}};
    const auto before = test::contents(db());
    const auto said = forms.import(actor, stricter, true, samples);
    ASSERT_TRUE(said);
    EXPECT_EQ(test::contents(db()), before);
    EXPECT_EQ(said->in_force.text(), "1.0.0");
    ASSERT_EQ(said->samples.size(), 2U);
    EXPECT_TRUE(said->samples[0].in_force.faults.empty());
    ASSERT_EQ(said->samples[0].imported.faults.size(), 1U);
    EXPECT_EQ(said->samples[0].imported.faults[0].pointer, "/answers/welcome");
    EXPECT_EQ(said->samples[0].imported.faults[0].from_stage, "closed");

    ASSERT_TRUE(forms.import(actor, stricter, false));
    const auto kept = forms.compare(institution, "contact_writeup", *Version::parse("1.1.0"), samples);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->changes, said->changes);
    EXPECT_EQ(kept->samples[0].imported.faults, said->samples[0].imported.faults);
    EXPECT_EQ(code_of(forms.compare(InstitutionId::make(clock.now()), "contact_writeup", *Version::parse("1.1.0"), {})), "not_found");
}

TEST_P(FormsStore, tells_changes_against_what_is_asked_today) {
    ASSERT_TRUE(forms.import(actor, changed("1.1.0", [](Definition& d) { d.sections[1].fields[0].label.es = "Saludo"; }), false));
    const auto same = forms.import(actor, changed("1.2.0"), true);  // a draft nobody asks with is no measure
    ASSERT_TRUE(same);
    EXPECT_TRUE(same->changes.empty());
}

TEST_P(FormsStore, leaves_the_stages_of_the_record_and_refuses_what_it_does_not_know) {
    const auto told = [&](const std::string& text) {
        const auto result = forms.import(actor, text, true);
        return result ? std::string() : result.error().fields.front().pointer + "=" + std::string(result.error().fields.front().word.code);
    };
    EXPECT_EQ(told(changed("1.1.0", [](Definition& d) { d.stages.push_back("later"); })), "/stages=record_stages");
    auto misspelt = changed("1.1.0");
    misspelt.insert(1, R"("effective_form":"2027-01-01",)");
    EXPECT_EQ(told(misspelt), "/effective_form=unknown_member");
}

TEST_P(FormsStore, imports_whole_or_not_at_all) {
    const auto text = changed("1.1.0");
    test::expect_all_or_nothing(db(), [&] { (void)forms.import(actor, text, false); });
}

}  // namespace
}  // namespace hebra::forms
