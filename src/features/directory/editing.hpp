// What a person may write in a row, held to what a file must hold to. Pure.
#pragma once
#include "features/directory/service.hpp"

namespace hebra::directory {

/// Every field that no import would take: ages, topics, territory, places, source, hours, contacts. No: `invalid`, by field.
Result<> check_service(const Service& service);

/// The row after an edit: what somebody typed, with what typing cannot tell kept as it was. Whose row it is, what it is called
/// in files, how well it is known and who rang it when come from `before`, and so does a contact's confirmation, while the
/// contact is still the same: only ringing it confirms it. Its hours follow the holidays of where it attends.
Service edited(const Service& before, Service typed);

}  // namespace hebra::directory
