// What the engine does by itself: climbing ladders, handing over what must be told, counting again after new holidays.
#include <algorithm>
#include <map>
#include <set>

#include "core/commitments/commitments.hpp"
#include "core/commitments/giving.hpp"
#include "core/commitments/store.hpp"

namespace hebra::commitments {
namespace {

constexpr std::int64_t k_a_piece = 20;   // commitments a transaction: a few milliseconds
constexpr int k_pieces_a_turn = 250;     // then the other chores have theirs

/// The system itself, acting for the institution whose commitment it is.
Actor upkeep_of(InstitutionId institution) { return {{}, institution, {}, {}, {}}; }

/// How far the ladder is climbed at once: of reminders that are all due (the program was down), only the last is said.
int next_step(const Commitment& commitment, const calendar::BusinessCalendar& calendar, Time now) {
    const auto& steps = commitment.ladder.steps();
    const auto is_due = [&](const Step& step) { return moment_of(step, commitment.clock(), calendar) <= now; };
    auto step = static_cast<std::size_t>(commitment.step);
    while (step + 1 < steps.size() && steps[step + 1].is_reminder() && is_due(steps[step + 1])) ++step;
    return static_cast<int>(step);
}

}  // namespace

void Commitments::add_escalation(db::Tx& tx, const Commitment& commitment, Audience audience, EscalationReason reason,
                                 const Cause& cause) {
    store::add_escalation(tx,
                          {.id = EscalationId::make(cause.at),
                           .commitment_id = commitment.id,
                           .institution_id = commitment.institution_id,
                           .requested_by = commitment.requested_by,
                           .step = commitment.step,
                           .audience = audience,
                           .user_id = commitment.owner_id,
                           .reason = reason,
                           .at = cause.at,
                           .kind = {},
                           .subject_id = {},
                           .thread_id = {},
                           .danger = commitment.danger,
                           .due_at = commitment.due_at,
                           .is_open = true,
                           .audit_id = cause.entry},
                          cause.entry);
}

/// The last who was told had their while: what waits for the end of the ladder may happen now. Nobody is told of it.
bool Commitments::end_ladder(db::Tx& tx, const Commitment& commitment) {
    const auto entry = audit_.record(tx, upkeep_of(commitment.institution_id),
                                     {.action = "commitment.ladder_end",
                                      .subject = commitment.id.value(),
                                      .person = commitment.person_id ? std::optional(commitment.person_id->value()) : std::nullopt,
                                      .fields = {commitment.kind}});
    (void)store::save_step(tx, commitment.id, commitment.step, commitment.step + 1, k_never, entry);
    return false;
}

bool Commitments::climb(db::Tx& tx, CommitmentId id, Time now) {
    const auto locked = store::lock(tx, id);
    if (!locked || !locked->is_open() || now < locked->escalates_at) return false;  // somebody was first
    auto commitment = *locked;
    const int seen = commitment.step;
    if (static_cast<std::size_t>(seen) >= commitment.ladder.steps().size()) return end_ladder(tx, commitment);
    const auto calendar = calendar_of(tx, commitment);
    const int taken = next_step(commitment, calendar, now);
    const auto& step = commitment.ladder.steps().at(static_cast<std::size_t>(taken));
    commitment.step = taken + 1;
    const auto entry = audit_.record(tx, upkeep_of(commitment.institution_id),
                                     {.action = "commitment.escalate",
                                      .subject = id.value(),
                                      .person = commitment.person_id ? std::optional(commitment.person_id->value()) : std::nullopt,
                                      .fields = {commitment.kind, boost::describe::enum_to_string(step.to, "")}});
    const auto reason = now < commitment.due_at ? EscalationReason::reminder : EscalationReason::overdue;
    add_escalation(tx, commitment, step.to, reason, {now, entry});
    return store::save_step(tx, id, seen, commitment.step, next_step_at(commitment, calendar, now), entry);
}

std::int64_t Commitments::escalate() {
    const Time now = clock_.now();
    std::int64_t taken = 0;
    for (int piece = 0; piece < k_pieces_a_turn; ++piece) {
        const auto due = database_.read([&](db::Reader& reader) { return store::due_to_escalate(reader, now, k_a_piece); });
        if (due.empty()) break;
        const auto climbed = database_.write(
            [&](db::Tx& tx) -> Result<std::int64_t> {
                std::int64_t count = 0;
                for (const auto id : due) count += climb(tx, id, now);
                return count;
            },
            db::Urgency::bulk);
        taken += climbed.value();
    }
    return taken;
}

std::int64_t Commitments::tell(const Tell& tell) {
    const Time now = clock_.now();
    std::int64_t told = 0;
    for (int piece = 0; piece < k_pieces_a_turn; ++piece) {
        struct Piece {
            std::int64_t seen;
            std::int64_t told;
        };
        const auto done = database_.write(
            [&](db::Tx& tx) -> Result<Piece> {
                Piece result{};
                for (const auto& escalation : store::untold(tx, k_a_piece)) {
                    if (escalation.is_open) tell(tx, escalation);
                    store::mark_told(tx, escalation.id, now);
                    result.told += escalation.is_open;
                    ++result.seen;
                }
                return result;
            },
            db::Urgency::bulk);
        told += done->told;
        if (done->seen < k_a_piece) break;
    }
    return told;
}

std::int64_t Commitments::let_go_late() {
    std::set<std::pair<InstitutionId, UserId>> gone;
    database_.read([&](db::Reader& reader) {
        std::map<std::pair<InstitutionId, std::string>, std::vector<UserId>> able;
        for (const auto& one : store::held(reader)) {
            auto [known, is_new] = able.try_emplace({one.institution_id, one.kind});
            if (is_new) known->second = receivers_of(reader, holders_, one.institution_id, one.kind);
            if (!std::ranges::binary_search(known->second, one.owner_id)) gone.emplace(one.institution_id, one.owner_id);
        }
    });
    std::int64_t taken = 0;
    for (const auto& [institution, user] : gone) {
        const auto done = database_.write(
            [&](db::Tx& tx) -> Result<std::int64_t> {
                const auto entry = audit_.record(tx, upkeep_of(institution), {.action = "user.let_go", .subject = user.value()});
                return let_go(tx, holders_, user, institution, {clock_.now(), entry});
            },
            db::Urgency::bulk);
        taken += done.value();
    }
    return taken;
}

bool Commitments::recompute_one(db::Tx& tx, CommitmentId id) {
    const auto locked = store::lock(tx, id);
    if (!locked || !locked->is_open() || locked->holidays == holidays_edition()) return false;
    auto commitment = *locked;
    recompute(commitment, calendar_of(tx, commitment), clock_.now());
    const auto entry = audit_.record(tx, upkeep_of(commitment.institution_id),
                                     {.action = "commitment.recompute",
                                      .subject = id.value(),
                                      .fields = {commitment.kind, locked->due_at == commitment.due_at ? "same" : "due_at"}});
    return store::save(tx, commitment, entry);
}

std::int64_t Commitments::recompute_clocks() {
    std::int64_t looked_at = 0;
    CommitmentId last{};
    while (true) {
        const auto stale = database_.read(
            [&](db::Reader& reader) { return store::counted_otherwise(reader, holidays_edition(), last, k_a_piece); });
        if (stale.empty()) return looked_at;
        const auto done = database_.write(
            [&](db::Tx& tx) -> Result<std::int64_t> {
                std::int64_t count = 0;
                for (const auto id : stale) count += recompute_one(tx, id);
                return count;
            },
            db::Urgency::bulk);
        looked_at += done.value();
        last = stale.back();
    }
}

}  // namespace hebra::commitments
