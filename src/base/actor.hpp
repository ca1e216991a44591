// Who acts, for which institution, with what they may do. Made once per request; every use case takes it.
#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/id.hpp"

namespace hebra {

using UserId = Id<struct UserTag>;
using InstitutionId = Id<struct InstitutionTag>;
using SessionId = Id<struct SessionTag>;

/// Something a role allows. Each room declares its own as constants in its `api.hpp`; `app/compose` collects them.
/// Two permissions are the same when their names are.
struct Permission {
    std::string_view name;
    friend constexpr bool operator==(const Permission&, const Permission&) = default;
};

/// The idempotency key a write arrived with: the same key and the same request are carried out once.
struct Once {
    std::string key;
    std::string route;   ///< the route's template, not its path
    Bytes request_mac;   ///< keyed hash of the request, to tell a repeat from a reuse
};

struct Actor {
    UserId user;
    InstitutionId institution;  ///< the one acted for now; a person may serve several
    SessionId session;
    std::vector<std::string_view> permissions;  ///< sorted names
    std::optional<Once> once = {};

    bool may(const Permission& permission) const {
        return std::binary_search(permissions.begin(), permissions.end(), permission.name);
    }
};

}  // namespace hebra
