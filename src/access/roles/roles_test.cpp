#include "access/roles/roles.hpp"

#include <array>

#include <gtest/gtest.h>

namespace hebra::access {
namespace {

constexpr Permission k_read{"record_read"};
constexpr Permission k_erase{"record_erase"};

TEST(RoleTable, gives_the_union_of_all_roles_sorted) {
    const RoleTable table({{k_read, {Role::agent, Role::supervisor}}, {k_erase, {Role::privacy_officer}}});
    const std::vector<Role> both = {Role::agent, Role::privacy_officer};
    EXPECT_EQ(table.permissions_of(both, {}), (std::vector<std::string_view>{"record_erase", "record_read"}));
    const std::vector<Role> admin = {Role::admin};
    EXPECT_TRUE(table.permissions_of(admin, {}).empty());
}

TEST(RoleTable, prints_one_line_per_permission) {
    const RoleTable table({{k_read, {Role::agent}}, {k_erase, {Role::privacy_officer, Role::admin}}});
    EXPECT_EQ(table.text(), "record_erase: privacy_officer admin\nrecord_read: agent\n");
}

TEST(RoleTable, what_touches_others_asks_where_the_institution_stands) {
    const auto line = InstitutionId::make(Time{}), network = InstitutionId::make(Time{std::chrono::seconds(1)});
    const RoleTable table({{k_read, {Role::admin}}, {k_erase, {Role::admin}, Standing::coordinator}},
                          [&](InstitutionId one) { return one == network ? Standing::coordinator : Standing::member; });
    const std::array admin = {Role::admin};
    EXPECT_EQ(table.permissions_of(admin, line), (std::vector<std::string_view>{"record_read"}));
    EXPECT_EQ(table.permissions_of(admin, network), (std::vector<std::string_view>{"record_erase", "record_read"}));
    EXPECT_EQ(table.text(), "record_erase: admin (coordinator)\nrecord_read: admin\n");
}

TEST(RoleTable, refuses_a_permission_declared_twice) {
    EXPECT_THROW(RoleTable({{k_read, {}}, {k_read, {}}}), std::logic_error);
}

}  // namespace
}  // namespace hebra::access
