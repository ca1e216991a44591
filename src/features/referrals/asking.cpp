#include "features/referrals/asking.hpp"

#include <algorithm>

#include "access/once/once.hpp"
#include "features/referrals/referrals.hpp"
#include "platform/json/own.hpp"

namespace hebra::referrals {
namespace {

/// How far ahead of ours the clock of whoever tells of something that happened may go.
constexpr auto k_clocks_differ = std::chrono::minutes(2);

}  // namespace

std::optional<Word> wrong_asking_time(Time at, const AskingTime& time) {
    if (at > time.now + k_clocks_differ) return words::k_asked_to_come;
    // Hours are told by the minute: what was asked in the minute of the first contact was not asked before it.
    if (time.known_since && at < std::chrono::floor<std::chrono::minutes>(*time.known_since)) return words::k_asked_too_early;
    return std::nullopt;
}

int count_apart(std::vector<Time> tries) {
    std::ranges::sort(tries);
    int apart = 0;
    std::optional<Time> last;
    for (const auto at : tries) {
        if (last && at < *last + k_tries_apart) continue;
        last = at;
        ++apart;
    }
    return apart;
}

int Referrals::tries_apart(db::Reader& reader, const store::Row& row) {
    if (row.tries == 0) return 0;
    const auto key = ground_.vault.subject(reader, row.origin_id, row.origin_person_id.value());
    if (!key) return 0;
    auto all = store::tries_of(reader, row.id);
    std::vector<Time> moments;
    for (const auto& one : std::span(all).last(std::min(all.size(), static_cast<std::size_t>(row.tries))))
        moments.push_back(json::read_own<Try>(key->open("referral_try.details", row.id.value(), one.details)).at);
    return count_apart(std::move(moments));
}

std::optional<Time> Referrals::known_since(db::Reader& reader, const store::Row& row) {
    if (row.kind == Kind::information) return row.sent_at;
    std::optional<Time> since = row.sent_at;
    const auto key = package_key(reader, row, row.origin_id);
    for (const auto& made : store::moves_of(reader, row.id)) {
        if (made.action != Action::confirm_first_contact) continue;
        since = made.at;
        if (!key || !made.details) continue;
        const auto told = json::read_own<MoveDetails>(key->open("referral_move.details", row.id.value(), *made.details));
        since = std::min(told.at.value_or(made.at), made.at);
    }
    return since;
}

Result<Opened> Referrals::note_try(const Actor& actor, ReferralId id, const Try& tried) {
    struct Ready {
        store::Row row;
        Bytes details;
    };
    const Time now = ground_.clock.now();
    HEBRA_TRY(const auto before, ground_.database.read([&](db::Reader& reader) { return access::claimed_before(reader, actor); }));
    if (before) return open(actor, id);
    HEBRA_TRY(const auto ready, ground_.database.read([&](db::Reader& reader) -> Result<Ready> {
        HEBRA_TRY(auto seen, see(reader, actor, id));
        if (seen.viewer != Viewer::origin) return refuse(Refused::conflict, words::k_not_your_side);
        if (!asks_person(seen.row.kind, seen.row.status)) return refuse(Refused::conflict, words::k_nothing_to_ask);
        if (seen.row.tries >= k_most_tries) return refuse(Refused::conflict, words::k_enough_tries);
        if (const auto wrong = wrong_asking_time(tried.at, {now, known_since(reader, seen.row)})) return refuse_field("/at", *wrong);
        HEBRA_TRY(const auto key, ground_.vault.subject(reader, seen.row.origin_id, seen.row.origin_person_id.value()));
        return Ready{seen.row, key.seal("referral_try.details", id.value(), json::write(tried))};
    }));
    HEBRA_CHECK(ground_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, id.text(), now));
        if (twice) return {};
        const auto entry = ground_.audit.record(tx, actor, {.action = "referral.try", .subject = id.value(), .person = ready.row.origin_person_id.value()});
        if (!store::count_try(tx, ready.row, entry)) {
            const auto row = store::find(tx, actor.institution, id);
            return refuse(Refused::conflict, row && row->tries >= k_most_tries ? words::k_enough_tries : hebra::words::k_changed_meanwhile);
        }
        store::add_try(tx, id, {.id = TryId::make(now), .user_id = actor.user, .at = now, .details = ready.details}, entry);
        return {};
    }));
    HEBRA_TRY(auto answer, ground_.database.read([&](db::Reader& reader) { return unnamed(reader, actor, id); }));
    return named(std::move(answer));
}

void Referrals::tell_tries(db::Reader& reader, const store::Row& row, Unnamed& answer) {
    const auto key = ground_.vault.subject(reader, row.origin_id, row.origin_person_id.value());
    if (!key) return;  // erased: that they were sought is gone with what was said of it
    for (const auto& one : store::tries_of(reader, row.id)) {
        Tried told{};
        static_cast<Try&>(told) = json::read_own<Try>(key->open("referral_try.details", row.id.value(), one.details));
        told.at_time = one.at;
        answer.opened.tried.push_back(std::move(told));
        answer.triers.push_back(one.user_id);
    }
}

}  // namespace hebra::referrals
