// What the tests of commitments share: a house with the engine in it, and staff to move things. For tests only.
#pragma once
#include "access/users/store.hpp"
#include "core/commitments/commitments.hpp"
#include "core/commitments/store.hpp"
#include "core/thread/test_house.hpp"

namespace hebra::commitments {

inline constexpr Kind k_answer{.name = "test.answer", .demands_owner = true};
inline constexpr Kind k_call{.name = "test.call", .by_hand = true, .negotiable = true};

struct Desk : test::TestHouse {
    using TestHouse::TestHouse;

    /// Somebody who works in an institution; a row of their account, without a password.
    UserId staff(InstitutionId institution, access::UserStatus status = access::UserStatus::active,
                 access::Role role = access::Role::agent) {
        const auto id = UserId::make(clock.now());
        test::write(database, [&](db::Tx& tx) {
            access::store::add_user(tx, {id, {}, {}, {}, 0, access::UserLanguage::es, status, 1}, random_bytes(16), clock.now(),
                                    entry(tx, institution));
            access::store::add_role(tx, id, {institution, role});
        });
        return id;
    }

    NewCommitment promise(Kind kind, InstitutionId institution, std::string_view allowance = "2 h") const {
        return {.kind = kind,
                .subject = RecordId::make(clock.now()),
                .institution = institution,
                .term = Term::of(calendar::Allowance::parse(allowance).value(), CalendarKind::around_the_clock)};
    }

    /// Carries out `change`, `(db::Tx&, const Cause&) -> anything`, as another room would.
    template <class F>
    auto act(InstitutionId institution, F&& change) {
        using Answer = std::invoke_result_t<F&, db::Tx&, const Cause&>;
        std::optional<std::conditional_t<std::is_void_v<Answer>, bool, Answer>> answer;
        test::write(database, [&](db::Tx& tx) {
            const Cause cause{clock.now(), entry(tx, institution)};
            if constexpr (std::is_void_v<Answer>) change(tx, cause);
            else answer = change(tx, cause);
        });
        if constexpr (!std::is_void_v<Answer>) return *answer;
    }

    CommitmentId open(const NewCommitment& given) {
        act(given.institution, [&](db::Tx& tx, const Cause& cause) { commitments.open(tx, given, cause); });
        return database.read([&](db::Reader& reader) { return store::find_open(reader, given.subject, given.kind.name).at(0); });
    }

    Commitment stored(CommitmentId id) {
        return database.write([&](db::Tx& tx) { return store::lock(tx, id); }).value();
    }

    Result<Listed> move(UserId user, InstitutionId institution, CommitmentId id, Move move, Authority authority = Authority::own) {
        if (move.version == 0) move.version = stored(id).version;
        return commitments.move(actor(institution, user), id, move, authority);
    }

    std::int64_t count(std::string_view sql) {
        return database.read([&](db::Reader& reader) { return reader.one<std::int64_t>(sql).value(); });
    }

    Calendars calendars{people, clock};
    Commitments commitments{database, audit, calendars, clock};
};

}  // namespace hebra::commitments
