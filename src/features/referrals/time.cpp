// What time does to referrals, without anybody acting (referral_moves.csv, side "system").
#include "features/referrals/move.hpp"

namespace hebra::referrals {
namespace {

constexpr std::int64_t k_at_once = 50;
constexpr auto k_asking_waits = std::chrono::days(10);

/// Clocks whose end makes a referral expire: somebody should have answered, and every step of the ladder was taken.
constexpr std::string_view k_unanswered[] = {"referral.acknowledge", "referral.answer", "referral.answer_question", "referral.review"};
/// Clocks whose end leaves the outcome unverified: nobody asked the person in time.
constexpr std::string_view k_unasked[] = {"referral.ask_person", "referral.close"};

struct Due {
    ReferralId id;
    InstitutionId origin_id;
    int version;
    Action action;
};

}  // namespace

std::int64_t Referrals::let_time_pass() {
    const Time now = ground_.clock.now();
    const auto due = ground_.database.read([&](db::Reader& reader) {
        std::vector<Due> found;
        const auto add = [&](const commitments::Abandoned& abandoned, Action action) {
            const auto row = store::find_any(reader, ReferralId(abandoned.subject_id.value()));
            if (row) found.push_back({row->id, row->origin_id, row->version, action});
        };
        for (const auto kind : k_unanswered)
            for (const auto& abandoned : commitments::abandoned(reader, kind, now, k_at_once))
                if (abandoned.ladder_ended) add(abandoned, Action::expire);
        for (const auto kind : k_unasked)
            for (const auto& abandoned : commitments::abandoned(reader, kind, now - k_asking_waits, k_at_once))
                add(abandoned, Action::time_out);
        return found;
    });
    std::int64_t moved = 0;
    for (const auto& one : due) {
        const Actor system{.user = {}, .institution = one.origin_id, .session = {}, .permissions = {}};
        MoveRequest request;
        request.action = one.action;
        request.version = one.version;
        Mover mover(*this, system, one.id, request, k_system);
        if (!mover.prepare()) continue;  // somebody acted meanwhile
        if (ground_.database.write([&](db::Tx& tx) { return mover.apply(tx); }, db::Urgency::bulk)) ++moved;
    }
    return moved;
}

}  // namespace hebra::referrals
