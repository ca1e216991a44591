#include "features/directory/directory.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "core/institutions/store.hpp"
#include "features/directory/api.hpp"

namespace hebra::directory {
namespace {

/// A row whose check ran out: it ranks lower meanwhile, and nobody is shown a number that nobody stands for.
constexpr calendar::Allowance k_time_to_check_again{5, calendar::Unit::business_days};

/// A catalogue works out sixteen days of hours; a week later it has enough left, and later answers would only be slower.
constexpr std::chrono::days k_built_for{7};

/// The rows as they stand: what they said of their places is what is left of them.
void tell_all_places(std::vector<Service>& services, const std::vector<Places>& counted, Time now) {
    std::unordered_map<ServiceId, const Places*> places;
    for (const auto& each : counted) places.emplace(each.service_id, &each);
    for (auto& service : services)
        if (const auto found = places.find(service.id); found != places.end()) tell_places(service, *found->second, now);
}

/// The area of each institution as the database has it now: what stands in memory may be older than the rows' edition.
std::map<InstitutionId, institutions::Sector> areas(db::Reader& reader) {
    std::map<InstitutionId, institutions::Sector> all;
    for (const auto& one : institutions::store::all(reader)) all.emplace(one.id, one.sector);
    return all;
}

}  // namespace

void Directory::tell_area(directory::Service& service) const {
    if (!service.institution_id) return;
    if (const auto institution = institutions_.find(*service.institution_id)) service.area = institution->sector;
}

Snapshot<directory::Catalogue> Directory::catalogue() {
    const std::scoped_lock lock(mutex_);
    return catalogue_;
}

Directory::Rows Directory::read_all(std::optional<std::int64_t> known) {
    return database_.read([&](db::Reader& reader) {
        Rows found{store::edition(reader), {}, store::counted_places(reader)};
        if (found.edition == known) return found;
        const auto area = areas(reader);
        for (auto& row : store::all(reader)) {
            auto& service = found.services.emplace_back(std::move(row.service));
            if (const auto its = service.institution_id ? area.find(*service.institution_id) : area.end(); its != area.end()) service.area = its->second;
        }
        return found;
    });
}

void Directory::bring_forward() {
    (void)database_.write([&](db::Tx& tx) -> Result<> {
        store::bring_forward(tx);
        return {};
    });
}

void Directory::refresh() {
    const std::scoped_lock order(refreshing_);
    const Time now = clock_.now();
    const bool holds = now < built_at_ + k_built_for;
    auto read = read_all(holds ? std::optional(edition_) : std::nullopt);
    const bool same_rows = holds && read.edition == edition_;
    if (same_rows && read.places == places_) return;
    const auto known = catalogue();
    auto services = same_rows ? known->services() : std::move(read.services);
    tell_all_places(services, read.places, now);
    auto built = directory::Catalogue::build(std::move(services), now);
    edition_ = read.edition;
    places_ = std::move(read.places);
    built_at_ = now;
    const std::scoped_lock lock(mutex_);
    catalogue_ = std::move(built);
}

std::optional<directory::Service> Directory::find(directory::ServiceId id) {
    const auto known = catalogue();
    const auto* service = known->find(id);
    return service != nullptr ? std::optional(*service) : std::nullopt;
}

Result<Entry> Directory::open(directory::ServiceId id) {
    return database_.read([&](db::Reader& reader) -> Result<Entry> {
        HEBRA_TRY(const auto row, store::find(reader, id));
        Entry entry;
        static_cast<directory::Service&>(entry) = row.service;
        tell_area(entry);
        entry.version = row.version;
        entry.checked_by = entry.checker.known_as;
        entry.rung_by = entry.caller.known_as;
        entry.counted = store::places_of(reader, id);
        return entry;
    });
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
            for (const auto& service : added) {
                if (!store::add(tx, service, now, entry)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
                store::declare_places(tx, service.id, {}, service.capacity);
            }
            std::map<directory::ServiceId, const directory::Service*> changed;
            for (const auto& each : plan.changed) changed.emplace(each.after.id, &each.after);
            if (changed.empty() && leaving.empty()) return {};
            for (auto& row : store::all(tx)) {
                const auto after = changed.find(row.service.id);
                const bool leaves = leaving.contains(row.service.code);
                if (after == changed.end() && !leaves) continue;
                row.service.is_active = !leaves;
                const auto& kept = leaves ? row.service : *after->second;
                (void)store::save(tx, kept, row.version, now, entry);
                store::declare_places(tx, kept.id, row.service.capacity, kept.capacity);
                settle(tx, kept, {now, entry});
            }
            return {};
        },
        db::Urgency::bulk));
    refresh();
    return {};
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

}  // namespace hebra::directory
