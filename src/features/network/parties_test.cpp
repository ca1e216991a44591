// That whoever may sign for an institution is told of its agreements, once, and no more once it was attended to.
#include "features/network/parties.hpp"

#include <gtest/gtest.h>

#include "core/notices/test_desk.hpp"

namespace hebra::network {
namespace {

using access::Role;
using institutions::Agreement;
using institutions::NewAgreement;

class AgreementParties : public test::OnBothDatabases<test::house_schema> {
  protected:
    NewAgreement terms(InstitutionId with) const {
        return {.with = with,
                .level = institutions::Level::cooperation,
                .starts_on = *parse_date("2026-12-01"),
                .ends_on = *parse_date("2027-11-30"),
                .own_signer = "Dirección"};
    }
    UserId staff(InstitutionId institution, Role role) {
        desk.clock.advance(std::chrono::milliseconds(1));
        return desk.staff(institution, access::UserStatus::active, role);
    }
    std::vector<notices::Notice> told(InstitutionId institution, UserId user) { return desk.told(institution, user); }
    std::string newest(InstitutionId institution, UserId user) { return desk.newest(institution, user); }

    notices::Desk desk{db(), notice_kinds()};
    institutions::Institutions institutions{db(), desk.vault, desk.audit, desk.clock,
                                            [this](db::Tx& tx, const institutions::AgreementDone& done) { tell_parties(desk.notices, tx, done); }};
    InstitutionId line = desk.found("Línea Demo"), centre = desk.found("CESFAM Demo"), network = desk.found("Red Demo");
    UserId line_signs = staff(line, Role::supervisor), centre_signs = staff(centre, Role::supervisor), centre_admin = staff(centre, Role::admin),
           centre_agent = staff(centre, Role::agent);

    void SetUp() override { institutions.refresh(); }
};
HEBRA_ON_BOTH_DATABASES(AgreementParties);

TEST_P(AgreementParties, whoever_may_sign_is_told_of_a_proposal_and_its_answer) {
    const auto proposed = institutions.agree(desk.actor(line, line_signs), line, terms(centre)).value();
    EXPECT_EQ(newest(centre, centre_signs), "agreement.proposed");
    EXPECT_EQ(newest(centre, centre_admin), "agreement.proposed");
    EXPECT_EQ(told(centre, centre_signs)[0].subject_id.text(), proposed.id.text());
    EXPECT_TRUE(told(centre, centre_agent).empty()) << "not theirs to sign";
    EXPECT_TRUE(told(line, line_signs).empty()) << "they proposed it";

    ASSERT_TRUE(institutions.sign(desk.actor(centre, centre_signs), proposed.id, "Dirección", 1));
    EXPECT_TRUE(told(centre, centre_signs).empty());
    EXPECT_TRUE(told(centre, centre_admin).empty()) << "nothing is left for a colleague to do";
    EXPECT_EQ(newest(line, line_signs), "agreement.signed");

    ASSERT_TRUE(institutions.end(desk.actor(line, line_signs), proposed.id, *parse_date("2026-12-31"), 2));
    EXPECT_TRUE(told(line, line_signs).empty());
    EXPECT_EQ(newest(centre, centre_signs), "agreement.ended");
}

TEST_P(AgreementParties, a_repeat_tells_nobody_again) {
    auto keyed = desk.actor(line, line_signs);
    keyed.once = Once{"k1", "/a/route", Bytes(32, 1)};
    ASSERT_TRUE(institutions.agree(keyed, line, terms(centre)));
    ASSERT_TRUE(desk.notices.acknowledge(desk.actor(centre, centre_signs), std::array{told(centre, centre_signs).at(0).id}));
    ASSERT_TRUE(institutions.agree(keyed, line, terms(centre)));
    EXPECT_TRUE(told(centre, centre_signs).empty());
    EXPECT_EQ(told(centre, centre_admin).size(), 1U);
}

TEST_P(AgreementParties, a_no_is_told_to_the_other_side_and_what_is_refused_to_nobody) {
    const auto proposed = institutions.agree(desk.actor(line, line_signs), line, terms(centre)).value();
    EXPECT_FALSE(institutions.sign(desk.actor(line, line_signs), proposed.id, "Dirección", 1));
    EXPECT_EQ(newest(centre, centre_signs), "agreement.proposed");
    ASSERT_TRUE(institutions.decline(desk.actor(centre, centre_signs), proposed.id, 1));
    EXPECT_TRUE(told(centre, centre_admin).empty());
    EXPECT_EQ(newest(line, line_signs), "agreement.declined");
}

TEST_P(AgreementParties, what_whoever_coordinates_proposes_waits_for_each_of_the_two) {
    auto between = terms(centre);
    between.on_behalf_of = line;
    between.own_signer.reset();
    const auto proposed = institutions.agree(desk.actor(network), line, between).value();
    EXPECT_EQ(newest(line, line_signs), "agreement.proposed");
    EXPECT_EQ(newest(centre, centre_signs), "agreement.proposed");
    ASSERT_TRUE(institutions.sign(desk.actor(line, line_signs), proposed.id, "Dirección", 1));
    EXPECT_TRUE(told(line, line_signs).empty());
    EXPECT_EQ(newest(centre, centre_signs), "agreement.proposed") << "theirs is still missing";
    ASSERT_TRUE(institutions.sign(desk.actor(centre, centre_signs), proposed.id, "Dirección", 2));
    EXPECT_EQ(newest(line, line_signs), "agreement.signed");
}

}  // namespace
}  // namespace hebra::network
