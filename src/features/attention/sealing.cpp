#include "features/attention/sealing.hpp"

#include <fmt/ranges.h>

#include "platform/json/own.hpp"

namespace hebra::attention {
namespace {

}  // namespace

std::string join_topics(const std::vector<std::string>& topics) { return fmt::format("{}", fmt::join(topics, ",")); }

std::vector<std::string> split_topics(std::string_view joined) {
    std::vector<std::string> topics;
    for (std::size_t start = 0; start < joined.size();) {
        const auto end = std::min(joined.find(',', start), joined.size());
        topics.emplace_back(joined.substr(start, end - start));
        start = end + 1;
    }
    return topics;
}

store::Row sealed_row(const Contact& contact, const access::Sealing& sealing) {
    const Content& content = contact;
    return {.id = contact.id,
            .status = contact.status,
            .channel = contact.channel,
            .direction = contact.direction,
            .service_id = contact.service_id,
            .started_at = contact.started_at,
            .ended_at = contact.ended_at,
            .entered_at = contact.entered_at,
            .agent_id = contact.agent_id,
            .entered_by = contact.entered_by.value_or(contact.agent_id),
            .person_id = contact.person_id,
            .thread_code = contact.thread_code,
            .topics = join_topics(contact.topics),
            .risk = contact.risk,
            .disposition = contact.disposition,
            .form = contact.form,
            .form_version = contact.form_version,
            .subject_id = store::SubjectId(sealing.subject()),
            .content = content.is_empty() ? std::nullopt
                                          : std::optional(sealing.seal("contact.content", contact.id.value(), json::write(content))),
            .version = contact.version};
}

Contact opened_row(const store::Row& row, const access::Sealing* sealing) {
    Contact contact;
    if (row.content && sealing != nullptr)
        static_cast<Content&>(contact) = json::read_own<Content>(sealing->open("contact.content", row.id.value(), *row.content));
    contact.id = row.id;
    contact.status = row.status;
    contact.channel = row.channel;
    contact.direction = row.direction;
    contact.service_id = row.service_id;
    contact.started_at = row.started_at;
    contact.ended_at = row.ended_at;
    contact.entered_at = row.entered_at;
    contact.agent_id = row.agent_id;
    if (row.entered_by != row.agent_id) contact.entered_by = row.entered_by;
    contact.person_id = row.person_id;
    contact.thread_code = row.thread_code;
    contact.topics = split_topics(row.topics);
    contact.risk = row.risk;
    contact.disposition = row.disposition;
    contact.form = row.form;
    contact.form_version = row.form_version;
    contact.erased = sealing == nullptr;
    contact.version = row.version;
    complete(contact);
    return contact;
}

Bytes seal_earlier(const EarlierContent& earlier, const access::Sealing& sealing) {
    return sealing.seal("contact_earlier.content", earlier.contact.id.value(), json::write(earlier));
}

EarlierContent open_earlier(ContactId contact, const store::Earlier& row, const access::Sealing& sealing) {
    auto earlier = json::read_own<EarlierContent>(sealing.open("contact_earlier.content", contact.value(), row.content));
    if (earlier.contact.version != row.version) throw std::runtime_error("an earlier version stands in another's place");
    return earlier;
}

}  // namespace hebra::attention
