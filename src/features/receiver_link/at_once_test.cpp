// The same referral answered by its link and in the inbox at the same instant.
#include <thread>

#include <gtest/gtest.h>

#include "features/receiver_link/test_door.hpp"

namespace hebra::receiver_link {
namespace {

using LinkAndInbox = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(LinkAndInbox);

TEST_P(LinkAndInbox, answered_by_both_at_once_one_answer_stands) {
    for (int round = 0; round < 6; ++round) {
        Door door(db());
        const auto acknowledged = door.move(door.centre, door.sent_referral, referrals::Action::acknowledge).value();
        const auto row = door.links.find(door.link.path->reveal().substr(3)).value();
        referrals::MoveRequest declines;
        declines.action = referrals::Action::decline;
        declines.version = acknowledged.version;
        declines.code = referrals::Reason::no_places;
        std::optional<Result<>> by_link;
        std::thread elsewhere([&] { by_link.emplace(door.links.answer(row, declines)); });
        const auto in_inbox = door.move(door.centre, acknowledged, referrals::Action::accept);
        elsewhere.join();
        ASSERT_NE(by_link->has_value(), in_inbox.has_value()) << round;
        EXPECT_EQ(door.seen().status, in_inbox ? referrals::Status::accepted : referrals::Status::declined);
        EXPECT_EQ(door.seen().moves.size(), acknowledged.moves.size() + 1);
    }
}

}  // namespace
}  // namespace hebra::receiver_link
