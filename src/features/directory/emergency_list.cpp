#include "features/directory/emergency_list.hpp"

#include <algorithm>

#include "access/once/once.hpp"

namespace hebra::directory {
namespace {

/// Ambulance, fire and police answer people who may die meanwhile.
constexpr std::string_view k_never_rung[] = {"131", "132", "133"};

bool may_be_rung(std::string_view number) { return std::ranges::find(k_never_rung, number) == std::end(k_never_rung); }

}  // namespace

const audit::Anchor EmergencyList::k_anchor{"emergency_number", R"sql(
    SELECT r.audit_id
      FROM emergency_number r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

EmergencyList::EmergencyList(db::Database& database, audit::Audit& audit, const Clock& clock, bool dials)
    : database_(database), audit_(audit), clock_(clock), dials_(dials) {}

Snapshot<EmergencyList::Rows> EmergencyList::rows() const {
    const std::scoped_lock lock(mutex_);
    return rows_;
}

void EmergencyList::refresh() {
    const std::scoped_lock order(refreshing_);
    auto read = std::make_shared<Rows>();
    database_.read([&](db::Reader& reader) {
        read->clear();
        for (auto& row : reader.all<Row>("SELECT number, decision, how, decided_at, expires_at, version FROM emergency_number"))
            read->emplace(row.number, row);
    });
    const std::scoped_lock lock(mutex_);
    rows_ = std::move(read);
}

const EmergencyNumber* EmergencyList::find(std::string_view number) const {
    const auto found = std::ranges::find_if(numbers_, [&](const EmergencyNumber& each) { return each.channel.contact == number; });
    return found != numbers_.end() ? &*found : nullptr;
}

EmergencyEntry EmergencyList::entry_of(const EmergencyNumber& number, const Rows& rows, Language language) const {
    EmergencyEntry entry{.number = number.channel.contact,
                         .name = number.name,
                         .use_when = language == Language::en ? number.use_when_en : number.use_when,
                         .source = number.source,
                         .source_url = number.source_url,
                         .as_of = number.as_of,
                         .notes = number.notes,
                         .may_be_rung = may_be_rung(number.channel.contact),
                         .is_shown = false,
                         .uri = "",
                         .decision = {},
                         .how = {},
                         .decided_at = {},
                         .expires_at = {},
                         .version = 0};
    const auto row = rows.find(entry.number);
    if (row == rows.end()) return entry;
    entry.decision = row->second.decision;
    entry.how = row->second.how;
    entry.decided_at = row->second.decided_at;
    entry.expires_at = row->second.expires_at;
    entry.version = row->second.version;
    entry.is_shown = entry.decision == Decision::confirmed && clock_.now() < *entry.expires_at;
    if (entry.is_shown && dials_) entry.uri = uri_of(number.channel);
    return entry;
}

std::vector<EmergencyEntry> EmergencyList::all(Language language) const {
    const auto known = rows();
    std::vector<EmergencyEntry> entries;
    for (const auto& number : numbers_) entries.push_back(entry_of(number, *known, language));
    return entries;
}

Result<EmergencyEntry> EmergencyList::one(std::string_view number, Language language) const {
    const auto* found = find(number);
    if (found == nullptr) return refuse_field("/number", words::k_emergency_unknown);
    const auto known = rows();
    return entry_of(*found, *known, language);
}

std::vector<EmergencyEntry> EmergencyList::shown(Language language) const {
    auto entries = all(language);
    std::erase_if(entries, [](const EmergencyEntry& entry) { return !entry.is_shown; });
    return entries;
}

Result<> EmergencyList::confirm(const Actor& actor, const std::string& number, Assurance how, int seen) {
    if (how == Assurance::rang && !may_be_rung(number)) return refuse_field("/how", words::k_emergency_not_rung);
    const Time now = clock_.now();
    return decide(actor, {number, Decision::confirmed, how, now, now + k_check_holds, 0}, seen);
}

Result<> EmergencyList::withdraw(const Actor& actor, const std::string& number, Decision reason, int seen) {
    const Time now = clock_.now();
    return decide(actor, {number, reason, {}, now, now, 0}, seen);
}

Result<> EmergencyList::decide(const Actor& actor, const Row& row, int seen) {
    if (find(row.number) == nullptr) return refuse_field("/number", words::k_emergency_unknown);
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, row.number, row.decided_at));
        if (twice) return {};
        const auto entry = audit_.record(
            tx, actor,
            {.action = row.decision == Decision::confirmed ? "emergency.confirm" : "emergency.withdraw",
             .fields = {"number=" + row.number, fmt::format("decision={}", boost::describe::enum_to_string(row.decision, "?"))}});
        const std::array args = {db::arg("number", row.number),    db::arg("decision", row.decision),
                                 db::arg("how", row.how),          db::arg("by", actor.user),
                                 db::arg("at", row.decided_at),    db::arg("expires", row.expires_at),
                                 db::arg("audit", entry),          db::arg("seen", seen)};
        const bool is_kept = tx.run(R"sql(
            INSERT INTO emergency_number (number, decision, how, decided_by, decided_at, expires_at, version, audit_id)
            VALUES (:number, :decision, :how, :by, :at, :expires, 1, :audit)
            ON CONFLICT (number) DO UPDATE
               SET decision = excluded.decision, how = excluded.how, decided_by = excluded.decided_by,
                   decided_at = excluded.decided_at, expires_at = excluded.expires_at,
                   version = emergency_number.version + 1, audit_id = excluded.audit_id
             WHERE emergency_number.version = :seen
        )sql", args) == 1;
        if (!is_kept) return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        return {};
    }));
    refresh();
    return {};
}

}  // namespace hebra::directory
