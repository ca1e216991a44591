#include "features/attention/contact.hpp"

#include "platform/json/json.hpp"

namespace hebra::attention {
namespace {

constexpr auto k_clocks_differ = std::chrono::minutes(2);

template <class Stored, class Changed>
void take(const json::Change<Changed>& change, Stored& stored, const char* name, std::vector<std::string>& fields) {
    if (change.is_left()) return;
    change.apply_to(stored);
    fields.emplace_back(name);
}

template <class Stored>
void take(const std::optional<Stored>& given, Stored& stored, const char* name, std::vector<std::string>& fields) {
    if (!given) return;
    stored = *given;
    fields.emplace_back(name);
}

template <class Enum>
forms::Value coded(Enum value) {
    return forms::Value(std::string(boost::describe::enum_to_string(value, "")));
}

/// The contact's own members, as the form asks for them.
forms::Value::Object record_of(const Contact& contact) {
    forms::Value::Object record;
    const auto add_text = [&](const char* name, const auto& text) {
        if (text) record.emplace(name, forms::Value(text->reveal()));
    };
    if (!contact.topics.empty()) {
        forms::Value::List topics;
        for (const auto& topic : contact.topics) topics.emplace_back(topic);
        record.emplace("topics", forms::Value(std::move(topics)));
    }
    if (contact.risk) record.emplace("risk", coded(*contact.risk));
    if (contact.disposition) record.emplace("disposition", coded(*contact.disposition));
    add_text("risk_reason", contact.risk_reason);
    add_text("summary", contact.summary);
    add_text("narrative", contact.narrative);
    add_text("joint_summary", contact.joint_summary);
    return record;
}

std::optional<forms::Value> answers_of(const Contact& contact) {
    auto answers = forms::Value::parse(contact.answers.text);
    if (!answers || answers->object() == nullptr) return std::nullopt;
    return *std::move(answers);
}

void check_times(const Contact& contact, Time now, std::vector<FieldError>& errors) {
    if (contact.started_at > now + k_clocks_differ) errors.push_back({"/started_at", words::k_started_in_future});
    if (contact.started_at < contact.entered_at - k_oldest) errors.push_back({"/started_at", words::k_started_too_long_ago});
    if (!contact.ended_at) return;
    if (*contact.ended_at < contact.started_at) errors.push_back({"/ended_at", words::k_ended_before_start});
    else if (*contact.ended_at - contact.started_at > k_longest) errors.push_back({"/ended_at", words::k_contact_too_long});
    else if (*contact.ended_at > now + k_clocks_differ) errors.push_back({"/ended_at", words::k_ended_in_future});
}

void append(std::vector<FieldError>& errors, std::vector<FieldError> more) {
    for (auto& error : more) errors.push_back(std::move(error));
}

}  // namespace

bool Content::is_empty() const {
    return moments.empty() && !risk_reason && !summary && !narrative && !joint_summary && answers.text == "{}" && scores.empty();
}

std::vector<std::string> apply(const WriteUp& said, Contact& contact) {
    std::vector<std::string> fields;
    take(said.service_id, contact.service_id, "service_id", fields);
    take(said.ended_at, contact.ended_at, "ended_at", fields);
    take(said.topics, contact.topics, "topics", fields);
    take(said.moments, contact.moments, "moments", fields);
    take(said.risk, contact.risk, "risk", fields);
    take(said.risk_reason, contact.risk_reason, "risk_reason", fields);
    take(said.summary, contact.summary, "summary", fields);
    take(said.narrative, contact.narrative, "narrative", fields);
    take(said.joint_summary, contact.joint_summary, "joint_summary", fields);
    take(said.answers, contact.answers, "answers", fields);
    take(said.disposition, contact.disposition, "disposition", fields);
    return fields;
}

void complete(Contact& contact) {
    contact.duration_seconds.reset();
    if (contact.ended_at)
        contact.duration_seconds = std::chrono::floor<std::chrono::seconds>(*contact.ended_at - contact.started_at).count();
    contact.late = contact.entered_at - contact.ended_at.value_or(contact.started_at) > k_late_after;
}

void close(Contact& contact, Time now) {
    contact.status = ContactStatus::closed;
    complete(contact);
    if (!contact.ended_at && !contact.late && now - contact.started_at <= k_longest) contact.ended_at = std::max(now, contact.started_at);
    complete(contact);
}

Result<> check(const Contact& contact, const forms::Form& form, const Contact* before, Time now) {
    std::vector<FieldError> errors;
    check_times(contact, now, errors);
    if (contact.moments.size() > k_most_moments) errors.push_back({"/moments", words::k_too_many_moments});
    const auto answers = answers_of(contact);
    if (!answers) {
        errors.push_back({"/answers", words::k_answers_object});
    } else {
        const auto earlier = before == nullptr ? std::nullopt : answers_of(*before);
        const auto stage = boost::describe::enum_to_string(contact.status, "");
        append(errors, form.check(*answers->object(), record_of(contact), stage, earlier ? earlier->object() : nullptr));
        if (earlier && before->status == ContactStatus::closed)
            append(errors, form.check_appended(*earlier->object(), *answers->object()));
    }
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

Result<> check_move(const Contact& contact, ContactAction action) {
    const bool open = contact.status == ContactStatus::open;
    switch (action) {
        case ContactAction::close: if (!open) return refuse(Refused::conflict, words::k_contact_state); break;
        case ContactAction::reopen: if (open) return refuse(Refused::conflict, words::k_contact_state); break;
        case ContactAction::attach_person: if (contact.person_id) return refuse(Refused::conflict, words::k_has_person); break;
        case ContactAction::hand_over: if (!open) return refuse(Refused::conflict, words::k_contact_state); break;
        case ContactAction::detach_person: if (!contact.person_id) return refuse(Refused::conflict, words::k_no_person); break;
    }
    return {};
}

void settle(Contact& contact, const forms::Form& form) {
    const auto answers = answers_of(contact);
    if (!answers) throw std::logic_error("answers are settled after they are checked");
    const auto record = record_of(contact);
    contact.answers.text = forms::Value(form.settled(*answers->object(), record)).json();
    contact.scores = form.scores(*answers->object(), record);
}

}  // namespace hebra::attention
