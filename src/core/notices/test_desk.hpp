// What the tests of rooms that tell notices share: a desk with the notices in it. For tests only.
#pragma once
#include "core/commitments/test_desk.hpp"
#include "core/notices/notices.hpp"

namespace hebra::notices {

struct Desk : commitments::Desk {
    /// @param kinds of the room under test
    Desk(db::Database& its_database, std::vector<Kind> kinds, std::unique_ptr<mail::Postman> postman = nullptr)
        : commitments::Desk(its_database),
          outbox(its_database, vault.accounts(), std::move(postman),
                 [this](db::Tx& tx, const mail::Envelope&) { return entry(tx, {}).value(); }, clock),
          notices({.database = its_database,
                   .audit = audit,
                   .users = users,
                   .commitments = commitments,
                   .outbox = outbox,
                   .public_url = "https://hebra.example.org",
                   .kinds = with_own(std::move(kinds)),
                   .coordinator_between = [this](InstitutionId one, std::optional<InstitutionId> other) { return institutions.coordinator_between(one, other); },
                   .clock = clock}) {}

    static std::vector<Kind> with_own(std::vector<Kind> kinds) {
        for (const auto& kind : own_kinds()) kinds.push_back(kind);
        return kinds;
    }
    /// What somebody was told and has not acknowledged.
    std::vector<Notice> told(InstitutionId institution, UserId user) { return notices.open_of(actor(institution, user), {Time::max(), {}}, 50); }
    /// The kind of the only one.
    std::string newest(InstitutionId institution, UserId user) {
        const auto all = told(institution, user);
        return all.size() == 1 ? all[0].kind : std::to_string(all.size()) + " notices";
    }

    crypto::PasswordPool passwords;
    access::Users users{database, vault, audit, passwords, clock};
    mail::Outbox outbox;
    Notices notices;
};

}  // namespace hebra::notices
