// What a person was told when they were given information: of which service, by which ways, and how far each could be trusted
// then. Frozen with the move: rows of the directory change, what was told does not.
#pragma once
#include "base/private.hpp"
#include "features/directory/api.hpp"

namespace hebra::referrals {

struct ToldWay {
    directory::ChannelKind kind;
    std::string contact;  ///< the one that could be said: confirmed that day; otherwise empty, and `standing` says why
    directory::Standing standing;
    std::optional<UserId> confirmed_by;  ///< of the last confirmation, if there ever was one
    std::optional<Time> confirmed_at;
    std::optional<Time> expires;
    Private confirmed_by_name;  ///< only when it is read: names are kept in their own table alone
};
BOOST_DESCRIBE_STRUCT(ToldWay, (), (kind, contact, standing, confirmed_by, confirmed_at, expires, confirmed_by_name))

/// Nothing of the person: what the directory said that day.
struct Telling {
    directory::ServiceId service_id;
    std::string service_code;
    std::string service_name;
    std::string institution;
    std::string hours;
    std::vector<ToldWay> ways;
};
BOOST_DESCRIBE_STRUCT(Telling, (), (service_id, service_code, service_name, institution, hours, ways))

Telling telling_of(const directory::Service& service, Time now);

}  // namespace hebra::referrals
