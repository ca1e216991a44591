#pragma once
#include "base/id.hpp"

namespace hebra {
using EventId = Id<struct ThreadEventTag>;
/// A record of another room (a contact, a referral, a service): which one, the kind of event or commitment tells.
using RecordId = Id<struct RecordTag>;
}  // namespace hebra
