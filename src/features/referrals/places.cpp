// Places at a service: a soft hold at sending, a firm one at acceptance, released at any end (workflows.md §1).
#include "features/referrals/store.hpp"

namespace hebra::referrals::store {

bool take_place(db::Tx& tx, directory::ServiceId service, ReferralId referral, bool firm) {
    const auto counted = tx.maybe<std::int64_t>("SELECT quota FROM service_places WHERE service_id = :service",
                                                {db::arg("service", service)});
    if (!counted) return true;  // this service does not count its places
    const auto taken = tx.run("UPDATE service_places SET held = held + 1 WHERE service_id = :service AND held < quota",
                              {db::arg("service", service)});
    if (taken == 0) return false;
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
    tx.add("UPDATE service_places SET held = held - 1 WHERE service_id = :service AND held > 0", {db::arg("service", *service)});
}

void set_quota(db::Tx& tx, directory::ServiceId service, std::int64_t quota) {
    tx.add(R"sql(
        INSERT INTO service_places (service_id, quota, held)
        VALUES (:service, :quota, 0)
        ON CONFLICT (service_id) DO UPDATE SET quota = excluded.quota
    )sql", {db::arg("service", service), db::arg("quota", quota)});
}

}  // namespace hebra::referrals::store
