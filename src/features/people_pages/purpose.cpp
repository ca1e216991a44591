#include "features/people_pages/purpose.hpp"

#include <algorithm>

namespace hebra::people_pages {
namespace {

constexpr auto k_near = std::chrono::minutes(30);

/// Acts that do not say for what: they are done on the way to every other.
bool is_a_look(const audit::Entry& entry) {
    constexpr std::string_view k_looks[] = {"person.view", "thread.view", "thread.words", "commitment.list", "person.change"};
    return std::ranges::count(k_looks, std::string_view(entry.action)) > 0;
}

Purpose by_itself(const audit::Entry& entry) {
    const std::string_view action = entry.action;
    const bool outside = entry.acting_for != entry.institution_id;
    if (action.starts_with("contact.")) return Purpose::attend;
    if (action.starts_with("referral") || action.starts_with("appointment.")) return outside || action == "referral.open_package" ? Purpose::receive : Purpose::refer;
    if (action.starts_with("commitment.")) return Purpose::follow;
    constexpr std::string_view k_rights[] = {"person.views", "person.disclosures", "person.erase", "person.erasure_preview", "directive.withdraw"};
    if (std::ranges::count(k_rights, action) > 0) return Purpose::protect;
    if (action == "person.create" || action == "person.change" || action.starts_with("person.relationship.")) return Purpose::keep;
    return Purpose::unsaid;
}

}  // namespace

bool is_refused(const audit::Entry& entry) { return entry.action.ends_with(".refused"); }

Purpose purpose_of(const audit::Entry& entry, std::span<const audit::Entry> around) {
    if (is_refused(entry)) return Purpose::unsaid;
    if (!is_a_look(entry)) return by_itself(entry);
    auto nearest = k_near + std::chrono::microseconds(1);
    auto purpose = by_itself(entry);
    for (const auto& other : around) {
        if (other.user_id != entry.user_id || is_a_look(other) || is_refused(other)) continue;
        const auto told = by_itself(other);
        const auto away = std::chrono::abs(other.at - entry.at);
        if (told == Purpose::unsaid || told == Purpose::protect || away >= nearest) continue;
        nearest = std::chrono::duration_cast<decltype(nearest)>(away);
        purpose = told;
    }
    return purpose;
}

}  // namespace hebra::people_pages
