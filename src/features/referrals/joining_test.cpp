// Threads that become one while others do: nobody stands on one that is no more, and what happened is on the one that is left.
#include <latch>
#include <thread>

#include <gtest/gtest.h>

#include "core/people/threads.hpp"
#include "features/referrals/move.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

/// Four institutions in one row; each refers to whom the service belongs to.
struct Row : Office {
    explicit Row(db::Database& its_database) : Office(its_database) {
        agree(third, centre);
        agree(centre, stranger);
    }
    Opened acknowledged_by(InstitutionId from, PersonId person, InstitutionId to) {
        service.institution_id = to;
        const auto sent = move(from, draft_of(person, {}, Urgency::priority, {}, from).value(), Action::send).value();
        return move(to, sent, Action::acknowledge).value();
    }
    /// Read before, as the others read too; kept when it is let.
    struct Accepting {
        Accepting(Office& office, InstitutionId by, ReferralId id, MoveRequest asked)
            : actor(office.actor(by)), request(std::move(asked)), mover(office.referrals, actor, id, request) {}
        Actor actor;
        MoveRequest request;
        Mover mover;
    };
    std::unique_ptr<Accepting> accepting(InstitutionId by, const Opened& referral, std::optional<PersonId> onto) {
        MoveRequest request;
        request.action = Action::accept;
        request.version = referral.version;
        request.person_id = onto;
        auto made = std::make_unique<Accepting>(*this, by, referral.id, request);
        EXPECT_TRUE(made->mover.prepare());
        return made;
    }
    InstitutionId third = found("Tercera línea");
};

class Joining : public test::OnBothDatabases<test::house_schema> {
  protected:
    static constexpr int k_rounds = 8;

    void keep_at_once(Row::Accepting& one, Row::Accepting& other) {
        std::latch ready(2);
        const auto keep = [&](Row::Accepting& accepting) {
            ready.arrive_and_wait();
            const auto kept = db().write([&](db::Tx& tx) { return accepting.mover.apply(tx); });
            EXPECT_TRUE(kept) << kept.error().word.code;
        };
        std::thread there([&] { keep(other); });
        keep(one);
        there.join();
    }
    std::int64_t count(std::string_view sql, db::Args args = {}) {
        return db().read([&](db::Reader& reader) { return reader.one<std::int64_t>(std::string(sql), args).value(); });
    }
    void expect_whole() {
        EXPECT_EQ(count("SELECT COUNT(*) FROM thread t JOIN thread k ON k.id = t.joined_to WHERE k.joined_to IS NOT NULL"), 0);
        EXPECT_EQ(count("SELECT COUNT(*) FROM person p JOIN thread t ON t.id = p.thread_id WHERE t.joined_to IS NOT NULL"), 0);
        EXPECT_EQ(count("SELECT COUNT(*) FROM thread_event e JOIN thread t ON t.id = e.thread_id WHERE t.joined_to IS NOT NULL"), 0);
    }
    std::int64_t acceptances_of(InstitutionId institution, PersonId person) {
        return count("SELECT COUNT(*) FROM thread_event e JOIN person p ON p.thread_id = e.thread_id"
                     " WHERE p.id = :person AND p.institution_id = :institution AND e.kind = 'referral_accepted'",
                     {db::arg("person", person), db::arg("institution", institution)});
    }
};
HEBRA_ON_BOTH_DATABASES(Joining);

TEST_P(Joining, two_institutions_refer_somebody_known_there_and_are_accepted_at_once) {
    Row office(db());
    for (int round = 0; round < k_rounds; ++round) {
        const auto known = office.person(office.centre);
        const auto one = office.acknowledged_by(office.line, office.person(office.line).id, office.centre);
        const auto other = office.acknowledged_by(office.third, office.person(office.third).id, office.centre);
        keep_at_once(*office.accepting(office.centre, one, known.id), *office.accepting(office.centre, other, known.id));
        expect_whole();
        EXPECT_EQ(acceptances_of(office.centre, known.id), 2) << round;
    }
}

TEST_P(Joining, somebody_is_accepted_here_while_they_are_accepted_where_they_were_referred) {
    Row office(db());
    for (int round = 0; round < k_rounds; ++round) {
        const auto here = office.person(office.centre);
        const auto there = office.person(office.stranger);
        const auto came = office.acknowledged_by(office.line, office.person(office.line).id, office.centre);
        const auto went = office.acknowledged_by(office.centre, here.id, office.stranger);
        keep_at_once(*office.accepting(office.centre, came, here.id), *office.accepting(office.stranger, went, there.id));
        expect_whole();
        EXPECT_EQ(acceptances_of(office.centre, here.id), 2) << round;
        EXPECT_EQ(acceptances_of(office.stranger, there.id), 2) << round;
    }
}

}  // namespace
}  // namespace hebra::referrals
