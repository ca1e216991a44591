#include "features/directory/directory.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "access/once/once.hpp"
#include "features/directory/api.hpp"
#include "features/directory/contact.hpp"

namespace hebra::directory {
namespace {

/// Whoever answers for a row has two working days to ring a number that somebody found wrong.
constexpr calendar::Allowance k_time_to_check{2, calendar::Unit::business_days};

/// A row whose check ran out: it ranks lower meanwhile, and nobody is shown a number that nobody stands for.
constexpr calendar::Allowance k_time_to_check_again{5, calendar::Unit::business_days};

/// A catalogue works out sixteen days of hours; a week later it has enough left, and later answers would only be slower.
constexpr std::chrono::days k_built_for{7};

Entry entry_of(const store::Row& row) {
    Entry entry;
    static_cast<directory::Service&>(entry) = row.service;
    entry.version = row.version;
    return entry;
}

}  // namespace

std::shared_ptr<const directory::Catalogue> Directory::catalogue() {
    const std::scoped_lock lock(mutex_);
    return catalogue_;
}

Directory::Rows Directory::read_all(std::optional<std::int64_t> known) {
    return database_.read([&](db::Reader& reader) {
        Rows found{store::edition(reader), {}};
        if (found.edition != known)
            for (auto& row : store::all(reader)) found.services.push_back(std::move(row.service));
        return found;
    });
}

void Directory::refresh() {
    const std::scoped_lock order(refreshing_);
    const Time now = clock_.now();
    const auto known = [&] {
        const std::scoped_lock lock(mutex_);
        return now < built_at_ + k_built_for ? std::optional(edition_) : std::nullopt;
    }();
    auto read = read_all(known);
    if (read.edition == known) return;
    auto built = directory::Catalogue::build(std::move(read.services), now);
    const std::scoped_lock lock(mutex_);
    catalogue_ = std::move(built);
    edition_ = read.edition;
    built_at_ = now;
}

std::optional<directory::Service> Directory::find(directory::ServiceId id) {
    const auto known = catalogue();
    const auto* service = known->find(id);
    return service != nullptr ? std::optional(*service) : std::nullopt;
}

Result<Entry> Directory::open(directory::ServiceId id) {
    HEBRA_TRY(const auto row, database_.read([&](db::Reader& reader) { return store::find(reader, id); }));
    return entry_of(row);
}

Result<directory::Plan> Directory::plan(std::string_view file) {
    auto known = read_all();
    HEBRA_TRY(auto plan, directory::plan_import(file, known.services));
    plan.edition = known.edition;
    return plan;
}

std::string Directory::export_csv() { return directory::export_csv(read_all().services); }

Result<> Directory::apply(const Actor& actor, const directory::Plan& plan, Gone gone) {
    if (!plan.refused.empty()) return refuse(Refused::invalid, hebra::words::k_invalid);
    const Time now = clock_.now();
    auto added = plan.added;
    for (auto& service : added) service.id = directory::ServiceId::make(now);
    const std::set<std::string, std::less<>> leaving(plan.gone.begin(), gone == Gone::retire ? plan.gone.end() : plan.gone.begin());
    HEBRA_CHECK(database_.write(
        [&](db::Tx& tx) -> Result<> {
            // Whoever else changes the directory waits here, or was first: then the plan is about rows that are no more.
            if (!store::raise_edition_from(tx, plan.edition)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
            const auto entry = audit_.record(tx, actor, {.action = "directory.import",
                                                         .fields = {fmt::format("added={}", added.size()),
                                                                    fmt::format("changed={}", plan.changed.size()),
                                                                    fmt::format("retired={}", leaving.size())}});
            for (const auto& service : added)
                if (!store::add(tx, service, now, entry)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
            std::map<directory::ServiceId, const directory::Service*> changed;
            for (const auto& each : plan.changed) changed.emplace(each.after.id, &each.after);
            if (changed.empty() && leaving.empty()) return {};
            for (auto& row : store::all(tx)) {
                const auto after = changed.find(row.service.id);
                const bool leaves = leaving.contains(row.service.code);
                if (after == changed.end() && !leaves) continue;
                row.service.is_active = !leaves;
                (void)store::save(tx, leaves ? row.service : *after->second, row.version, now, entry);
                if (leaves) commitments_.cancel_all(tx, RecordId(row.service.id.value()), {now, entry});
            }
            return {};
        },
        db::Urgency::bulk));
    refresh();
    return {};
}

Result<Entry> Directory::keep(const Actor& actor, const directory::Service& service, int seen, std::string_view action,
                              std::vector<std::string> fields) {
    const Time now = clock_.now();
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, service.id.text(), now));
        if (twice) return {};
        store::raise_edition(tx);  // first, as an import does: whoever comes second waits before it holds any row
        const auto entry = audit_.record(tx, actor, {.action = action, .subject = service.id.value(), .fields = fields});
        if (!store::save(tx, service, seen, now, entry)) return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        const RecordId subject(service.id.value());
        if (action == "directory.confirm") commitments_.fulfil(tx, subject, k_check_number.name, {now, entry});
        if (!directory::needs_check(service, now)) commitments_.fulfil(tx, subject, k_check_again.name, {now, entry});
        if (action == "directory.doubt")
            commitments_.open(tx,
                              {.kind = k_check_number,
                               .subject = subject,
                               .institution = directory::keeper_of(service).value_or(actor.institution),
                               .requested_by = actor.institution,
                               .term = commitments::Term::of(k_time_to_check, commitments::CalendarKind::institution_hours)},
                              {now, entry});
        return {};
    }));
    refresh();
    return open(service.id);
}

Result<> Directory::check_keeps(const Actor& actor, const directory::Service& service) const {
    const bool keeps = service.institution_id ? *service.institution_id == actor.institution : actor.may(k_directory_keep);
    return keeps ? Result<>() : refuse(Refused::forbidden, words::k_not_your_row);
}

Result<Entry> Directory::save(const Actor& actor, directory::Service service, int seen) {
    HEBRA_TRY(const auto before, open(service.id));
    HEBRA_CHECK(check_keeps(actor, before));
    HEBRA_CHECK(calendar::check(service.hours, "/hours"));
    for (std::size_t i = 0; i < service.channels.size(); ++i) {
        auto& channel = service.channels[i];
        if (auto right = directory::check_contact(channel.kind, channel.contact); !right)
            return refuse_field(fmt::format("/channels/{}/contact", i), right.error().word);
        // What an editor types is not thereby confirmed: only ringing it is.
        const auto same = std::ranges::find_if(before.channels, [&](const directory::Channel& old) {
            return old.kind == channel.kind && old.contact == channel.contact;
        });
        channel.confirmation = same != before.channels.end() ? same->confirmation : std::nullopt;
        channel.doubted_at = same != before.channels.end() ? same->doubted_at : std::nullopt;
    }
    service.institution_id = before.institution_id;
    service.code = before.code;
    return keep(actor, service, seen, "directory.change", {service.code});
}

Result<Entry> Directory::confirm(const Actor& actor, directory::ServiceId id, std::size_t channel, int seen) {
    HEBRA_TRY(auto entry, open(id));
    HEBRA_CHECK(check_keeps(actor, entry));
    if (channel >= entry.channels.size()) return refuse_field("/channel", words::k_no_such_channel);
    if (entry.channels[channel].contact.empty()) return refuse_field("/channel", words::k_nothing_to_confirm);
    const Time now = clock_.now();
    entry.channels[channel].confirmation = directory::Confirmation{actor.user, now, now + directory::k_check_holds, actor.institution};
    entry.channels[channel].doubted_at.reset();
    entry.rung_on = Date(std::chrono::floor<std::chrono::days>(now));
    return keep(actor, entry, seen, "directory.confirm", {fmt::format("channel={}", channel)});
}

std::int64_t Directory::ask_to_check_again() {
    const Time now = clock_.now();
    const auto known = catalogue();
    std::int64_t asked = 0;
    for (const auto& service : known->services()) {
        const auto keeper = directory::keeper_of(service);
        if (!keeper || !directory::needs_check(service, now)) continue;
        const std::array subject = {RecordId(service.id.value())};
        const auto is_asked = [&](db::Reader& reader) {
            return std::ranges::count(commitments_.open_of(reader, subject), k_check_again.name, &commitments::Commitment::kind) != 0;
        };
        if (database_.read(is_asked)) continue;
        const Actor machine{.user = {}, .institution = *keeper, .session = {}, .permissions = {}};
        const auto opened = database_.write(
            [&](db::Tx& tx) -> Result<bool> {
                if (is_asked(tx)) return false;  // another node was first
                const auto entry = audit_.record(tx, machine, {.action = "directory.run_out", .subject = service.id.value()});
                commitments_.open(tx,
                                  {.kind = k_check_again,
                                   .subject = subject[0],
                                   .institution = *keeper,
                                   .term = commitments::Term::of(k_time_to_check_again, commitments::CalendarKind::institution_hours)},
                                  {now, entry});
                return true;
            },
            db::Urgency::bulk);
        if (opened && *opened) ++asked;
    }
    return asked;
}

Result<Entry> Directory::doubt(const Actor& actor, directory::ServiceId id, std::size_t channel) {
    HEBRA_TRY(auto entry, open(id));
    if (channel >= entry.channels.size()) return refuse_field("/channel", words::k_no_such_channel);
    if (actor.may(k_directory_hide) || keeper_of(entry) == actor.institution) entry.channels[channel].doubted_at = clock_.now();
    return keep(actor, entry, entry.version, "directory.doubt", {fmt::format("channel={}", channel)});
}

}  // namespace hebra::directory
