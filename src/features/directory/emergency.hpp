// The short list of emergency numbers a fresh install shows: separately sourced (data/emergency_numbers.csv), and none of
// them tappable until the operator confirms it at installation.
#pragma once
#include <string>
#include <vector>

#include "features/directory/contact.hpp"

namespace hebra::directory {

struct EmergencyNumber {
    Channel channel;  ///< a phone; `dialable(channel, now)` says whether it may be tapped
    std::string name;
    std::string use_when;
    std::string use_when_en;
    std::string source;
    std::string source_url;
    std::string as_of;
    std::string notes;
};
BOOST_DESCRIBE_STRUCT(EmergencyNumber, (), (channel, name, use_when, use_when_en, source, source_url, as_of, notes))

/// As shipped, unconfirmed, in the order in which they are shown.
std::vector<EmergencyNumber> shipped_emergency_numbers();

}  // namespace hebra::directory
