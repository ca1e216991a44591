#include "features/referrals/content.hpp"

#include <algorithm>

#include "core/disclosure/disclosure.hpp"

namespace hebra::referrals {
namespace {

using people::Person;

/// Copies what was chosen into the package's identity; false when the person's record does not have it.
bool share(const Person& person, Shared shared, people::Identity& into) {
    const auto copy = [&](auto member) {
        into.*member = person.*member;
        return (person.*member).has_value();
    };
    switch (shared) {
        case Shared::names: {
            const bool given = copy(&people::Identity::given_names);
            const bool first = copy(&people::Identity::first_surname);
            const bool second = copy(&people::Identity::second_surname);
            return given || first || second;
        }
        case Shared::social_name: return copy(&people::Identity::social_name);
        case Shared::run: return copy(&people::Identity::run);
        case Shared::document: return copy(&people::Identity::document);
        case Shared::birth_date: return copy(&people::Identity::birth_date);
        case Shared::phone: return copy(&people::Identity::phone);
        case Shared::email: return copy(&people::Identity::email);
        case Shared::comuna: return copy(&people::Identity::comuna);
        case Shared::safe_contact: return person.safe_contact.has_value();
    }
    return false;
}

std::optional<Allowed> allowed_by(const disclosure::Basis& basis) {
    if (!basis.consent) return std::nullopt;
    return Allowed{basis.consent->giver, basis.consent->method, basis.consent->child_assent};
}

constexpr bool is_minor(std::optional<int> age) { return !age || *age < 18; }

}  // namespace

bool is_blank(const Private& text) { return text.reveal().find_first_not_of(" \t\r\n") == std::string::npos; }

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
                    .identity = {},
                    .items = {},
                    .safe_contact = {},
                    .basis = content.basis.kind,
                    .allowed = allowed_by(content.basis),
                    .additions = {}};
    const auto add = [&](int data_class, std::string key, Private value, std::string label = {}) {
        package.items.push_back({data_class, std::move(key), std::move(label), std::move(value), {}});
    };
    add(2, "who", content.who);
    add(2, "what", content.what);
    add(2, "ask", content.ask);
    add(2, "topic", Private(frame.topic));
    if (content.wish) add(2, "wish", *content.wish);
    if (content.done) add(2, "done", *content.done);
    for (const auto shared : content.share.value_or(std::vector<Shared>{})) {
        share(person, shared, package.identity);
        if (shared == Shared::safe_contact) package.safe_contact = person.safe_contact;
    }
    // By a name that travels, never by one that was kept back: whoever shares only the legal name does not share the other.
    package.called = people::called(package.identity);
    if (person.identity == people::IdentityLevel::pseudonymous) package.called = people::called(person);
    if (content.social) add(2, "social", *content.social);
    for (const auto& item : content.health.value_or(std::vector<HealthItem>{})) add(3, "health", item.text, item.label);
    if (content.restricted) add(4, "restricted", content.restricted->text, std::string(content.restricted->recipient.reveal()));
    return package;
}

const Item* restricted_of(const Package& package) {
    const auto found = std::ranges::find(package.items, 4, &Item::data_class);
    return found == package.items.end() ? nullptr : &*found;
}

void address_restricted(Package& package, UserId reader) {
    for (auto& item : package.items)
        if (item.data_class == 4) item.reader = reader;
}

void withhold_restricted(Package& package) {
    for (auto& item : package.items) {
        if (item.data_class != 4) continue;
        item.value = Private();
        item.reader.reset();
    }
}

namespace {

/// The names of the identity's fields that travel.
std::vector<std::string> shared_names(const Package& package) {
    std::vector<std::string> names;
    using Members = boost::describe::describe_members<people::Identity, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        if (package.identity.*member.pointer) names.emplace_back(member.name);
    });
    return names;
}

}  // namespace

std::vector<int> classes_of(const Package& package) {
    std::vector<int> classes = {0};
    if (package.safe_contact || !package.called.empty() || !shared_names(package).empty()) classes.push_back(1);
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
    for (auto& name : shared_names(package)) names.push_back(std::move(name));
    if (package.safe_contact) names.emplace_back("safe_contact");
    if (package.age) names.emplace_back("age");
    return fmt::format("{}", fmt::join(names, ","));
}

std::vector<int> beyond(const std::vector<int>& classes, int class_limit) {
    std::vector<int> above;
    for (const int one : classes)
        if (one > class_limit && one <= disclosure::k_default_limit) above.push_back(one);
    return above;
}

Result<> check_agreed(const Content& content, const std::vector<int>& classes, int class_limit) {
    const auto marked = content.beyond_agreement.value_or(std::vector<int>{});
    std::vector<FieldError> errors;
    for (const int one : beyond(classes, class_limit))
        if (std::ranges::count(marked, one) == 0)
            errors.push_back({"/content/beyond_agreement", one == 1 ? words::k_beyond_identity : words::k_beyond_social});
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

Result<> check_content(const Content& content, const Person& person, bool is_supervisor) {
    std::vector<FieldError> errors;
    const auto say_no = [&](std::string pointer, const Word& word) { errors.push_back({std::move(pointer), word}); };
    if (is_blank(content.who)) say_no("/content/who", words::k_line_needed);
    if (is_blank(content.what)) say_no("/content/what", words::k_line_needed);
    if (is_blank(content.ask)) say_no("/content/ask", words::k_line_needed);
    const auto shared = content.share.value_or(std::vector<Shared>{});
    for (std::size_t i = 0; i < shared.size(); ++i)
        if (people::Identity scratch; !share(person, shared[i], scratch)) say_no(fmt::format("/content/share/{}", i), words::k_nothing_to_share);
    if (content.restricted) {
        if (!is_supervisor) say_no("/content/restricted", words::k_class_4_needs_supervisor);
        if (is_blank(content.restricted->text)) say_no("/content/restricted/text", words::k_restricted_empty);
        if (is_blank(content.restricted->recipient)) say_no("/content/restricted/recipient", words::k_recipient_needed);
    }
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

}  // namespace hebra::referrals
