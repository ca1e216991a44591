#include "features/account/watch.hpp"

#include "features/account/api.hpp"

namespace hebra::account {

void tell_given(notices::Notices& notices, db::Tx& tx, const access::Giving& giving) {
    const notices::NewNotice notice{.kind = k_role_given,
                                    .institution = giving.institution,
                                    .subject = RecordId(giving.to.value()),
                                    .about = "staff.told"};
    const commitments::Cause cause{giving.at, giving.entry};
    std::vector<UserId> but = {giving.to};
    if (giving.by) but.push_back(*giving.by);
    if (notices.tell(tx, k_watching, but, notice, cause) == 0) notices.tell(tx, access::k_attending, but, notice, cause);
}

}  // namespace hebra::account
