#include "features/directory/editing.hpp"

#include <algorithm>

#include "features/directory/cells.hpp"
#include "features/directory/columns.hpp"
#include "features/directory/contact.hpp"

namespace hebra::directory {
namespace {

/// The columns of an import that say what a cell cannot be, and the fields they are of. Hours and contacts are checked where
/// they stand, so that each is named.
struct Checked {
    std::string_view column, pointer;
};
constexpr Checked k_checked[] = {
    {"name", "/name"},
    {"institution", "/institution"},
    {"age_min", "/age_min"},
    {"age_max", "/age_max"},
    {"topics", "/topics"},
    {"coverage", "/coverage"},
    {"languages", "/languages"},
    {"places", "/capacity/places"},
    {"places_free", "/capacity/places_free"},
    {"waiting_days", "/capacity/waiting_days"},
    {"source", "/source"},
    {"as_of", "/as_of"},
};

std::string pointer_of(std::string_view column) {
    const auto* found = std::ranges::find(k_checked, column, &Checked::column);
    return found == std::end(k_checked) ? "/" + std::string(column) : std::string(found->pointer);
}

void check_hours(const calendar::Schedule& hours, const std::string& pointer, std::vector<FieldError>& errors) {
    if (auto right = calendar::check(hours, pointer); !right)
        errors.insert(errors.end(), right.error().fields.begin(), right.error().fields.end());
}

}  // namespace

Result<> check_service(const Service& service) {
    std::vector<FieldError> errors;
    for (const auto& column : columns()) {
        const auto* checked = std::ranges::find(k_checked, column.name, &Checked::column);
        if (checked == std::end(k_checked)) continue;
        const auto cell = column.write(service);
        auto again = service;
        if (column.is_required && trimmed(cell).empty()) errors.push_back({std::string(checked->pointer), words::k_cell_empty});
        else if (const auto word = column.read(again, cell)) errors.push_back({std::string(checked->pointer), *word});
    }
    if (const auto fault = fault_of(service)) errors.push_back({pointer_of(fault->column), fault->word});
    check_hours(service.hours, "/hours", errors);
    for (std::size_t i = 0; i < service.channels.size(); ++i) {
        const auto& channel = service.channels[i];
        const auto at = fmt::format("/channels/{}", i);
        if (auto right = check_contact(channel.kind, channel.contact); !right) errors.push_back({at + "/contact", right.error().word});
        if (channel.hours) check_hours(*channel.hours, at + "/hours", errors);
    }
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

Service edited(const Service& before, Service typed) {
    for (auto& channel : typed.channels) {
        const auto same = std::ranges::find_if(before.channels, [&](const Channel& old) {
            return old.kind == channel.kind && old.contact == channel.contact;
        });
        channel.confirmation = same != before.channels.end() ? same->confirmation : std::nullopt;
        channel.doubted_at = same != before.channels.end() ? same->doubted_at : std::nullopt;
        channel.reported_at = same != before.channels.end() ? same->reported_at : std::nullopt;
    }
    typed.name = std::string(trimmed(typed.name));
    typed.hours.place = place_of(typed.coverage);
    typed.id = before.id;
    typed.code = before.code;
    typed.institution = before.institution;
    typed.institution_id = before.institution_id;
    typed.verified = before.verified;
    typed.checked_on = before.checked_on;
    typed.checker = before.checker;
    typed.expires_on = before.expires_on;
    typed.caller = before.caller;
    typed.rung_on = before.rung_on;
    return typed;
}

}  // namespace hebra::directory
