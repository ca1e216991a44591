// Who stops working here leaves nothing behind that looks held: every room is told, in one transaction.
#include "app/house.hpp"

#include <gtest/gtest.h>

#include "tests/support/databases.hpp"

namespace hebra::app {
namespace {

class Leaving : public testing::TestWithParam<db::Engine> {
  protected:
    Leaving() {
        Settings settings;
        settings.data = folder_.path();
        settings.log_level = log::Level::error;
        if (GetParam() == db::Engine::postgres) settings.database = database_.url();
        house_ = House::open(settings, clock_).value();
        const auto comuna = territory::Comuna::parse("13104").value();
        line_ = house_->institutions
                    .found({}, {"Línea Demo", institutions::LegalNature::public_body, institutions::Sector::health, comuna.region(), comuna})
                    .value()
                    .id;
        boss_ = works("jefa", access::Role::admin);
        paz_ = works("paz", access::Role::agent);
    }
    Actor works(const std::string& who, access::Role role) {
        const Private password("cuatro palabras muy sueltas");
        const access::NewUser user{Private("Paz Soto"), Private(who + "@linea.demo"), {{line_, role}}};
        return Actor{house_->users.add({}, user, password).value(), line_, {}, {}, {}};
    }
    attention::Contact begun() { return house_->contacts.create(paz_, {}).value(); }
    /// Who goes on with it: of each open commitment about it, the owner.
    std::vector<std::optional<UserId>> to_go_on(const attention::Contact& contact) {
        std::vector<std::optional<UserId>> owners;
        for (const auto& one : house_->database->read([&](db::Reader& reader) {
                 return house_->commitments.open_of(reader, std::array{RecordId(contact.id.value())});
             }))
            owners.push_back(one.owner_id);
        return owners;
    }

    using Owners = std::vector<std::optional<UserId>>;
    test::TemporaryFolder folder_;
    test::FreshDatabase database_{GetParam()};
    FixedClock clock_{*parse_time("2026-11-19T18:00:00Z")};
    std::unique_ptr<House> house_;
    InstitutionId line_;
    Actor boss_, paz_;
};
HEBRA_ON_BOTH_DATABASES(Leaving);

TEST_P(Leaving, another_role_lets_go_of_what_it_may_not_attend) {
    const auto contact = begun();
    ASSERT_TRUE(house_->staff.set_roles(boss_, paz_.user, {access::Role::supervisor}));
    EXPECT_EQ(to_go_on(contact), Owners{}) << "a supervisor attends";
    ASSERT_TRUE(house_->staff.set_roles(boss_, paz_.user, {access::Role::care_lead}));
    EXPECT_EQ(to_go_on(contact), Owners{std::nullopt});
}

TEST_P(Leaving, the_end_lets_go_of_all) {
    const auto contact = begun(), handed = begun();
    const auto rosa = works("rosa", access::Role::agent);
    attention::ContactMove hand;
    hand.action = attention::ContactAction::hand_over;
    hand.version = 1;
    hand.colleague_id = rosa.user;
    ASSERT_TRUE(house_->contacts.move(paz_, handed.id, hand));
    ASSERT_TRUE(house_->staff.end(boss_, rosa.user));
    EXPECT_EQ(to_go_on(handed), Owners{std::nullopt}) << "one, not two";
    EXPECT_EQ(to_go_on(contact), Owners{});
    ASSERT_TRUE(house_->staff.end(boss_, paz_.user));
    EXPECT_EQ(to_go_on(contact), Owners{std::nullopt});
}

}  // namespace
}  // namespace hebra::app
