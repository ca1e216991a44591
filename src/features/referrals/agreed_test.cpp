// What may travel is what the two institutions agreed: directly, up to a class, and above it only as it was marked.
#include <gtest/gtest.h>

#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using institutions::Level;
using test::Office;

using Agreed = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(Agreed);

/// The service is the stranger's, with whom the line agreed at a level, or (none) only the centre did.
Result<Opened> sent_to_stranger(Office& office, std::optional<Level> level, Content content) {
    if (level) office.agree(office.line, office.stranger, *level);
    else office.agree(office.centre, office.stranger);
    office.service.institution_id = office.stranger;
    return office.move(office.line, office.draft(std::move(content)), Action::send);
}

std::vector<Word> refused(const Result<Opened>& answer) {
    std::vector<Word> words;
    if (!answer)
        for (const auto& field : answer.error().fields) words.push_back(field.word);
    return words;
}

TEST_P(Agreed, an_agreement_by_way_of_another_carries_nobody) {
    Office office(db());
    EXPECT_EQ(refused(sent_to_stranger(office, {}, office.content())), (std::vector{words::k_outside_network}));
}

TEST_P(Agreed, what_the_level_does_not_carry_is_marked_class_by_class_and_kept_with_the_disclosure) {
    Office office(db());
    auto content = office.content();
    EXPECT_EQ(refused(sent_to_stranger(office, Level::communication, content)), (std::vector{words::k_beyond_social}));
    content.beyond_agreement = std::vector{1, 2};
    const auto sent = office.move(office.line, office.draft(content), Action::send);
    ASSERT_TRUE(sent);
    const auto person = office.referrals.open(office.actor(office.line), sent->id).value().person_id.value();
    const auto disclosed = office.referrals.disclosures(office.actor(office.line), person).value().items.at(0);
    EXPECT_EQ(disclosed.classes, (std::vector{0, 2}));
    EXPECT_EQ(disclosed.beyond_agreement, (std::vector{2})) << "what was marked and does not travel is not said to";
}

TEST(Beyond, asks_for_nothing_that_is_always_itemised) {
    EXPECT_TRUE(beyond({0, 1, 2, 3, 4}, 2).empty());
    EXPECT_EQ(beyond({0, 1, 2, 3}, 0), (std::vector{1, 2}));
    EXPECT_EQ(beyond({0, 1, 2}, 1), (std::vector{2}));
}

}  // namespace
}  // namespace hebra::referrals
