#include "features/privacy/api.hpp"
#include "features/privacy/routes.hpp"

namespace hebra::privacy {

void add_privacy_routes(http::Router& router, Erasures& erasures) {
    router.post("/api/v1/erasures/preview")
        .allow(k_person_erase)
        .summary("What erasing a person would take away, and the confirmation for it")
        .handle<ErasureRequest>([&erasures](const http::Call& call, const ErasureRequest& body) {
            return erasures.preview(call.actor(), body);
        });

    router.post("/api/v1/erasures")
        .allow(k_person_erase)
        .summary("Erase a person for ever, as it was confirmed")
        .handle<ErasureOrder>([&erasures](const http::Call& call, const ErasureOrder& body) {
            return erasures.erase(call.actor(), body);
        });
}

}  // namespace hebra::privacy
