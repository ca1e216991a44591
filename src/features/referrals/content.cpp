#include "features/referrals/content.hpp"

#include <algorithm>

#include "core/disclosure/disclosure.hpp"

namespace hebra::referrals {
namespace {

using people::Person;

Private joined_names(const Person& person) {
    std::string names;
    for (const auto* part : {&person.given_names, &person.first_surname, &person.second_surname}) {
        if (!*part || (*part)->empty()) continue;
        if (!names.empty()) names += ' ';
        names += (*part)->reveal();
    }
    return Private(names);
}

template <class T>
std::optional<Private> as_text(const std::optional<T>& value) {
    if (!value) return std::nullopt;
    return Private(std::string(value->text()));
}

/// The datum behind a choice; nullopt when the person's record does not have it.
std::optional<Private> shared_value(const Person& person, Shared shared) {
    switch (shared) {
        case Shared::names: {
            auto names = joined_names(person);
            return names.empty() ? std::nullopt : std::optional(std::move(names));
        }
        case Shared::social_name: return person.social_name;
        case Shared::run: return as_text(person.run);
        case Shared::document: return as_text(person.document);
        case Shared::birth_date: return as_text(person.birth_date);
        case Shared::phone: return as_text(person.phone);
        case Shared::email: return as_text(person.email);
        case Shared::comuna: return as_text(person.comuna);
        case Shared::safe_contact: return person.safe_contact ? std::optional(Private("")) : std::nullopt;
    }
    return std::nullopt;
}

constexpr bool is_minor(std::optional<int> age) { return !age || *age < 18; }

}  // namespace

Package pack(const Frame& frame, const Person& person, const Content& content) {
    const auto age = people::age(person, frame.today);
    Package package{.referral_id = frame.referral_id,
                    .version = 1,
                    .frozen_at = frame.frozen_at,
                    .thread_code = person.thread_code,
                    .from_institution = frame.from_institution,
                    .to_service = frame.to_service,
                    .kind = frame.kind,
                    .urgency = frame.urgency,
                    .minor = is_minor(age),
                    .age = age,
                    .called = {},
                    .items = {},
                    .safe_contact = {},
                    .basis = content.basis.kind,
                    .additions = {}};
    const auto add = [&](int data_class, std::string key, Private value, std::string label = {}) {
        package.items.push_back({data_class, std::move(key), std::move(label), std::move(value)});
    };
    add(2, "reason", content.reason);
    add(2, "wish", content.wish);
    add(2, "request", content.request);
    for (const auto shared : content.share) {
        const auto value = shared_value(person, shared);
        if (!value) continue;
        if (shared == Shared::safe_contact) package.safe_contact = person.safe_contact;
        else add(1, std::string(boost::describe::enum_to_string(shared, "")), *value);
        if (shared == Shared::names || shared == Shared::social_name) package.called = people::called(person);
    }
    if (person.identity == people::IdentityLevel::pseudonymous) package.called = people::called(person);
    if (content.social) add(2, "social", *content.social);
    for (const auto& item : content.health) add(3, "health", item.text, item.label);
    if (content.restricted) add(4, "restricted", content.restricted->text, content.restricted->recipient);
    return package;
}

std::vector<int> classes_of(const Package& package) {
    std::vector<int> classes = {0};
    if (package.safe_contact || !package.called.empty()) classes.push_back(1);
    for (const auto& item : package.items) classes.push_back(item.data_class);
    std::ranges::sort(classes);
    const auto [first, last] = std::ranges::unique(classes);
    classes.erase(first, last);
    return classes;
}

std::string fields_of(const Package& package) {
    std::vector<std::string> names;
    for (const auto& item : package.items)
        if (std::ranges::count(names, item.key) == 0) names.push_back(item.key);
    if (package.safe_contact) names.emplace_back("safe_contact");
    return fmt::format("{}", fmt::join(names, ","));
}

Result<> check_content(const Content& content, const Person& person, bool is_supervisor) {
    std::vector<FieldError> errors;
    const auto say_no = [&](std::string pointer, const Word& word) { errors.push_back({std::move(pointer), word}); };
    if (content.reason.empty()) say_no("/content/reason", words::k_line_needed);
    if (content.wish.empty()) say_no("/content/wish", words::k_line_needed);
    if (content.request.empty()) say_no("/content/request", words::k_line_needed);
    for (std::size_t i = 0; i < content.share.size(); ++i)
        if (!shared_value(person, content.share[i])) say_no(fmt::format("/content/share/{}", i), words::k_nothing_to_share);
    if (content.restricted) {
        if (!is_supervisor) say_no("/content/restricted", words::k_class_4_needs_supervisor);
        if (content.restricted->recipient.empty()) say_no("/content/restricted/recipient", words::k_recipient_needed);
    }
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

}  // namespace hebra::referrals
