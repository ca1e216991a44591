// What people do with a row: write it, ring it, say that it is wrong.
#include <algorithm>

#include "access/once/once.hpp"
#include "base/fold.hpp"
#include "features/directory/api.hpp"
#include "features/directory/cells.hpp"
#include "features/directory/contact.hpp"
#include "features/directory/directory.hpp"
#include "features/directory/editing.hpp"
#include "platform/calendar/zone.hpp"

namespace hebra::directory {
namespace {

/// Whoever answers for a row has two working days to ring a number that somebody found wrong.
constexpr calendar::Allowance k_time_to_check{2, calendar::Unit::business_days};

/// What a row typed here is called in files: it never was in one.
std::string code_of(ServiceId id) {
    const auto text = id.text();
    std::string code = "N";
    for (const char each : text.substr(text.size() - 8)) code += static_cast<char>(each >= 'a' ? each - 'a' + 'A' : each);
    return code;
}

/// A row of the same name at the same institution.
const Service* twin_of(const Catalogue& catalogue, const Service& service) {
    const auto name = fold(service.name);
    const auto institution = fold(service.institution);
    const auto found = std::ranges::find_if(catalogue.services(), [&](const Service& other) {
        return fold(other.name) == name && fold(other.institution) == institution;
    });
    return found == catalogue.services().end() ? nullptr : &*found;
}

void confirm_channel(Channel& channel, const Actor& actor, Time now) {
    channel.confirmation = Confirmation{actor.user, now, now + k_check_holds, actor.institution};
    channel.doubted_at.reset();
    channel.reported_at.reset();
}

}  // namespace

Result<Entry> Directory::keep(const Actor& actor, const directory::Service& service, int seen, std::string_view action,
                              std::vector<std::string> fields, const Capacity* before) {
    const Time now = clock_.now();
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, service.id.text(), now));
        if (twice) return {};
        store::raise_edition(tx);  // first, as an import does: whoever comes second waits before it holds any row
        const auto entry = audit_.record(tx, actor, {.action = action, .subject = service.id.value(), .fields = fields});
        if (!store::save(tx, service, seen, now, entry)) return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        if (before != nullptr) store::declare_places(tx, service.id, *before, service.capacity);
        settle(tx, service, {now, entry});
        if (service.is_active && directory::has_doubts(service))  // also of a row that is offered again; once, while it is open
            commitments_.open(tx,
                              {.kind = k_check_number,
                               .subject = RecordId(service.id.value()),
                               .institution = asked_to_check(actor, service),
                               .requested_by = actor.institution,
                               .term = commitments::Term::of(k_time_to_check, commitments::CalendarKind::institution_hours)},
                              {now, entry});
        return {};
    }));
    refresh();
    return open(service.id);
}

void Directory::settle(db::Tx& tx, const directory::Service& service, const commitments::Cause& cause) {
    const RecordId subject(service.id.value());
    if (!service.is_active) return commitments_.cancel_all(tx, subject, cause);
    if (!directory::has_doubts(service)) commitments_.fulfil(tx, subject, k_check_number.name, cause);
    if (!directory::needs_check(service, cause.at)) commitments_.fulfil(tx, subject, k_check_again.name, cause);
}

InstitutionId Directory::asked_to_check(const Actor& actor, const directory::Service& service) const {
    if (const auto keeper = directory::keeper_of(service)) return *keeper;
    return institutions_.coordinator().value_or(actor.institution);
}

Caller Directory::caller_of(const Actor& actor) const {
    Caller caller{.by = actor.user, .institution_id = actor.institution};
    if (const auto own = institutions_.find(actor.institution)) caller.known_as = own->name;
    return caller;
}

Result<> Directory::check_keeps(const Actor& actor, const directory::Service& service) const {
    const bool keeps = service.institution_id ? *service.institution_id == actor.institution : actor.may(k_directory_keep);
    return keeps ? Result<>() : refuse(Refused::forbidden, words::k_not_your_row);
}

Result<Entry> Directory::save(const Actor& actor, directory::Service typed, int seen) {
    HEBRA_TRY(const auto before, open(typed.id));
    HEBRA_CHECK(check_keeps(actor, before));
    const auto service = edited(before, std::move(typed));
    HEBRA_CHECK(check_service(service));
    return keep(actor, service, seen, "directory.change", {service.code}, &before.capacity);
}

Result<Entry> Directory::add(const Actor& actor, directory::Service service, const std::string& institution, bool is_own) {
    if (!is_own && !actor.may(k_directory_keep)) return refuse_field("/institution", words::k_not_your_institution);
    // A repeat would be refused as its own twin.
    HEBRA_TRY(const auto added, database_.read([&](db::Reader& reader) { return access::claimed_before(reader, actor); }));
    if (added) return open(ServiceId::parse(*added).value());
    const auto name = fold(trimmed(service.institution));
    const auto is_theirs = [&](const institutions::Institution& one) { return one.id != actor.institution && fold(one.name) == name; };
    if (!is_own && std::ranges::any_of(institutions_.all(), is_theirs)) return refuse_field("/institution", words::k_theirs_to_add);
    const Time now = clock_.now();
    Service blank;
    blank.id = ServiceId::make(now);
    blank.code = code_of(blank.id);
    blank.institution = std::string(trimmed(is_own ? institution : service.institution));
    if (is_own) blank.institution_id = actor.institution;
    if (service.source.empty()) service.source = institution;
    service = edited(blank, std::move(service));
    HEBRA_CHECK(check_service(service));
    const auto known = catalogue();
    if (const auto* twin = twin_of(*known, service); twin != nullptr) return refuse_field("/name", words::k_service_exists);
    ServiceId kept = service.id;
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, service.id.text(), now));
        if (twice) {
            kept = ServiceId::parse(*twice).value();
            return {};
        }
        store::raise_edition(tx);
        const auto entry = audit_.record(tx, actor, {.action = "directory.add", .subject = service.id.value(), .fields = {service.code}});
        if (!store::add(tx, service, now, entry)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        store::declare_places(tx, service.id, {}, service.capacity);
        return {};
    }));
    refresh();
    return open(kept);
}

Result<Entry> Directory::rang(const Actor& actor, directory::ServiceId id, const Ringing& call, int seen) {
    HEBRA_TRY(auto entry, open(id));
    HEBRA_CHECK(check_keeps(actor, entry));
    const Time now = clock_.now();
    entry.rung_on = calendar::local_time(calendar::Zone::santiago(), now).date;
    entry.caller = caller_of(actor);
    if (call.answered.empty()) return keep(actor, entry, seen, "directory.rang", {"answered=0"});
    for (const auto place : call.answered) {
        if (place < 0 || static_cast<std::size_t>(place) >= entry.channels.size()) return refuse_field("/channels", words::k_no_such_channel);
        auto& channel = entry.channels[static_cast<std::size_t>(place)];
        if (channel.contact.empty()) return refuse_field("/channels", words::k_nothing_to_confirm);
        confirm_channel(channel, actor, now);
    }
    std::vector<std::string> fields = {fmt::format("channels={}", fmt::join(call.answered, ","))};
    for (const auto datum : call.unsure) fields.push_back(fmt::format("unsure={}", boost::describe::enum_to_string(datum, "")));
    if (call.unsure.empty()) {
        entry.verified = Verified::by_editor;
        entry.checked_on = entry.rung_on;
        entry.checker = entry.caller;
        entry.expires_on.reset();
    }
    return keep(actor, entry, seen, "directory.confirm", std::move(fields));
}

Result<Entry> Directory::confirm(const Actor& actor, directory::ServiceId id, std::size_t channel, int seen) {
    HEBRA_TRY(auto entry, open(id));
    HEBRA_CHECK(check_keeps(actor, entry));
    if (channel >= entry.channels.size()) return refuse_field("/channel", words::k_no_such_channel);
    if (entry.channels[channel].contact.empty()) return refuse_field("/channel", words::k_nothing_to_confirm);
    const Time now = clock_.now();
    confirm_channel(entry.channels[channel], actor, now);
    entry.rung_on = calendar::local_time(calendar::Zone::santiago(), now).date;
    entry.caller = caller_of(actor);
    return keep(actor, entry, seen, "directory.confirm", {fmt::format("channel={}", channel)});
}

Result<Entry> Directory::doubt(const Actor& actor, directory::ServiceId id, std::size_t channel, const std::optional<std::string>& contact) {
    HEBRA_TRY(auto entry, open(id));
    if (channel >= entry.channels.size()) return refuse_field("/channel", words::k_no_such_channel);
    if (contact && entry.channels[channel].contact != *contact) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    const bool hides = actor.may(k_directory_hide) || keeper_of(entry) == actor.institution;
    (hides ? entry.channels[channel].doubted_at : entry.channels[channel].reported_at) = clock_.now();
    return keep(actor, entry, entry.version, "directory.doubt", {fmt::format("channel={}", channel)});
}

}  // namespace hebra::directory
