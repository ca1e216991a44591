#include "app/demo/holding.hpp"

#include <array>

namespace hebra::app {
namespace {

constexpr std::int64_t k_most = 40;

/// Each institution's takers, in turn.
constexpr std::array<std::array<std::string_view, 2>, 2> k_takers = {{
    {"agente@linea.demo", "supervisora@linea.demo"},
    {"recepcion@cesfam.demo", "recepcion@cesfam.demo"},
}};

Result<Actor> taker(House& house, std::string_view email) {
    HEBRA_TRY(const auto user, house.users.find_by_email(Private(std::string(email))));
    const auto memberships = house.users.memberships(user.id);
    std::vector<access::Role> roles;
    for (const auto& membership : memberships) roles.push_back(membership.role);
    const auto institution = memberships.front().institution_id;
    return Actor{.user = user.id, .institution = institution, .session = {}, .permissions = house.roles.permissions_of(roles, institution)};
}

}  // namespace

Result<> add_demo_holding(House& house, Time now) {
    using namespace commitments;
    for (const auto& team : k_takers) {
        std::vector<Actor> actors;
        for (const auto email : team) {
            HEBRA_TRY(auto actor, taker(house, email));
            actors.push_back(std::move(actor));
        }
        const auto open = house.database->read([&](db::Reader& reader) {
            return list(reader, actors.front().institution, Which::open, first_position(now), k_most);
        });
        std::size_t turn = 0;
        for (const auto& listed : open) {
            if (listed.is_loose(now) || listed.owner_id) continue;
            if (turn++ % 2 != 0) continue;
            const auto& actor = actors[turn / 2 % actors.size()];
            if (!house.commitments.holders().may_hold(actor, listed.kind)) continue;
            HEBRA_CHECK(house.commitments.move(actor, listed.id, {.action = Action::take, .version = listed.version}, Authority::own));
        }
    }
    return {};
}

}  // namespace hebra::app
