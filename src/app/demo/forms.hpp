// An institution's own versions of a form: one asked with, one that is still a draft.
#pragma once
#include "app/house.hpp"

namespace hebra::app {

/// For the network's administrator, who imports, publishes and retires them.
Result<> add_demo_forms(House& house, InstitutionId institution);

}  // namespace hebra::app
