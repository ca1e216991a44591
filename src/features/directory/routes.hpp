#pragma once
#include <functional>

#include "features/directory/directory.hpp"
#include "features/directory/emergency_list.hpp"
#include "features/directory/uses.hpp"
#include "platform/http/router.hpp"

namespace hebra::directory {

/// What the routes work with.
struct Rooms {
    Directory& directory;
    EmergencyList& emergency;
    Uses& uses;
    const Clock& clock;
    bool dials;  ///< false in a demo: it never dials
    std::function<std::string(UserId)> user_name;                        ///< to their colleagues, of a row they rang
    std::function<Result<std::string>(InstitutionId)> institution_name;  ///< as it stands in a row of theirs
};

/// All of the directory's routes. The rooms must outlive the router.
void add_directory_routes(http::Router& router, const Rooms& rooms);

// Its parts.
void add_emergency_routes(http::Router& router, EmergencyList& emergency);
void add_use_routes(http::Router& router, Directory& directory, Uses& uses);

}  // namespace hebra::directory
