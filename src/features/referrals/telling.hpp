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
    std::optional<Time> confirmed_at;  ///< the last time, if there ever was one
    std::optional<Time> expires;
    std::optional<UserId> colleague_id;  ///< who confirmed it, if they worked where it was told; of others nothing is kept
    Private colleague_name;              ///< only when it is read: names are kept in their own table alone
};
BOOST_DESCRIBE_STRUCT(ToldWay, (), (kind, contact, standing, confirmed_at, expires, colleague_id, colleague_name))

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

/// @param is_colleague whether somebody works where it is told
Telling telling_of(const directory::Service& service, Time now, const std::function<bool(UserId)>& is_colleague);

}  // namespace hebra::referrals
