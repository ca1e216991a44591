// When things may be said to happen, and what each move asks of whom, until when.
#include <gtest/gtest.h>

#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

using Clocks = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(Clocks);

constexpr auto k_day = std::chrono::hours(24);

/// Of the fields refused, as pointer and word.
std::vector<std::pair<std::string, Word>> refused(const Result<Opened>& answer) {
    std::vector<std::pair<std::string, Word>> all;
    if (!answer)
        for (const auto& field : answer.error().fields) all.emplace_back(field.pointer, field.word);
    return all;
}
using Fields = std::vector<std::pair<std::string, Word>>;

std::vector<commitments::Commitment> running(Office& office, const Opened& referral) {
    const std::array subject = {RecordId(referral.id.value())};
    return office.database.read([&](db::Reader& reader) { return office.commitments.open_of(reader, subject); });
}

Opened accepted(Office& office) { return office.move(office.centre, office.acknowledged(), Action::accept).value(); }
Date day_after(const Office& office, int days) {
    return Date(std::chrono::floor<std::chrono::days>(office.clock.now()) + std::chrono::days(days));
}

TEST_P(Clocks, a_first_contact_was_with_somebody_between_its_sending_and_now) {
    Office office(db());
    const auto referral = accepted(office);
    const auto confirm = [&](MoveRequest request) { return office.move(office.centre, referral, Action::confirm_first_contact, request); };
    EXPECT_EQ(refused(confirm({})), (Fields{{"/with_whom", words::k_with_whom_needed}}));
    auto request = test::attended();
    request.at = office.clock.now() + k_day;
    EXPECT_EQ(refused(confirm(request)), (Fields{{"/at", words::k_at_to_come}}));
    request.at = office.clock.now() - 900 * k_day;
    EXPECT_EQ(refused(confirm(request)), (Fields{{"/at", words::k_at_before_sent}}));
    request.at.reset();
    const auto confirmed = confirm(request);
    ASSERT_TRUE(confirmed);
    EXPECT_EQ(confirmed->moves.back().at, office.clock.now()) << "not said when: just now";
}

TEST_P(Clocks, hours_and_pauses_are_given_up_to_half_a_year_ahead) {
    Office office(db());
    auto referral = accepted(office);
    MoveRequest hour;
    hour.at = office.clock.now() + 181 * k_day;
    EXPECT_EQ(refused(office.move(office.centre, referral, Action::schedule, hour)), (Fields{{"/at", words::k_at_far}}));
    hour.at = office.clock.now() + 3 * k_day;
    referral = office.move(office.centre, referral, Action::schedule, hour).value();
    hour.at = office.clock.now() + 40'000 * k_day;
    hour.text = Private("Pidió otro día.");
    EXPECT_EQ(refused(office.move(office.centre, referral, Action::reschedule, hour)), (Fields{{"/at", words::k_at_far}}));
    referral = office.move(office.centre, referral, Action::confirm_first_contact, test::attended()).value();
    referral = office.move(office.centre, referral, Action::start_service).value();
    MoveRequest pause;
    pause.text = Private("   ");
    pause.until = day_after(office, 181);
    EXPECT_EQ(refused(office.move(office.centre, referral, Action::hold, pause)),
              (Fields{{"/text", words::k_text_needed}, {"/until", words::k_hold_far}}));
}

TEST_P(Clocks, a_waiting_list_is_reviewed_on_the_day_that_was_promised) {
    Office office(db());
    auto referral = office.acknowledged();
    MoveRequest wait;
    wait.position = 0;
    wait.until = day_after(office, 5);
    EXPECT_EQ(refused(office.move(office.centre, referral, Action::waitlist, wait)), (Fields{{"/position", words::k_position_needed}}));
    wait.position = 3;
    referral = office.move(office.centre, referral, Action::waitlist, wait).value();
    EXPECT_EQ(running(office, referral).at(0).due_at, Time(std::chrono::sys_days(*wait.until)) + std::chrono::hours(15));
    wait.until = day_after(office, 29);
    referral = office.move(office.centre, referral, Action::review, wait).value();
    EXPECT_EQ(running(office, referral).at(0).due_at, office.clock.now() + 14 * k_day) << "a priority one is reviewed within 14 days";
}

TEST_P(Clocks, three_missed_hours_ask_the_origin_and_the_receivers_next_hour_does_not_answer_for_it) {
    Office office(db());
    const auto ana = UserId::make(office.clock.now());
    auto referral = accepted(office);
    const auto by_ana = [&](Action action, MoveRequest request) {
        request.action = action;
        request.version = referral.version;
        referral = office.referrals.move(office.actor(office.centre, ana), referral.id, request).value();
    };
    const auto give_hour = [&] {
        MoveRequest hour;
        hour.at = office.clock.now() + k_day;
        hour.text = Private("Se habló con quien envió.");
        by_ana(Action::schedule, hour);
    };
    for (int time = 0; time < k_no_shows_until_decision; ++time) {
        give_hour();
        office.clock.advance(2 * k_day);
        MoveRequest sought;
        sought.channel = people::ContactKind::phone;
        sought.other_channel = people::ContactKind::visit;
        by_ana(Action::no_show, sought);
    }
    const auto decide = [&]() -> std::optional<commitments::Commitment> {
        for (auto& clock : running(office, referral))
            if (clock.kind == "referral.decide") return clock;
        return std::nullopt;
    };
    ASSERT_TRUE(decide());
    EXPECT_EQ(decide()->institution_id, office.line);
    EXPECT_EQ(decide()->requested_by, office.centre);
    EXPECT_FALSE(decide()->owner_id) << "nobody of the centre holds what the line decides";
    EXPECT_EQ(decide()->allowance, calendar::Allowance(1, calendar::Unit::business_days)) << "its own term, of a priority one";
    EXPECT_TRUE(decide()->by_hand);
    give_hour();
    EXPECT_TRUE(decide()) << "still the line's to decide";
    by_ana(Action::confirm_first_contact, test::attended());
    EXPECT_FALSE(decide()) << "the person came: nothing is left to decide";
    ASSERT_EQ(running(office, referral).size(), 1u);
    EXPECT_EQ(running(office, referral)[0].kind, "referral.start_or_report");
}

TEST_P(Clocks, the_origin_closes_what_failed_having_told_the_person) {
    Office office(db());
    MoveRequest why;
    why.code = Reason::unreachable;
    const auto failed = office.move(office.centre, accepted(office), Action::fail, why).value();
    EXPECT_TRUE(failed.possible.empty()) << "it is the origin's to close";
    EXPECT_EQ(running(office, failed).at(0).kind, "referral.decide");
    const auto seen = office.referrals.open(office.actor(office.line), failed.id).value();
    EXPECT_EQ(seen.possible, std::vector{Action::close_declined});
    MoveRequest told;
    told.text = Private("Se le contó; no quiere otra por ahora.");
    const auto closed = office.move(office.line, seen, Action::close_declined, told).value();
    EXPECT_EQ(closed.status, Status::closed_unverified);
    EXPECT_TRUE(running(office, closed).empty());
}

TEST_P(Clocks, whoever_no_longer_attends_reads_no_more) {
    Office office(db());
    MoveRequest why;
    why.code = Reason::no_places;
    auto referral = office.move(office.centre, office.acknowledged(), Action::decline, why).value();
    const auto read = [&] { return office.referrals.open(office.actor(office.centre), referral.id).value().package.has_value(); };
    EXPECT_TRUE(read()) << "it may be contested";
    why.text = Private("Se le contó.");
    referral = office.move(office.line, referral, Action::close_declined, why).value();
    EXPECT_FALSE(read());
    referral = accepted(office);
    why.code = Reason::unreachable;
    referral = office.move(office.centre, referral, Action::fail, why).value();
    EXPECT_FALSE(referral.package);
}

TEST_P(Clocks, whoever_moves_it_and_so_reads_the_package_is_told_to_its_origin) {
    Office office(db());
    const auto referral = office.sent();
    const auto openings = [&] {
        return db().read([&](db::Reader& reader) {
            return reader.one<std::int64_t>("SELECT COUNT(*) FROM audit_entry WHERE institution_id = :line AND action = 'referral.open_package'",
                                            {db::arg("line", office.line)}).value();
        });
    };
    EXPECT_EQ(openings(), 0);
    MoveRequest request;
    request.action = Action::acknowledge;
    request.version = referral.version;
    const auto moved = office.referrals.move(office.actor(office.centre, UserId::make(office.clock.now())), referral.id, request);
    ASSERT_TRUE(moved);
    ASSERT_TRUE(moved->package);
    EXPECT_EQ(openings(), 1);
}

}  // namespace
}  // namespace hebra::referrals
