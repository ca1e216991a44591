// A contact as it is stored and as it is told. Inside this room only.
#pragma once
#include "access/keys/vault.hpp"
#include "features/attention/store.hpp"

namespace hebra::attention {

/// What a correction replaced: sealed as one document.
struct EarlierContent {
    Contact contact;
    Private reason;
};
BOOST_DESCRIBE_STRUCT(EarlierContent, (), (contact, reason))

store::Row sealed_row(const Contact& contact, const access::Sealing& sealing);
/// @param sealing nullptr after erasure: the contact without what was said
Contact opened_row(const store::Row& row, const access::Sealing* sealing);

Bytes seal_earlier(const EarlierContent& earlier, const access::Sealing& sealing);
/// @throws std::runtime_error when it is not that version of that contact
EarlierContent open_earlier(ContactId contact, const store::Earlier& row, const access::Sealing& sealing);

std::vector<std::string> split_topics(std::string_view joined);
std::string join_topics(const std::vector<std::string>& topics);

}  // namespace hebra::attention
