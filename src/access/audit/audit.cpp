#include "access/audit/audit.hpp"

#include "access/audit/store.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::audit {
namespace {

constexpr auto k_one_look = std::chrono::seconds(60);
constexpr auto k_list_asked_again = std::chrono::minutes(2);
constexpr auto k_one_list_look = std::chrono::hours(1);
constexpr std::size_t k_looks_kept = 10'000;

std::string joined(const std::vector<std::string>& fields) {
    std::string text;
    for (const auto& field : fields) {
        if (!text.empty()) text += ',';
        text += field;
    }
    return text;
}

}  // namespace

std::size_t Audit::LookHash::operator()(const Look& look) const {
    return std::hash<UserId>{}(look.user) ^ std::hash<UserId>{}(UserId(look.subject)) * 31 ^
           std::hash<InstitutionId>{}(look.chain) * 17 ^
           std::hash<std::string_view>{}(look.action);
}

EntryId Audit::record(db::Tx& tx, const Actor& actor, const Act& act) {
    return record_in(tx, actor.institution, actor, act);
}

EntryId Audit::record_in(db::Tx& tx, InstitutionId chain, const Actor& actor, const Act& act) {
    const Time now = clock_.now();
    Entry entry{.id = EntryId::make(now),
                .institution_id = chain,
                .at = now,
                .user_id = actor.user,
                .acting_for = actor.institution,
                .action = std::string(act.action),
                .subject_id = act.subject.text(),
                .person_id = act.person ? std::optional(act.person->text()) : std::nullopt,
                .fields = joined(act.fields),
                .mac = {}};
    entry.mac = crypto::mac(vault_.institution(tx, chain)->audit, canonical(raw(entry)));
    store::add(tx, entry);
    return entry.id;
}

void Audit::record_view(db::Database& database, const Actor& actor, const Act& act) {
    record_view_in(database, actor.institution, actor, act);
}

void Audit::record_view_in(db::Database& database, InstitutionId chain, const Actor& actor, const Act& act) {
    const Look look{actor.user, chain, act.subject, act.action};
    if (seen_lately(look, clock_.now())) return;
    const auto written = database.write([&](db::Tx& tx) -> Result<EntryId> { return record_in(tx, chain, actor, act); });
    if (!written) throw std::runtime_error("the view could not be recorded");
    const std::scoped_lock lock(mutex_);
    if (looks_.size() >= k_looks_kept) looks_.clear();  // costs a few entries more, never one less
    looks_[look] = clock_.now();
}

void Audit::record_list(db::Database& database, const Actor& actor, Act act, std::size_t found) {
    const auto key = fmt::format("{} {} {} {} {}", actor.user.text(), actor.institution.text(), act.action, act.subject.text(), joined(act.fields));
    const Time now = clock_.now();
    {
        const std::scoped_lock lock(mutex_);
        const auto known = list_looks_.find(key);
        if (known != list_looks_.end() && found <= known->second.found && now - known->second.last < k_list_asked_again && now - known->second.began < k_one_list_look) {
            known->second.last = now;
            known->second.found = found;
            return;
        }
    }
    act.fields.push_back(fmt::format("found={}", found));
    const auto written = database.write([&](db::Tx& tx) -> Result<EntryId> { return record(tx, actor, act); });
    if (!written) throw std::runtime_error("the look at a list could not be recorded");
    const std::scoped_lock lock(mutex_);
    if (list_looks_.size() >= k_looks_kept) list_looks_.clear();
    list_looks_[key] = {now, now, found};
}

bool Audit::seen_lately(const Look& look, Time now) {
    const std::scoped_lock lock(mutex_);
    const auto found = looks_.find(look);
    return found != looks_.end() && now - found->second < k_one_look;
}

}  // namespace hebra::audit
