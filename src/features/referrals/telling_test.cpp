// What was told when information was given stays as it was told, whatever became of the directory.
#include <gtest/gtest.h>

#include "features/referrals/api.hpp"
#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

class WhatWasTold : public test::OnBothDatabases<test::house_schema> {
  protected:
    /// Somebody with an account there, in a role that reads no referrals.
    static UserId working_at(Office& office, InstitutionId institution) {
        return office.users.invite(office.actor(institution), {Private("Persona de prueba"), Private(fmt::format("admin{}@prueba.invalid", ++office.hired)), {{institution, access::Role::admin}}}).value().user;
    }
    /// @param confirmed_by who confirmed the number that is told
    static Opened given(Office& office, UserId confirmed_by) {
        office.service.code = "D07";
        office.service.channels = {{.kind = directory::ChannelKind::phone, .contact = "+56 2 0000 0001"},
                                   {.kind = directory::ChannelKind::chat, .contact = "https://centro.example"}};
        office.service.channels[0].confirmation =
            directory::Confirmation{confirmed_by, office.clock.now(), office.clock.now() + directory::k_check_holds};
        return office.move(office.line, office.information_draft().value(), Action::give).value();
    }
};
HEBRA_ON_BOTH_DATABASES(WhatWasTold);

TEST_P(WhatWasTold, is_nothing_to_whose_service_it_is) {
    Office office(db());
    office.agree(office.line, office.stranger);
    for (const auto whose : {office.centre, office.stranger}) {
        office.service.institution_id = whose;
        const auto referral = given(office, working_at(office, whose));
        auto head = office.actor(whose);
        head.permissions = {k_referral_supervise.name};
        EXPECT_EQ(office.referrals.open(head, referral.id).error().kind, Refused::not_found);
        EXPECT_TRUE(office.referrals.list(head, {.box = store::Box::inbox})->items.empty());
        MoveRequest error;
        error.action = Action::mark_error;
        error.version = referral.version;
        error.text = Private("No era para nosotros.");
        EXPECT_EQ(office.referrals.move(head, referral.id, error).error().kind, Refused::not_found);
        db().read([&](db::Reader& reader) {
            EXPECT_FALSE(newest_of_thread(reader, whose, referral.thread_code));
            EXPECT_EQ(reader.one<std::int64_t>("SELECT COUNT(*) FROM thread_event WHERE shared_with = :whose", {db::arg("whose", whose)}), 0);
            EXPECT_EQ(reader.one<std::int64_t>("SELECT COUNT(*) FROM commitment WHERE requested_by = :whose", {db::arg("whose", whose)}), 0);
            return 0;
        });
        const auto seen = office.referrals.open(office.actor(office.line), referral.id).value();
        EXPECT_EQ(seen.destination.name, "Centro de prueba") << "the origin still knows whose it is";
        EXPECT_EQ(seen.status, Status::given);
    }
    auto draft = office.draft();
    DraftChange change;
    change.kind = Kind::information;
    draft = office.referrals.change(office.actor(office.line), draft.id, change, draft.version).value();
    EXPECT_FALSE(draft.destination.id) << "also when it was first meant to be sent";
    change.kind = Kind::warm;
    EXPECT_EQ(office.referrals.change(office.actor(office.line), draft.id, change, draft.version)->destination.id, office.stranger);
}

TEST_P(WhatWasTold, it_keeps_the_service_the_ways_and_how_far_each_was_known) {
    Office office(db());
    const auto told_at = office.clock.now();
    const auto colleague = working_at(office, office.line);
    const auto referral = given(office, colleague);
    office.service.name = "Otro nombre";
    office.service.channels[0] = {.kind = directory::ChannelKind::phone, .contact = "+56 2 0000 0009", .doubted_at = told_at};
    const auto later = office.referrals.open(office.actor(office.line), referral.id).value();
    EXPECT_EQ(later.service_name, "Otro nombre") << "the row changed";
    const auto& made = later.moves.back();
    ASSERT_TRUE(made.told);
    EXPECT_EQ(made.told->service_id, office.service.id);
    EXPECT_EQ(made.told->service_code, "D07");
    EXPECT_EQ(made.told->service_name, "Salud mental");
    EXPECT_EQ(made.told->institution, "Centro de prueba");
    ASSERT_EQ(made.told->ways.size(), 2U);
    const auto& phone = made.told->ways[0];
    EXPECT_EQ(phone.contact, "+56 2 0000 0001");
    EXPECT_EQ(phone.standing, directory::Standing::confirmed);
    EXPECT_EQ(phone.colleague_id, colleague);
    EXPECT_FALSE(phone.colleague_name.reveal().empty()) << "a colleague is named, in whatever role";
    EXPECT_EQ(phone.confirmed_at, told_at);
    EXPECT_EQ(phone.expires, told_at + directory::k_check_holds);
    const auto& chat = made.told->ways[1];
    EXPECT_EQ(chat.standing, directory::Standing::unconfirmed);
    EXPECT_EQ(chat.contact, "") << "what nobody confirmed was not said";
}

TEST_P(WhatWasTold, names_are_not_kept_with_it) {
    Office office(db());
    const auto referral = given(office, working_at(office, office.line));
    const auto kept = office.database.read([&](db::Reader& reader) { return store::moves_of(reader, referral.id); });
    ASSERT_TRUE(kept.back().told);
    EXPECT_NE(kept.back().told->find("\"colleague_name\":\"\""), std::string::npos) << *kept.back().told;
    EXPECT_FALSE(kept.front().told && kept.size() > 1);
}

TEST_P(WhatWasTold, who_confirmed_it_elsewhere_is_told_by_no_name_and_no_id) {
    Office office(db());
    const auto referral = given(office, working_at(office, office.centre));
    const auto& phone = referral.moves.back().told->ways.at(0);
    EXPECT_FALSE(phone.colleague_id);
    EXPECT_TRUE(phone.colleague_name.reveal().empty());
    EXPECT_TRUE(phone.confirmed_at);
}

TEST_P(WhatWasTold, what_is_not_offered_any_more_cannot_be_told) {
    Office office(db());
    const auto draft = office.information_draft().value();
    office.service.id = directory::ServiceId::make(office.clock.now());
    const auto refused = office.move(office.line, draft, Action::give);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).word, words::k_unknown_service);
}

}  // namespace
}  // namespace hebra::referrals
