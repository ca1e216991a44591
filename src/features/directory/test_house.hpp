// A house with a directory, the shipped lines in it, and two who may edit it. For tests only.
#pragma once
#include "features/directory/api.hpp"
#include "features/directory/directory.hpp"
#include "features/directory/test_match.hpp"
#include "tests/support/people_house.hpp"

namespace hebra::directory {

struct DirectoryHouse : test::PeopleHouse {
    using PeopleHouse::PeopleHouse;

    static Actor allowed(Actor actor, std::vector<std::string_view> names) {
        actor.permissions = std::move(names);
        return actor;
    }
    /// The shipped lines, as an operator loads them.
    void load() {
        const auto plan = directory.plan(shipped_csv());
        ASSERT_TRUE(plan && directory.apply({}, *plan));
    }
    Entry row(std::string_view code) {
        const auto catalogue = directory.catalogue();
        const auto* service = catalogue->find_code(code);
        EXPECT_NE(service, nullptr) << code;
        return directory.open(service->id).value();
    }
    std::int64_t count(std::string_view sql) {
        return database.read([&](db::Reader& reader) { return reader.one<std::int64_t>(sql).value(); });
    }

    InstitutionId system = found_system();
    InstitutionId line = found("Línea Demo Joven");
    Actor editor = allowed(somebody(line), {k_directory_hide.name, k_directory_keep.name});
    commitments::Calendars calendars{people, clock};
    commitments::Commitments commitments{database, audit, calendars, clock};
    Directory directory{database, audit, institutions, commitments, clock};

  private:
    /// The installation's own chain, for what is typed at the console.
    InstitutionId found_system() {
        test::write(database, [&](db::Tx& tx) { vault.found(tx, {}); });
        return {};
    }
};

}  // namespace hebra::directory
