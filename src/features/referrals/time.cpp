// What time does to referrals, without anybody acting (referral_moves.csv, side "system").
#include <array>

#include "features/referrals/answers.hpp"
#include "features/referrals/move.hpp"
#include "platform/db/list.hpp"
#include "platform/log/log.hpp"

namespace hebra::referrals {
namespace {

constexpr std::int64_t k_at_once = 50;
constexpr auto k_asking_waits = std::chrono::days(10);

/// Clocks whose end makes a referral expire: somebody should have answered, and the ladder has ended.
constexpr std::string_view k_unanswered[] = {"referral.acknowledge", "referral.answer", "referral.answer_question", "referral.review"};
/// The clock with which a place that was set aside at sending ends (workflows.md §1).
constexpr std::string_view k_holds_a_place = "referral.acknowledge";
/// Clocks whose end leaves the outcome unverified: nobody asked the person in time.
constexpr std::string_view k_unasked[] = {"referral.ask_person", "referral.close"};
constexpr std::int64_t k_all_contested = 10'000;

struct Due {
    ReferralId id;
    InstitutionId origin_id;
    int version;
    Action action;
};

/// A contested decline that somebody else is to decide now.
struct Passed {
    ReferralId id;
    InstitutionId origin_id;
    PersonId origin_person_id;
    InstitutionId decides;
    commitments::Commitment asked;
};

}  // namespace

/// Nobody acknowledged it in time: its place is for others. Whoever accepts it later takes one anew.
void Referrals::release_places(Time now) {
    const auto over = ground_.database.read([&](db::Reader& reader) {
        std::vector<commitments::Commitment> found;
        const auto held = store::softly_held(reader);
        for (std::size_t first = 0; first < held.size(); first += db::k_list) {
            const auto piece = std::span(held).subspan(first, std::min(db::k_list, held.size() - first));
            for (auto& clock : ground_.commitments.open_of(reader, piece))
                if (clock.kind == k_holds_a_place && clock.due_at < now) found.push_back(std::move(clock));
        }
        return found;
    });
    for (const auto& clock : over) {
        const ReferralId id(clock.subject_id.value());
        const Actor system{.user = {}, .institution = clock.institution_id, .session = {}, .permissions = {}};
        (void)ground_.database.write(
            [&](db::Tx& tx) -> Result<> {
                if (store::release_soft_place(tx, id))
                    ground_.audit.record(tx, system, {.action = "referral.release_place", .subject = id.value()});
                return {};
            },
            db::Urgency::bulk);
    }
}

std::int64_t Referrals::let_time_pass() {
    const Time now = ground_.clock.now();
    follow_coordinator();
    const auto due = ground_.database.read([&](db::Reader& reader) {
        std::vector<Due> found;
        const auto add = [&](const commitments::Abandoned& abandoned, Action action) {
            const auto row = store::find_any(reader, ReferralId(abandoned.subject_id.value()));
            if (row) found.push_back({row->id, row->origin_id, row->version, action});
        };
        for (const auto kind : k_unanswered)
            for (const auto& abandoned : commitments::unanswered(reader, kind, now, k_at_once)) add(abandoned, Action::expire);
        for (const auto kind : k_unasked)
            for (const auto& abandoned : commitments::abandoned(reader, kind, now - k_asking_waits, k_at_once))
                add(abandoned, Action::time_out);
        for (const auto& abandoned : commitments::abandoned(reader, k_contest_told, now, k_all_contested)) {
            const auto row = store::find_any(reader, ReferralId(abandoned.subject_id.value()));
            if (row && !coordinator_between(*row)) found.push_back({row->id, row->origin_id, row->version, Action::let_stand});
        }
        return found;
    });
    release_places(now);
    std::int64_t moved = 0;
    for (const auto& one : due) {
        const Actor system{.user = {}, .institution = one.origin_id, .session = {}, .permissions = {}};
        MoveRequest request;
        request.action = one.action;
        request.version = one.version;
        Mover mover(*this, system, one.id, request, k_system);
        if (const auto ready = mover.prepare(); !ready) {
            // Somebody acted meanwhile. The same one again and again would keep the others of its kind waiting.
            log::warning("referral.time_stands", {{"referral", log::Machinery(one.id.text())}, {"why", log::Machinery(ready.error().word.code)}});
            continue;
        }
        if (ground_.database.write([&](db::Tx& tx) { return mover.apply(tx); }, db::Urgency::bulk)) ++moved;
    }
    return moved;
}

std::int64_t Referrals::follow_coordinator() {
    const Time now = ground_.clock.now();
    const auto passed = ground_.database.read([&](db::Reader& reader) {
        std::vector<Passed> found;
        for (const auto& one : commitments::abandoned(reader, k_contest_told, Time::max(), k_all_contested)) {
            const auto row = store::find_any(reader, ReferralId(one.subject_id.value()));
            const auto decides = row ? coordinator_between(*row) : std::nullopt;
            if (!decides || decides == one.institution_id) continue;
            const std::array subject = {one.subject_id};
            for (auto& asked : ground_.commitments.open_of(reader, subject))
                if (asked.id == one.id) found.push_back({row->id, row->origin_id, row->origin_person_id, *decides, std::move(asked)});
        }
        return found;
    });
    std::int64_t moved = 0;
    for (const auto& [id, origin, person, decides, asked] : passed) {
        const Actor system{.user = {}, .institution = origin, .session = {}, .permissions = {}};
        moved += ground_.database.write([&](db::Tx& tx) -> Result<std::int64_t> {
            const commitments::Cause cause{now, ground_.audit.record(tx, system, {.action = "referral.follow_coordinator",
                                                                                  .subject = id.value(), .person = person.value()})};
            if (!ground_.commitments.cancel(tx, asked.subject_id, asked.kind, cause)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
            ground_.commitments.open(tx, {.kind = {.name = asked.kind, .demands_owner = asked.demands_owner},
                                          .subject = asked.subject_id,
                                          .institution = decides,
                                          .requested_by = asked.requested_by,
                                          .thread = asked.thread_id,
                                          .danger = asked.danger,
                                          .term = commitments::Term::of(asked.allowance.value(), asked.calendar)}, cause);
            ground_.notices.settle(tx, asked.institution_id, asked.subject_id, k_contest_told, notices::Settled::past, cause);
            ground_.notices.tell(tx, notices::Audience::network, {.kind = k_contested, .institution = decides, .subject = asked.subject_id,
                                                                  .about = std::string(k_contest_told), .thread = asked.thread_id}, cause);
            return 1;
        }, db::Urgency::bulk).value_or(0);  // decided meanwhile
    }
    return moved;
}

}  // namespace hebra::referrals
