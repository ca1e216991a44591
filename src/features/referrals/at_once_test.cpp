// Two institutions, or two of one, act on the same referral at the same instant: one is first, the other is told, and what stands
// afterwards is whole.
#include <latch>
#include <thread>

#include <gtest/gtest.h>

#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

class AtOnce : public test::OnBothDatabases<test::house_schema> {
  protected:
    static constexpr int k_rounds = 8;

    /// Both begin together; what each was answered.
    template <class One, class Other>
    static std::pair<Result<Opened>, Result<Opened>> together(One&& one, Other&& other) {
        std::latch ready(2);
        std::optional<Result<Opened>> first, second;
        std::thread there([&] {
            ready.arrive_and_wait();
            second.emplace(other());
        });
        ready.arrive_and_wait();
        first.emplace(one());
        there.join();
        return {*std::move(first), *std::move(second)};
    }

    static std::vector<std::string> open_clocks(Office& office, const Opened& referral) {
        return office.database.read([&](db::Reader& reader) {
            return reader.all<std::string>("SELECT kind FROM commitment WHERE subject_id = :id AND fulfilled_at IS NULL AND cancelled_at IS NULL ORDER BY kind",
                                           {db::arg("id", referral.id)});
        });
    }
    static std::int64_t count(Office& office, std::string_view sql, ReferralId id) {
        return office.database.read([&](db::Reader& reader) { return reader.one<std::int64_t>(sql, {db::arg("id", id)}).value(); });
    }
};
HEBRA_ON_BOTH_DATABASES(AtOnce);

constexpr auto k_held = "SELECT COUNT(*) FROM service_hold WHERE referral_id = :id";
constexpr auto k_people = "SELECT COUNT(*) FROM referral r JOIN person p ON p.id = r.destination_person_id WHERE r.id = :id";

TEST_P(AtOnce, taken_back_by_one_and_accepted_by_the_other_it_is_one_of_both) {
    Office office(db());
    for (int round = 0; round < k_rounds; ++round) {
        const auto referral = office.acknowledged();
        MoveRequest takes_back;
        takes_back.code = Reason::person_withdraws;
        const auto [cancelled, accepted] = together([&] { return office.move(office.line, referral, Action::cancel, takes_back); },
                                                    [&] { return office.move(office.centre, referral, Action::accept); });
        ASSERT_NE(cancelled.has_value(), accepted.has_value()) << round;
        const auto seen = office.referrals.open(office.actor(office.line), referral.id).value();
        if (cancelled) {
            EXPECT_EQ(seen.status, Status::cancelled);
            EXPECT_TRUE(open_clocks(office, referral).empty());
            EXPECT_EQ(count(office, k_held, referral.id), 0);
            EXPECT_EQ(count(office, k_people, referral.id), 0) << "nobody was written down there";
        } else {
            EXPECT_EQ(seen.status, Status::accepted);
            EXPECT_EQ(open_clocks(office, referral), std::vector<std::string>{"referral.first_contact"});
            EXPECT_EQ(count(office, k_people, referral.id), 1);
        }
    }
}

TEST_P(AtOnce, two_of_one_institution_accept_it_and_one_does) {
    Office office(db());
    for (int round = 0; round < k_rounds; ++round) {
        const auto referral = office.acknowledged();
        const auto accept = [&] { return office.move(office.centre, referral, Action::accept); };
        const auto people = office.database.read([](db::Reader& reader) { return reader.one<std::int64_t>("SELECT COUNT(*) FROM person").value(); });
        const auto [one, other] = together(accept, accept);
        ASSERT_NE(one.has_value(), other.has_value()) << round;
        const auto told = (one ? other : one).error().kind;
        EXPECT_TRUE(told == Refused::stale || told == Refused::conflict);
        EXPECT_EQ(office.database.read([](db::Reader& reader) { return reader.one<std::int64_t>("SELECT COUNT(*) FROM person").value(); }), people + 1);
    }
}

TEST_P(AtOnce, a_try_noted_while_it_is_closed_changes_no_end) {
    Office office(db());
    for (int round = 0; round < k_rounds; ++round) {
        const auto referral = office.reported();
        const Try tried{people::ContactKind::phone, office.clock.now(), TryResult::no_answer};
        const auto [closed, noted] = together([&] { return office.move(office.line, referral, Action::close_verified, office.asked("Le sirvió.")); },
                                              [&] { return office.referrals.note_try(office.actor(office.line), referral.id, tried); });
        ASSERT_TRUE(closed) << closed.error().word.code;
        const auto seen = office.referrals.open(office.actor(office.line), referral.id).value();
        EXPECT_EQ(seen.status, Status::closed_verified);
        EXPECT_EQ(seen.tried.size(), noted ? 1U : 0U);
        EXPECT_TRUE(open_clocks(office, referral).empty());
    }
}

TEST_P(AtOnce, two_who_send_the_same_draft_send_it_once) {
    Office office(db());
    for (int round = 0; round < k_rounds; ++round) {
        const auto draft = office.draft();
        const auto send = [&] { return office.move(office.line, draft, Action::send); };
        const auto [one, other] = together(send, send);
        ASSERT_NE(one.has_value(), other.has_value()) << round;
        EXPECT_EQ(count(office, "SELECT COUNT(*) FROM referral_package WHERE referral_id = :id", draft.id), 1);
        EXPECT_EQ(count(office, "SELECT COUNT(*) FROM disclosure WHERE subject_id = :id", draft.id), 1);
        EXPECT_EQ(open_clocks(office, draft), std::vector<std::string>{"referral.acknowledge"});
    }
}

}  // namespace
}  // namespace hebra::referrals
