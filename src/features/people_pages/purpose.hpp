// What somebody looked at a record for, as far as what they did tells. Pure.
#pragma once
#include <span>

#include <boost/describe.hpp>

#include "access/audit/entry.hpp"

namespace hebra::people_pages {

/// `unsaid`: they opened it and did nothing else near it.
enum class Purpose { attend, refer, receive, follow, keep, protect, unsaid };
BOOST_DESCRIBE_ENUM(Purpose, attend, refer, receive, follow, keep, protect, unsaid)

/// An act tells its own purpose; a mere look takes that of what the same person did within half an hour of it.
/// @param around entries about the same person, this one among them
Purpose purpose_of(const audit::Entry& entry, std::span<const audit::Entry> around);

/// Somebody tried to open it and was refused.
bool is_refused(const audit::Entry& entry);

}  // namespace hebra::people_pages
