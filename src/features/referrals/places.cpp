// Places at a service: a soft hold at sending, a firm one at acceptance, released at any end (workflows.md §1). The directory
// counts them; here is which referral holds which.
#include "features/directory/api.hpp"
#include "features/referrals/store.hpp"

namespace hebra::referrals::store {

bool take_place(db::Tx& tx, directory::ServiceId service, ReferralId referral, bool firm) {
    using directory::store::Taking;
    const auto taking = directory::store::take_place(tx, service);
    if (taking != Taking::taken) return taking == Taking::not_counted;
    tx.add("INSERT INTO service_hold (referral_id, service_id, firm) VALUES (:referral, :service, :firm)",
           {db::arg("referral", referral), db::arg("service", service), db::arg("firm", firm)});
    return true;
}

bool firm_place(db::Tx& tx, directory::ServiceId service, ReferralId referral) {
    if (tx.run("UPDATE service_hold SET firm = 1 WHERE referral_id = :referral", {db::arg("referral", referral)}) == 1) return true;
    return take_place(tx, service, referral, true);
}

void release_place(db::Tx& tx, ReferralId referral) {
    const auto service = tx.maybe<directory::ServiceId>("SELECT service_id FROM service_hold WHERE referral_id = :referral",
                                                        {db::arg("referral", referral)});
    if (!service) return;
    // The deletion decides: whoever deletes the hold gives the place back, once.
    if (tx.run("DELETE FROM service_hold WHERE referral_id = :referral", {db::arg("referral", referral)}) == 0) return;
    directory::store::give_place_back(tx, *service);
}

bool release_soft_place(db::Tx& tx, ReferralId referral) {
    const auto service = tx.maybe<directory::ServiceId>("SELECT service_id FROM service_hold WHERE referral_id = :referral AND firm = 0",
                                                        {db::arg("referral", referral)});
    if (!service || tx.run("DELETE FROM service_hold WHERE referral_id = :referral AND firm = 0", {db::arg("referral", referral)}) == 0)
        return false;
    directory::store::give_place_back(tx, *service);
    return true;
}

std::vector<RecordId> softly_held(db::Reader& reader) {
    return reader.all<RecordId>("SELECT referral_id FROM service_hold WHERE firm = 0 ORDER BY referral_id");
}

bool holds_place(db::Reader& reader, ReferralId referral) {
    return reader.maybe<ReferralId>("SELECT referral_id FROM service_hold WHERE referral_id = :referral", {db::arg("referral", referral)})
        .has_value();
}

}  // namespace hebra::referrals::store
