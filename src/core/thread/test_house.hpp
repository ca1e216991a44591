// A small house for the tests of `core`: the schema, institutions with keys, people, a clock that stands. For tests only.
#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>

#include "access/audit/audit.hpp"
#include "core/institutions/institutions.hpp"
#include "core/people/people.hpp"
#include "platform/db/migrations.hpp"
#include "tests/support/databases.hpp"

#ifndef HEBRA_MIGRATIONS
#define HEBRA_MIGRATIONS "migrations"  // from the repository's root; each test program says the whole path
#endif

namespace hebra::test {

/// For OnBothDatabases: the repository's own migrations, in the order of their names.
inline void house_schema(db::Database& database) {
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(HEBRA_MIGRATIONS)) files.push_back(file.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> scripts;
    for (const auto& file : files) {
        std::stringstream text;
        text << std::ifstream(file).rdbuf();
        scripts.push_back(text.str());
    }
    std::vector<db::Migration> migrations;
    for (const auto& script : scripts) migrations.push_back({static_cast<int>(migrations.size()) + 1, "step", script});
    db::migrate(database, migrations);
}

/// A Saturday, 12:00 in Santiago.
inline const Time k_a_saturday = *parse_time("2026-11-21T15:00:00Z");

struct TestHouse {
    explicit TestHouse(db::Database& its_database) : database(its_database) {}

    InstitutionId found(const std::string& name, std::string_view comuna = "13104") {
        const auto cut = territory::Comuna::parse(comuna).value();
        return institutions
            .found({}, {name, institutions::LegalNature::public_body, institutions::Sector::health, cut.region(), cut})
            .value()
            .id;
    }

    static Actor actor(InstitutionId institution, UserId user = {}) { return {user, institution, {}, {}, {}}; }

    people::Person person(InstitutionId institution, std::optional<people::SafeContact> safe_contact = {}) {
        people::NewPerson person;
        person.identity = people::IdentityLevel::anonymous;
        person.safe_contact = std::move(safe_contact);
        return people.create(actor(institution), person).value();
    }

    /// An entry for rows that must carry one.
    audit::EntryId entry(db::Tx& tx, InstitutionId institution) { return audit.record(tx, actor(institution), {.action = "test.act"}); }

    db::Database& database;
    FixedClock clock{k_a_saturday};
    access::Vault vault{crypto::Key::from(Bytes(crypto::Key::k_size, 7)), clock};
    audit::Audit audit{vault, clock};
    institutions::Institutions institutions{database, vault, audit, clock};
    people::People people{database, vault, audit, [](InstitutionId, InstitutionId) { return true; }, clock};
};

}  // namespace hebra::test
