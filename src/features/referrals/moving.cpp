// A move, whole: prepared, kept, and answered with the referral as it then stands.
#include "access/once/once.hpp"
#include "features/referrals/move.hpp"
#include "features/referrals/words.hpp"

namespace hebra::referrals {

Result<Opened> Referrals::move(const Actor& actor, ReferralId id, const MoveRequest& request) {
    if (request.action == Action::redirect) return refuse_field("/action", words::k_redirect_by_sending);
    Mover mover(*this, actor, id, request);
    if (auto ready = mover.prepare(); !ready) {
        // A repeat of a move that was made finds the referral moved on, or the hour it took withdrawn since.
        HEBRA_CHECK(access::done_before(ground_.database, actor, std::move(ready).error()));
        return open(actor, id);  // nothing was written this time: what is read leaves its own trace
    }
    HEBRA_CHECK(ground_.database.write([&](db::Tx& tx) { return mover.apply(tx); }));
    if (mover.repeats()) return open(actor, id);
    HEBRA_TRY(auto answer, ground_.database.read([&](db::Reader& reader) { return unnamed(reader, actor, id); }));
    // Nobody reads the answer to a move made by a link: its page opens the referral by itself.
    if (!actor.user.is_nil()) record_opening(actor, answer);
    return named(std::move(answer));
}

}  // namespace hebra::referrals
